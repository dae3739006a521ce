/* A picture as pixels, made of the drawing that can be taken away, twice as fine as on the page.
   A file opened from a disk may not be read back: there the button is not seen. */
presses.jmPng = button => {
  var link = button.parentElement.querySelector("a"), picture = new Image();
  picture.onload = () => {
    var canvas = document.createElement("canvas"), wide = picture.width, high = picture.height;
    var scale = Math.min(2, 8000 / Math.max(wide, high));
    canvas.width = Math.round(wide * scale);
    canvas.height = Math.round(high * scale);
    canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(blob => {
      var url = URL.createObjectURL(blob);
      Object.assign(document.createElement("a"), { href: url, download: link.download.replace(/svg$/, "png") }).click();
      setTimeout(() => URL.revokeObjectURL(url), 1e4);
    });
  };
  picture.src = link.href;
};
starts.push(() => {
  if (location.protocol === "file:") all("[data-jm-png]").forEach(button => { button.hidden = true; });
});
