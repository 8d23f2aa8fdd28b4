// The keyboard: j and k go from line to line, letters press what carries them, / and ? and Esc.
const stops = () => [...document.querySelectorAll("[data-stop]")].filter((e) => e.offsetParent !== null);
const typing = (e) => e.target.closest("input, textarea, select, [contenteditable]");
let at = -1;
let going = false;

function go(place, focus = true) {
  const all = stops();
  if (!all.length) return;
  document.querySelector(".at")?.classList.remove("at");
  at = Math.max(0, Math.min(all.length - 1, place));
  const stop = all[at];
  stop.classList.add("at");
  stop.scrollIntoView({ block: "nearest" });
  stop.dispatchEvent(new CustomEvent("stand", { bubbles: true }));
  if (!focus) return;
  const link = stop.querySelector("a[href]");
  if (link) link.focus({ preventScroll: true });
  else { stop.tabIndex = -1; stop.focus({ preventScroll: true }); }
}

function escape(e) {
  const open = document.querySelector("dialog[open]");
  if (open) return open.close();
  if (typing(e) || document.activeElement !== document.body) document.activeElement.blur();
  document.querySelector(".at")?.classList.remove("at");
  document.dispatchEvent(new CustomEvent("leave"));
}

const own = {
  j: () => go(at + 1),
  k: () => go(at - 1),
  "/": () => { const q = document.getElementById("q"); q.focus(); q.select(); },
  "?": () => document.getElementById("keys").showModal(),
  g: () => { going = true; setTimeout(() => { going = false; }, 1200); },
};

document.addEventListener("keydown", (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === "Escape") return escape(e);
  if (typing(e) || document.querySelector("dialog[open]")) return;
  const key = CSS.escape(e.key);
  const view = going && document.querySelector(`[data-go="${key}"]`);
  going = false;
  const focus = document.querySelector(`[data-focus="${key}"]`);
  const press = document.querySelector(`[data-key="${key}"]`);
  if (view) view.click();
  else if (Object.hasOwn(own, e.key)) own[e.key]();
  else if (focus) focus.focus();
  else if (press) press.click();
  else return;
  e.preventDefault();
});

document.addEventListener("click", (e) => {
  const stop = e.target.closest("[data-stop]");
  if (stop && !e.target.closest("a, button, input, select, textarea, label, summary")) go(stops().indexOf(stop), false); // focus would undo a selection
});

// What is laid out only when it comes near may move what follows it: where the keys lead stays in sight.
document.addEventListener("focusin", ({ target }) => {
  if (!target.matches(":focus-visible")) return;
  const settle = () => target === document.activeElement && target.scrollIntoView({ block: "nearest" });
  requestAnimationFrame(() => requestAnimationFrame(settle));
});

// On a narrow screen the views are a strip to be pushed: where one stands is brought into sight.
const here = document.querySelector(".top nav [aria-current]");
// Not before the first picture: to ask where things stand would make the page wait for it.
if (here) requestAnimationFrame(() => {
  const strip = here.closest("nav");
  strip.scrollLeft = here.offsetLeft - strip.offsetLeft - (strip.clientWidth - here.offsetWidth) / 2;
});
