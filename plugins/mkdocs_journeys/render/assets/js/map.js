/* The toolbar of a map: which lanes are shown, one person, one channel. What is pressed is the
   state. The journey's own map keeps it in the address: ?lanes=insight,steps&persona=tom. */
function plain(name) { return name.replace(/,/g, ";"); }
function has(element, list, value) { return element.dataset[list].split(" ").includes(value); }
function of(group, box) {
  return all("[data-jm-lane]", box).filter(one => one.dataset.jmGroup === group.dataset.jmLanes);
}

/* The buttons of what is shown: a group where all of it is, else its lanes. */
function lanesShown(box) {
  return all("[data-jm-lanes]", box).flatMap(group => {
    var lanes = of(group, box);
    return lanes.every(pressed) ? [group] : lanes.filter(pressed);
  });
}
function lanesInWords(box) {
  return lanesShown(box).map(one => plain(one.dataset.jmLanes || one.dataset.jmLane)).join(",");
}

function drawLanes(box) {
  var lanes = all("[data-jm-lane]", box);
  all(".jm-grid tr", box).forEach(row => {
    lanes.forEach((lane, place) => { row.cells[place + 1].hidden = !pressed(lane); });
  });
  all("[data-jm-lanes]", box).forEach(group => {
    var shown = of(group, box).map(pressed);
    group.setAttribute("aria-pressed", shown.every(Boolean) ? "true" : shown.some(Boolean) ? "mixed" : "false");
  });
}

function drawMap(box) {
  var map = box.querySelector(".jm-map"), hits = 0;
  var persona = all("[data-jm-persona]", box).find(pressed);
  var channel = all("[data-jm-channel]", box).find(pressed);
  drawLanes(box);
  map.toggleAttribute("data-jm-one", Boolean(persona));
  map.dataset.jmReady = "";
  all("[data-jm-who], [data-jm-ch]", map).forEach(one => {
    var others = Boolean(persona && "jmWho" in one.dataset && !has(one, "jmWho", persona.dataset.jmPersona));
    var hit = Boolean(channel && "jmCh" in one.dataset && has(one, "jmCh", channel.dataset.jmChannel));
    one.classList.toggle("jm-others", others);
    one.classList.toggle("jm-aside", others || Boolean(channel && "jmCh" in one.dataset && !hit));
    if (!one.dataset.step) return;
    one.classList.toggle("jm-lit", hit);
    hits += hit;
  });
  all(".jm-pick", box).forEach(pick => {
    pick.classList.toggle("jm-lit", Boolean(channel && pick.contains(channel)));
  });
  return tellMap(box, persona, channel, hits);
}

/* What is shown, in words for those who listen; nothing where it is everything. */
function tellMap(box, persona, channel, hits) {
  var words = box.querySelector(".jm-tools").dataset, said = [];
  var called = buttons => buttons.map(one => one.textContent.trim()).join(", ");
  if (!all("[data-jm-lane]", box).every(pressed)) said.push(words.jmLanesSaid.replace("{names}", called(lanesShown(box)) || "–"));
  if (persona) said.push(words.jmPersonaSaid.replace("{name}", called([persona])));
  if (channel) said.push(words.jmChannelSaid.replace("{name}", called([channel])).replace("{n}", hits));
  return said.join(". ");
}

function keep(box) {
  if (box.dataset.jmMap !== "page") return;
  var url = new URL(location.href), lanes = lanesInWords(box);
  url.searchParams.delete("lanes");
  if (lanes !== box.dataset.jmUsual) url.searchParams.set("lanes", lanes);
  ["persona", "channel"].forEach(name => {
    var chosen = all("[data-jm-" + name + "]", box).find(pressed);
    url.searchParams.delete(name);
    if (chosen) url.searchParams.set(name, chosen.getAttribute("data-jm-" + name));
  });
  url.search = url.search.replace(/%2C/g, ",");
  history.replaceState(history.state, "", url);
}

function change(button, act) {
  var box = button.closest("[data-jm-map]"), bar = box.querySelector(".jm-tools");
  act(box, !pressed(button));
  say(bar, drawMap(box) || bar.dataset.jmAllSaid);
  keep(box);
}
function one(attribute) {
  return button => change(button, (box, on) => {
    all("[" + attribute + "]", box).forEach(other => press(other, on && other === button));
  });
}
presses.jmLanes = button => change(button, (box, on) => of(button, box).forEach(lane => press(lane, on)));
presses.jmLane = button => change(button, (box, on) => press(button, on));
presses.jmPersona = one("data-jm-persona");
presses.jmChannel = one("data-jm-channel");
presses.jmPrint = () => window.print();

function closePicks(except) {
  all(".jm-pick[open]").forEach(pick => { if (pick !== except) pick.open = false; });
}
document.addEventListener("click", event => closePicks(event.target.closest(".jm-pick")));
document.addEventListener("keydown", event => {
  var open = event.key === "Escape" && event.target.closest(".jm-pick[open]");
  if (!open) return;
  open.querySelector("summary").focus();
  closePicks();
});

function restore(box, query) {
  var asked = query.has("lanes") && query.get("lanes").split(",");
  if (asked) all("[data-jm-lane]", box).forEach(lane => {
    press(lane, asked.includes(lane.dataset.jmGroup) || asked.includes(plain(lane.dataset.jmLane)));
  });
  ["persona", "channel"].forEach(name => {
    all("[data-jm-" + name + "]", box).forEach(button => {
      press(button, button.getAttribute("data-jm-" + name) === query.get(name));
    });
  });
}
starts.push(() => {
  var isSmall = matchMedia("(max-width: 44.9em)").matches;
  all("[data-jm-map]").forEach(box => {
    all("[data-jm-lane][data-jm-group=blueprint]", box).forEach(lane => press(lane, !isSmall));
    box.dataset.jmUsual = lanesInWords(box);
    if (box.dataset.jmMap === "page") restore(box, new URLSearchParams(location.search));
    say(box.querySelector(".jm-tools"), drawMap(box));
  });
});
