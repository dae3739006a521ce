/* Everything here is a convenience: the pages are complete without it. Listeners stand on the
   document once; what is in `starts` runs for each page, also after instant navigation. `presses`
   says by the name of a data attribute what a press on such a button does. The files of this folder
   are joined into one function: first.js, the others by name, last.js. */
"use strict";
var starts = [], presses = {};
function all(selector, root) { return Array.from((root || document).querySelectorAll(selector)); }
function pressed(button) { return button.getAttribute("aria-pressed") === "true"; }
function press(button, on) { button.setAttribute("aria-pressed", String(on)); }
function pick(bar, button) { all("button", bar).forEach(other => press(other, other === button)); }
function say(inside, text) {
  var line = inside.closest(".jm-tools").querySelector("[role=status]");
  if (line) line.textContent = text;
}
