// The chart: the wheel zooms by one attribute of the picture, dragging chooses days. What is
// chosen goes into the address, where the server makes chart and table of it.
const chart = document.getElementById("chart");
if (chart) {
  const lanes = document.getElementById("lanes");
  const marks = [...chart.querySelectorAll(".marks")];
  const axis = chart.querySelector(".axis");
  const brush = document.getElementById("brush");
  const first = Number(chart.dataset.first);
  let view = { start: 0, days: Number(chart.dataset.days) };
  let from = null;
  let later = 0;

  const box = () => lanes.getBoundingClientRect();
  const day = (x) => view.start + ((x - box().left) / box().width) * view.days;
  // Days are counted from the first of January of the year 1, as day 1.
  const iso = (n) => {
    const date = new Date(0);
    date.setUTCFullYear(1, 0, 1);
    date.setUTCDate(date.getUTCDate() + Math.floor(first + n) - 1);
    const year = date.getUTCFullYear();
    const two = (n) => String(n).padStart(2, "0");
    const sign = year < 0 ? "-" : "";
    return `${sign}${String(Math.abs(year)).padStart(4, "0")}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
  };
  const open = (start, days) => {
    const address = new URL(location.href);
    address.searchParams.set("from", iso(start));
    address.searchParams.set("to", iso(start + Math.max(1, days) - 1));
    address.searchParams.delete("page");
    location.assign(address);
  };
  const draw = () => {
    for (const one of marks) one.setAttribute("viewBox", `${view.start} 0 ${view.days} ${one.getAttribute("height")}`);
    axis.setAttribute("opacity", later ? 0.3 : 1);
    // Names and days stand where the server put them for the days that it drew.
    lanes.classList.toggle("zooming", Boolean(later));
  };

  lanes.addEventListener("wheel", (e) => {
    if (!e.ctrlKey) return;
    e.preventDefault();
    const at = day(e.clientX);
    const days = Math.max(3, Math.min(400000, view.days * Math.exp(e.deltaY / 300)));
    view = { start: at - ((at - view.start) / view.days) * days, days };
    clearTimeout(later);
    later = setTimeout(() => open(view.start, view.days), 600);
    requestAnimationFrame(draw);
  }, { passive: false });

  lanes.addEventListener("pointerdown", (e) => {
    if (e.button === 0) { from = e.clientX; }
  });
  window.addEventListener("pointermove", (e) => {
    if (from === null || Math.abs(e.clientX - from) < 4) return;
    brush.hidden = false;
    brush.removeAttribute("hidden");
    brush.style.left = `${Math.min(from, e.clientX) - box().left}px`;
    brush.style.width = `${Math.abs(e.clientX - from)}px`;
  });
  window.addEventListener("pointerup", (e) => {
    if (from === null) return;
    const [low, high] = [Math.min(from, e.clientX), Math.max(from, e.clientX)];
    from = null;
    if (high - low >= 4) return open(day(low), day(high) - day(low));
    const mark = e.target.closest?.(".m, .called");
    if (mark?.dataset.days) open(Number(mark.dataset.at), Number(mark.dataset.days));
    else if (mark?.dataset.e) location.assign(`/event/${encodeURIComponent(mark.dataset.e)}`);
    else if (mark?.dataset.href) location.assign(mark.dataset.href);
  });
  document.addEventListener("leave", () => { from = null; brush.setAttribute("hidden", ""); });
}
