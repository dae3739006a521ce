/* A place in this same page is the browser's own matter. At the first jump to one, instant
   navigation would fetch the whole page again, and lose what the reader has set and what is marked
   as arrived at. It stands in the head because a window calls its listeners in the order they came. */
(function () {
  "use strict";
  var path = location.pathname;
  document.addEventListener("DOMContentLoaded", () => {
    if (window.document$) window.document$.subscribe(() => { path = location.pathname; });
  });
  document.addEventListener("click", event => {
    var link = event.target.closest(".md-content a[href*='#']");
    if (link && link.hash && link.pathname === path && link.host === location.host) event.stopPropagation();
  }, true);
  window.addEventListener("popstate", event => {
    if (location.pathname === path && location.hash && !event.state) event.stopImmediatePropagation();
  });
})();
