/* Drawings: zoom, the whole screen, and links that work with instant navigation. */
function zoom(button) {
  var figure = button.closest("[data-jm-zoom]"), step = Number(button.dataset.jmZ);
  var now = Number(figure.dataset.jmZoom) || 1;
  figure.dataset.jmZoom = now = step ? Math.min(3, Math.max(1, now + step * .35)) : 1;
  figure.style.setProperty("--z", now);
  all("svg.jm-flow__svg", figure).forEach(drawing => {
    drawing.style.setProperty("--w", drawing.getAttribute("width") + "px");
  });
}

presses.jmZ = zoom;
presses.jmFull = button => {
  var figure = button.closest("figure");
  if (document.fullscreenElement) document.exitFullscreen();
  else figure.requestFullscreen().catch(() => {});
};
document.addEventListener("fullscreenchange", () => all("[data-jm-full]").forEach(button => {
  press(button, button.closest("figure") === document.fullscreenElement);
}));
starts.push(() => {
  if (!document.fullscreenEnabled) all("[data-jm-full]").forEach(button => { button.hidden = true; });
});

/* Instant navigation does not see links in SVG: press an HTML link in their place. Those
   to a place in this same page never come here: see places.js. */
function follow(event, link) {
  var to = link.getAttributeNS("http://www.w3.org/1999/xlink", "href");
  if (!to || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  var stand = Object.assign(document.createElement("a"), { href: to, hidden: true });
  document.body.append(stand);
  stand.click();
  stand.remove();
}
