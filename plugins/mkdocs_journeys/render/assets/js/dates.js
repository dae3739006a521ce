/* Days from today, which a page that was built some time ago cannot know. */
starts.push(() => {
  all("time[data-jm-due]").forEach(due => {
    var days = Date.parse(due.dateTime) / 864e5 - Math.floor(Date.now() / 864e5);
    if (isNaN(days)) return;
    var words = new Intl.RelativeTimeFormat(document.documentElement.lang || "en", { numeric: "auto" });
    due.dataset.jmDue = words.format(days, "day");
  });
});
