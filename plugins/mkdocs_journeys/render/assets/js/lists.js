/* Lists that are filtered; the choice stands in the address. */
function filter(list) {
  var bars = all("[data-jm-filter]").filter(bar => bar.dataset.jmList === list);
  var items = all("#" + CSS.escape(list) + " [data-jm-item]");
  items.forEach(item => {
    item.hidden = !bars.every(bar => {
      var value = all("button", bar).find(pressed).dataset.value;
      return !value || (item.getAttribute("data-" + bar.dataset.jmFilter) || "").split(" ").includes(value);
    });
  });
  return items.filter(item => !item.hidden).length;
}

function choose(button) {
  var bar = button.closest("[data-jm-filter]"), query = new URL(location.href);
  pick(bar, button);
  if (button.dataset.value) query.searchParams.set(bar.dataset.jmFilter, button.dataset.value);
  else query.searchParams.delete(bar.dataset.jmFilter);
  history.replaceState(history.state, "", query);
  say(button, filter(bar.dataset.jmList) + " shown");
}

presses.value = button => { if (button.closest("[data-jm-filter]")) choose(button); };
starts.push(() => {
  var query = new URLSearchParams(location.search);
  all("[data-jm-filter]").forEach(bar => {
    var value = query.get(bar.dataset.jmFilter);
    var button = all("button", bar).find(one => one.dataset.value === value);
    if (!button) return;
    pick(bar, button);
    filter(bar.dataset.jmList);
  });
});
