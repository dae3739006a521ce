/* In the row of all stages, which may be longer than the screen, this one stands in sight. */
starts.push(() => all(".jm-stepper [aria-current]").forEach(here => {
  var row = here.closest("ol"), room = (row.clientWidth - here.clientWidth) / 2;
  row.scrollLeft += here.getBoundingClientRect().left - row.getBoundingClientRect().left - room;
}));
