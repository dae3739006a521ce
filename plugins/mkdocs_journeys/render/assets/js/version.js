/* The theme calls the button of versions “Select version”: who speaks to the computer says the words
   that stand on it. The button comes late, after versions.json. */
starts.push(() => {
  var header = document.querySelector(".md-header");
  if (!header || header.jmWatched) return;
  header.jmWatched = new MutationObserver(() => {
    var button = header.querySelector(".md-version__current"), name = button && button.ariaLabel;
    if (name && !name.includes(button.textContent)) button.ariaLabel = name + ": " + button.textContent;
  });
  header.jmWatched.observe(header, { childList: true, subtree: true });
});
