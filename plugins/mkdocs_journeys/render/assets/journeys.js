/* Everything here is a convenience: the pages are complete without it. Listeners stand on the
   document once; `start` runs for each page, also after instant navigation. */
(function () {
  "use strict";
  function all(selector, root) { return Array.from((root || document).querySelectorAll(selector)); }
  function pressed(button) { return button.getAttribute("aria-pressed") === "true"; }
  function press(button, on) { button.setAttribute("aria-pressed", String(on)); }
  function pick(bar, button) { all("button", bar).forEach(other => press(other, other === button)); }
  function say(inside, text) {
    var line = inside.closest(".jm-tools").querySelector("[role=status]");
    if (line) line.textContent = text;
  }

  function showLanes(button, on) {
    var map = button.closest("[data-jm-map]").querySelector(".jm-map");
    press(button, on);
    map.classList.toggle("jm-hide-" + button.dataset.jmLanes, !on);
    map.dataset.jmReady = "";
  }

  function lightFamily(button) {
    var box = button.closest("[data-jm-map]"), map = box.querySelector(".jm-map");
    var family = button.dataset.jmFamily, on = !pressed(button);
    all("[data-jm-family]", box).forEach(other => press(other, on && other === button));
    if (on) map.dataset.jmLit = family; else delete map.dataset.jmLit;
    var hits = all('.jm-step[data-jm-fam="' + family + '"]', map).length;
    say(button, on ? hits + (hits === 1 ? " step" : " steps") + " highlighted" : "All steps");
  }

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

  function zoom(button) {
    var figure = button.closest("[data-jm-zoom]"), step = Number(button.dataset.jmZ);
    var now = Number(figure.dataset.jmZoom) || 1;
    figure.dataset.jmZoom = now = step ? Math.min(3, Math.max(1, now + step * .35)) : 1;
    figure.style.setProperty("--z", now);
    all("svg.jm-flow__svg", figure).forEach(drawing => {
      drawing.style.setProperty("--w", drawing.getAttribute("width") + "px");
    });
  }

  /* Instant navigation does not see links in SVG: press an HTML link in their place. A place in
     this page is the browser's own matter: instant navigation at times restores the old one. */
  function follow(event, link) {
    var to = link.getAttributeNS("http://www.w3.org/1999/xlink", "href");
    if (!to || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (new URL(to, location).href.split("#")[0] === location.href.split("#")[0]) return;
    event.preventDefault();
    var stand = Object.assign(document.createElement("a"), { href: to, hidden: true });
    document.body.append(stand);
    stand.click();
    stand.remove();
  }

  document.addEventListener("click", event => {
    var at = event.target.closest(".jm button, .jm svg a");
    if (!at) return;
    var data = at.dataset;
    if (at.localName === "a") follow(event, at);
    else if (data.jmLanes) {
      showLanes(at, !pressed(at));
      say(at, at.textContent + (pressed(at) ? " lanes shown" : " lanes hidden"));
    } else if (data.jmFamily) lightFamily(at);
    else if (data.jmZ) zoom(at);
    else if ("jmPrint" in data) window.print();
    else if (at.closest("[data-jm-filter]")) choose(at);
  });

  function start() {
    var query = new URLSearchParams(location.search);
    all("[data-jm-filter]").forEach(bar => {
      var value = query.get(bar.dataset.jmFilter);
      var button = all("button", bar).find(one => one.dataset.value === value);
      if (!button) return;
      pick(bar, button);
      filter(bar.dataset.jmList);
    });
    if (matchMedia("(max-width: 44.9em)").matches) {
      all('[data-jm-lanes="blueprint"]').forEach(button => showLanes(button, false));
    }
    all("time[data-jm-due]").forEach(due => {
      var days = Date.parse(due.dateTime) / 864e5 - Math.floor(Date.now() / 864e5);
      if (isNaN(days)) return;
      due.removeAttribute("data-jm-due");
      var words = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "auto" });
      due.append(" (" + words.format(days, "day") + ")");
    });
  }

  if (window.document$) window.document$.subscribe(start);
  else document.addEventListener("DOMContentLoaded", start);
})();
