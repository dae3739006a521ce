/* The toolbar of a map: which lanes are shown, which channels stand out. */
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

presses.jmLanes = button => {
  showLanes(button, !pressed(button));
  say(button, button.textContent + (pressed(button) ? " lanes shown" : " lanes hidden"));
};
presses.jmFamily = lightFamily;
presses.jmPrint = () => window.print();
starts.push(() => {
  if (matchMedia("(max-width: 44.9em)").matches) {
    all('[data-jm-lanes="blueprint"]').forEach(button => showLanes(button, false));
  }
});
