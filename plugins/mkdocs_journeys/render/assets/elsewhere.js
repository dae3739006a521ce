/* Loaded where a site has versions. Who chooses another version lands on the same page of it, under
   the name that it has there, else on the page above that is there. The theme itself knows nothing
   of names, and leads to the first page instead. */
(function () {
  "use strict";
  /* Which pages a version has, as its sitemap says; without `site_url` that is empty, and asked is
     the host itself. Gives a function that gives the address of a page by its folder, if it lives. */
  async function pages(version) {
    var xml = new DOMParser().parseFromString(await read(version + "sitemap.xml"), "text/xml");
    var found = Array.from(xml.querySelectorAll("loc"), one => one.textContent.trim());
    if (!found.length) return async name => {
      var there = version + name + (/(^|\.html)$/.test(name) ? "" : "/");
      return (await fetch(there, { method: "HEAD" })).ok && there;
    };
    var home = found.reduce((one, other) => one.length < other.length ? one : other).replace(/[^/]*$/, "");
    var known = new Map(found.map(one => one.slice(home.length)).map(one => [folder(one), one]));
    return async name => known.has(name) && version + known.get(name);
  }
  async function read(address) {
    var answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    return answer.text();
  }
  function folder(path) { return path.replace(/(^|\/)index\.html$/, "").replace(/\/$/, ""); }
  /* All names of a page, nearest first: those it had before and those it got later. */
  function names(page, renames) {
    var all = [page];
    for (var name of all)
      for (var old in renames) {
        var both = renames[old].concat(old);
        if (both.includes(name)) all.push(...both.filter(one => !all.includes(one)));
      }
    return all;
  }
  async function way(version) {
    var root = new URL("..", version);
    var page = folder(location.pathname.slice(root.pathname.length).replace(/^[^/]*\//, ""));
    var find = await pages(version), same = await find(page);
    if (same) return same + location.search + location.hash;
    var renames = await read(root + "renames.json").then(text => JSON.parse(text).renames, () => ({}));
    for (var up = page; up; up = up.replace(/\/?[^/]*$/, ""))
      for (var name of names(up, renames)) {
        var there = await find(name);
        if (there) return there + (up === page ? location.hash : "");
      }
    return version;
  }
  /* The version that the banner of an old one leads to: the root alone does not know the page. */
  async function current(root) {
    var is = alias => alias === "latest" || alias === "stable";
    var found = JSON.parse(await read(root + "versions.json")).find(one => one.aliases.some(is));
    return root + found.aliases.find(is) + "/";
  }
  function isRoot(link) {
    return link.closest("[data-md-component=outdated]") && link.host === location.host
      && link.pathname.endsWith("/") && location.pathname.startsWith(link.pathname);
  }
  /* Before the theme, which listens further in. */
  document.addEventListener("click", event => {
    var link = event.target.closest(".md-version__link, .md-banner a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    var isBanner = !link.matches(".md-version__link");
    if (isBanner && !isRoot(link)) return;
    event.preventDefault();
    event.stopPropagation();
    (isBanner ? current(link.href) : Promise.resolve(link.href)).then(way).catch(() => link.href).then(address => location.assign(address));
  }, true);
})();
