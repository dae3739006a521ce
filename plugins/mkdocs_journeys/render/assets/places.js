/* A place in this same page is the browser's own matter. At the first jump to one, instant
   navigation would fetch the whole page again, and lose what the reader has set and what is marked
   as arrived at. It stands in the head because a window calls its listeners in the order they came. */
(function () {
  "use strict";
  /* The theme (Material 9.8.1) gives words that have no room a `title`, and writes that into the page as
     HTML. Behind an invisible sign neither of these begins anything there. */
  var own = HTMLElement.prototype;
  var set = own.__lookupSetter__("title");
  own.__defineSetter__("title", function (words) { set.call(this, `${words}`.replace(/[<&]/g, "$&\u2060")); });
  var path = location.pathname;
  document.addEventListener("DOMContentLoaded", () => {
    if (window.document$) window.document$.subscribe(() => { path = location.pathname; });
  });
  document.addEventListener("click", event => {
    var link = event.target.closest(".md-content a");
    var to = link && new URL(link.href.baseVal || link.href, location);
    if (!to || !to.hash || to.pathname !== path || to.host !== location.host) return;
    event.stopPropagation();
    if (to.search || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    // The link does not know what the reader has set, which stands in the query.
    event.preventDefault();
    location.href = location.search + to.hash;
  }, true);
  window.addEventListener("popstate", event => {
    if (location.pathname === path && location.hash && !event.state) event.stopImmediatePropagation();
  });
})();
