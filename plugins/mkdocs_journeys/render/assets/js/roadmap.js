/* What a list leaves out steps back in the picture of that list too. */
starts.push(() => {
  var list = all("#roadmap-list, #opportunities-list")[0];
  function follow() {
    all("svg [data-jm-row]").forEach(one => {
      var row = document.getElementById(one.dataset.jmRow);
      one.classList.toggle("jm-off", !!row && row.hidden);
    });
  }
  if (!list) return;
  new MutationObserver(follow).observe(list, { subtree: true, attributeFilter: ["hidden"] });
  follow();
});
