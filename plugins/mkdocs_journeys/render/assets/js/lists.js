/* Lists that are narrowed, by buttons or by boxes to choose from: of one sort any choice will do,
   of several sorts all must fit. The choices stand in the address. */
function sorts(list) { return all("[data-jm-filter]").filter(sort => sort.dataset.jmList === list); }
function chosen(sort) {
  var values = sort.value === undefined
    ? all("button", sort).filter(pressed).map(one => one.dataset.value) : [sort.value];
  return values.filter(Boolean);
}
function setChosen(sort, values) {
  if (sort.value !== undefined) { sort.value = values[0] || ""; return; }
  all("button", sort).forEach(one => {
    press(one, one.dataset.value ? values.includes(one.dataset.value) : !values.length);
  });
}

/* Counts of a sort are over the items that fit all other sorts: what would be there if chosen. */
function narrow(list) {
  var by = sorts(list), wanted = by.map(chosen), counts = by.map(() => ({})), shown = 0;
  var items = all("#" + CSS.escape(list) + " [data-jm-item]");
  items.forEach(item => {
    var has = by.map(sort => (item.getAttribute("data-" + sort.dataset.jmFilter) || "").split(" "));
    var misses = [];
    by.forEach((_, i) => { if (wanted[i].length && !wanted[i].some(one => has[i].includes(one))) misses.push(i); });
    item.hidden = misses.length > 0;
    if (!misses.length) shown += 1;
    by.forEach((_, i) => {
      if (misses.every(miss => miss === i)) has[i].forEach(one => { counts[i][one] = (counts[i][one] || 0) + 1; });
    });
  });
  by.forEach((sort, i) => {
    all(".jm-chip__n", sort).forEach(one => { one.textContent = counts[i][one.parentNode.dataset.value] || 0; });
    all("option[value]:not([value=''])", sort).forEach(one => {
      one.textContent = one.textContent.replace(/\d+\)$/, (counts[i][one.value] || 0) + ")");
    });
  });
  all('[data-jm-narrow="' + CSS.escape(list) + '"], [data-jm-list="' + CSS.escape(list) + '"]').forEach(box => {
    all("[data-jm-said]", box).forEach(line => {
      line.textContent = (shown || !line.dataset.jmNone ? line.dataset.jmSaid : line.dataset.jmNone)
        .replace("{n}", shown).replace("{m}", items.length);
    });
    all("[data-jm-all]", box).forEach(one => { one.hidden = !wanted.some(values => values.length); });
  });
}

function choose(list, sort, values) {
  var query = new URL(location.href);
  setChosen(sort, values);
  query.searchParams.delete(sort.dataset.jmFilter);
  values.forEach(one => query.searchParams.append(sort.dataset.jmFilter, one));
  history.replaceState(history.state, "", query);
  narrow(list);
}

presses.value = button => {
  var sort = button.closest("[data-jm-filter]"), value = button.dataset.value;
  if (!sort) return;
  var now = chosen(sort);
  choose(sort.dataset.jmList, sort,
    !value ? [] : now.includes(value) ? now.filter(one => one !== value) : now.concat(value));
};
presses.jmAll = button => {
  var list = button.dataset.jmAll, first = all("button, select", button.closest(".jm-tools"))[0];
  sorts(list).forEach(sort => choose(list, sort, []));
  first.focus();
};
document.addEventListener("change", event => {
  var sort = event.target.closest("select[data-jm-filter]");
  if (sort) choose(sort.dataset.jmList, sort, chosen(sort));
});
starts.push(() => {
  var query = new URLSearchParams(location.search), lists = new Set();
  all("[data-jm-filter]").forEach(sort => {
    var values = query.getAll(sort.dataset.jmFilter).filter(one =>
      all("[data-value], option", sort).some(each => one && (each.dataset.value || each.value) === one));
    if (!values.length) return;
    setChosen(sort, values);
    lists.add(sort.dataset.jmList);
  });
  lists.forEach(narrow);
});
