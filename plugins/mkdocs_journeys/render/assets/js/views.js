/* Views of one journey as tabs, one at a time; the chosen one stands in the address. */
function showView(box, name) {
  all("[data-jm-tab]", box).forEach(tab => {
    var on = tab.dataset.jmTab === name;
    tab.setAttribute("aria-selected", on);
    tab.tabIndex = on ? 0 : -1;
  });
  all(".jm-view", box).forEach(view => {
    view.classList.toggle("jm-view--on", view.dataset.jmView === name);
  });
}

function chooseView(tab) {
  var query = new URL(location.href), name = tab.dataset.jmTab;
  showView(tab.closest("[data-jm-views]"), name);
  query.searchParams.set("view", name);
  // Whoever gets this address lands where the views are.
  query.hash = "other-views";
  history.replaceState(history.state, "", query);
}

/* A link to a place in a view that is not shown opens it. */
function openPlace() {
  var place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  var view = place && place.closest(".jm-view");
  if (!view || view.classList.contains("jm-view--on")) return;
  showView(view.closest("[data-jm-views]"), view.dataset.jmView);
  place.scrollIntoView();
}

presses.jmTab = chooseView;
addEventListener("hashchange", openPlace);
document.addEventListener("keydown", event => {
  var tab = event.target.closest("[data-jm-tab]");
  if (!tab) return;
  var tabs = all("[data-jm-tab]", tab.parentElement), at = tabs.indexOf(tab);
  var on = getComputedStyle(tab).direction === "rtl" ? -1 : 1;
  var to = { ArrowRight: at + on, ArrowLeft: at - on, Home: 0, End: tabs.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  to = tabs[(to + tabs.length) % tabs.length];
  chooseView(to);
  to.focus();
});
starts.push(() => {
  all("[data-jm-views]").forEach(box => {
    all(".jm-view", box).forEach(view => {
      view.setAttribute("role", "tabpanel");
      view.setAttribute("aria-labelledby", "tab-" + view.dataset.jmView);
    });
    var asked = new URLSearchParams(location.search).get("view");
    if (all("[data-jm-tab]", box).some(tab => tab.dataset.jmTab === asked)) showView(box, asked);
  });
  openPlace();
});

/* Tables of the class jm-sortable: a press on a heading sorts by it, upwards, downwards, and then as
   it was. `data-v` on a cell is what it is sorted by in place of its words; empty cells come last. */
function sortTable(button) {
  var head = button.closest("th"), table = head.closest("table"), column = head.cellIndex;
  var was = head.getAttribute("aria-sort");
  var way = was === "ascending" ? "descending" : was ? "" : "ascending";
  all("th[aria-sort]", table).forEach(one => one.removeAttribute("aria-sort"));
  if (way) head.setAttribute("aria-sort", way);
  function value(row) {
    var cell = row.cells[column];
    return cell ? ("v" in cell.dataset ? cell.dataset.v : cell.textContent.trim()) : "";
  }
  function order(one, other) {
    var a = value(one), b = value(other), places = one.dataset.jmAt - other.dataset.jmAt;
    if (!way || a === b) return places;
    if (!a || !b) return a ? -1 : 1;
    var found = isNaN(a) || isNaN(b)
      ? a.localeCompare(b, document.documentElement.lang, { numeric: true }) : a - b;
    return (way === "ascending" ? found : -found) || places;
  }
  Array.from(table.tBodies).forEach(body => {
    var rows = Array.from(body.rows);
    rows.forEach((row, at) => { if (!("jmAt" in row.dataset)) row.dataset.jmAt = at; });
    body.append(...rows.sort(order));
  });
}

presses.jmSort = sortTable;
starts.push(() => {
  all("table.jm-sortable thead th").forEach(head => {
    if (!head.textContent.trim() || head.querySelector("button")) return;
    var button = document.createElement("button");
    button.type = "button";
    button.dataset.jmSort = "";
    button.append(...head.childNodes);
    head.append(button);
  });
});
