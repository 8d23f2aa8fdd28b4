// The reader: layers on and off (kept in the address), and words chosen for a judgement.
const reader = document.getElementById("reader");
if (reader) {
  const layers = document.getElementById("layers");
  const add = document.getElementById("add");
  const settle = document.getElementById("settle");

  layers.addEventListener("change", () => {
    const off = [...layers.querySelectorAll("[data-layer]")].filter((b) => !b.checked).map((b) => b.dataset.layer);
    reader.dataset.off = off.join(" ");
    const address = new URL(location.href);
    if (off.length) address.searchParams.set("off", off.join(","));
    else address.searchParams.delete("off");
    history.replaceState(null, "", address);
  });
  layers.addEventListener("submit", (e) => e.preventDefault());

  // Offsets count code points, as the case does; the browser counts UTF-16 units.
  const points = (text) => [...text].length;
  function offset(node, units) {
    const piece = (node.nodeType === 3 ? node.parentElement : node).closest("[data-at]");
    if (!piece) return null;
    const range = document.createRange();
    range.selectNodeContents(piece);
    range.setEnd(node, units);
    return Number(piece.dataset.at) + points(range.toString());
  }

  document.addEventListener("selectionchange", () => {
    const chosen = getSelection();
    if (chosen.isCollapsed || !chosen.rangeCount || !reader.contains(chosen.anchorNode)) return;
    const range = chosen.getRangeAt(0);
    // A selection may end between blocks: then the last words inside it count.
    const inside = [...reader.querySelectorAll("[data-at]")].filter((e) => range.intersectsNode(e));
    if (!inside.length) return;
    const last = inside.at(-1);
    const start = offset(range.startContainer, range.startOffset) ?? Number(inside[0].dataset.at);
    const end = offset(range.endContainer, range.endOffset) ?? Number(last.dataset.at) + points(last.textContent);
    if (start >= end) return;
    add.elements.at.value = `${start}-${end}`;
    const quote = add.querySelector("[data-chosen]");
    quote.hidden = false;
    quote.textContent = chosen.toString().slice(0, 300);
    add.querySelector("[data-none]")?.remove();
    add.querySelector("[data-marker]").textContent = `[${reader.dataset.report}:${start}-${end}]`;
  });

  document.addEventListener("click", (e) => {
    const judge = e.target.closest("[data-judge]");
    if (!judge) return;
    e.preventDefault();
    settle.elements.about.value = judge.dataset.judge;
    settle.elements.seen.value = judge.dataset.seen;
    settle.querySelector("[data-says]").textContent = judge.dataset.says;
    document.getElementById("judge").scrollIntoView({ block: "center" });
    settle.elements.value.focus({ preventScroll: true });
  });
}
