// The document beside the finding: the passage of the line one stands on, fetched as a page and
// shown next to it. Without this script the same link opens the report itself.
const room = document.getElementById("beside");
let asked = "";

async function show(address) {
  if (!room || !address || address === asked) return;
  asked = address;
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok || asked !== address) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = page.getElementById("passage");
  if (found) {
    room.scrollTop = 0;
    room.replaceChildren(...[...found.childNodes].map((n) => document.importNode(n, true)));
    bring(room.querySelector("mark"));
  }
}

// The cited words are brought into sight within their own box: scrollIntoView would move the whole
// page, and where the reader stands with it.
function bring(mark) {
  if (!mark) return;
  const box = room.getBoundingClientRect(), words = mark.getBoundingClientRect();
  if (words.bottom > box.bottom) room.scrollTop += Math.min(words.bottom - box.bottom, words.top - box.top);
}

const first = (e) => e?.matches?.("[data-beside]") ? e : e?.querySelector?.("[data-beside]");
if (room) {
  document.addEventListener("stand", (e) => show(first(e.target)?.dataset.beside));
  document.addEventListener("focusin", (e) => show(e.target.dataset?.beside));
  document.addEventListener("mouseover", (e) => show(e.target.closest?.("[data-beside]")?.dataset.beside));
  // The page first, then what stands beside it.
  addEventListener("load", () => show(document.querySelector("main [data-beside]")?.dataset.beside));
}
