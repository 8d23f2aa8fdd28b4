// What a reader would call broken, in words: text that reaches out of the page, is cut, or lies on
// other text. Called in the page by test_layout.py.
() => {
  const wide = document.documentElement.clientWidth;
  const faults = [];
  const across = document.documentElement.scrollWidth;
  if (across > wide) faults.push(`scrolls sideways: ${across} in ${wide}`);
  const shown = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };
  const seen = (e) => e.checkVisibility(shown) && e.getClientRects().length;
  const words = (e) => (e.innerText || e.value || "").trim().slice(0, 40);
  const told = (e) => `${e.tagName.toLowerCase()}.${e.getAttribute("class") || ""} “${words(e)}”`;
  const style = (e) => getComputedStyle(e);
  const scrolls = (e) => e && (/auto|scroll/.test(style(e).overflowX) || scrolls(e.parentElement));
  // What ends in an ellipsis is cut on purpose, by its own element or by one around it.
  const clips = (e) => e && (style(e).textOverflow === "ellipsis" ? e : clips(e.parentElement));
  // For those who hear the page; pictures have rules of their own.
  const unseen = (e) => e && (e.matches(".skip, svg") || style(e).clipPath !== "none" || unseen(e.parentElement));
  const has = (e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
  const texts = [...document.querySelectorAll("body *")].filter((e) => has(e) && seen(e) && !unseen(e));
  for (const e of texts) {
    const box = e.getBoundingClientRect();
    if ((box.left < -1 || box.right > wide + 1) && !scrolls(e) && !clips(e)) faults.push(`reaches out: ${told(e)}`);
    const { overflowX } = style(e);
    const cut = e.clientWidth && e.scrollWidth > e.clientWidth + 1;
    if (cut && /hidden|clip/.test(overflowX) && !clips(e)) faults.push(`cut: ${told(e)}`);
  }
  const own = texts.filter((e) => !e.closest("header.top"));
  const boxes = own.flatMap((e) => {
    const range = document.createRange();
    const pieces = [...e.childNodes].filter((n) => n.nodeType === 3 && n.data.trim());
    return pieces.flatMap((n) => { range.selectNodeContents(n); const end = clips(e)?.getBoundingClientRect().bottom ?? Infinity; return [...range.getClientRects()].filter((r) => r.bottom <= end + 1).map((r) => [e, r]); });
  });
  const near = 80;
  boxes.forEach(([a, r], i) => {
    for (const [b, s] of boxes.slice(i + 1, i + near)) {
      if (a === b) continue;
      const x = Math.min(r.right, s.right) - Math.max(r.left, s.left);
      const y = Math.min(r.bottom, s.bottom) - Math.max(r.top, s.top);
      if (x > 3 && y > Math.min(r.height, s.height) / 2) faults.push(`lies on another: ${told(a)} / ${told(b)}`);
    }
  });
  return [...new Set(faults)].slice(0, 10);
}
