/* One listener for all: presses of our buttons, links in drawings. */
document.addEventListener("click", event => {
  var at = event.target.closest(".jm button, .jm svg a");
  if (!at) return;
  if (at.localName === "a") return follow(event, at);
  Object.keys(presses).forEach(name => { if (name in at.dataset) presses[name](at, event); });
});
function start() { starts.forEach(one => one()); }
if (window.document$) window.document$.subscribe(start);
else document.addEventListener("DOMContentLoaded", start);
