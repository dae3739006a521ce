/* Copies the address of a place in this page. */
var said;
function tell(text) {
  clearTimeout(said.jmTimer);
  // Emptied first: who listens hears the same words again.
  said.textContent = "";
  setTimeout(() => { said.textContent = text; }, 50);
  said.jmTimer = setTimeout(() => { said.textContent = ""; }, 4000);
}

/* Without a secure connection there is no clipboard to write to, but an old command. */
function copyOld(text) {
  var field = Object.assign(document.createElement("textarea"), { value: text, readOnly: true });
  var focused = document.activeElement;
  document.body.append(field);
  field.select();
  var done = document.execCommand("copy");
  field.remove();
  focused.focus();
  return done;
}

presses.jmLink = button => {
  var link = new URL(button.dataset.jmLink, location.href.split(/[?#]/)[0]).href;
  var done = () => tell(button.dataset.jmSaid);
  var old = () => copyOld(link) ? done() : prompt(button.title, link);
  if (navigator.clipboard) navigator.clipboard.writeText(link).then(done, old);
  else old();
};
starts.push(() => {
  if (said) return;
  said = Object.assign(document.createElement("div"), { className: "jm-said" });
  said.setAttribute("role", "status");
  document.body.append(said);
});
