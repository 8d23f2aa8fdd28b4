// The picture: pointing at an actor lights its ties in every picture and fades the rest.
const lines = [...document.querySelectorAll(".graph a:has(> .bond)")];
const actors = [...document.querySelectorAll(".graph .actor")];
const middle = (a) => {
  const r = a.querySelector("rect");
  return [Number(r.getAttribute("x")) + Number(r.getAttribute("width")) / 2, Number(r.getAttribute("y")) + 13];
};
const near = (a, b) => Math.abs(a[0] - b[0]) < 1 && Math.abs(a[1] - b[1]) < 1;
const ends = (l) => {
  const n = (name) => Number(l.firstElementChild.getAttribute(name));
  return [[n("x1"), n("y1")], [n("x2"), n("y2")]];
};

function light(id) {
  const spot = id && middle(actors.find((a) => a.dataset.actor === id));
  const lit = [];
  for (const line of lines) {
    const hit = spot && ends(line).some((e) => near(e, spot));
    line.classList.toggle("faded", Boolean(spot) && !hit);
    if (hit) lit.push(...ends(line));
  }
  for (const actor of actors) {
    const mine = actor.dataset.actor === id;
    const tied = lit.some((e) => near(e, middle(actor)));
    actor.classList.toggle("lit", mine);
    actor.classList.toggle("faded", Boolean(spot) && !mine && !tied);
  }
}
for (const actor of actors) {
  actor.addEventListener("mouseenter", () => light(actor.dataset.actor));
  actor.addEventListener("mouseleave", () => light(null));
}
