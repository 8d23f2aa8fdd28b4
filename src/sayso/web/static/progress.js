// How far a read in the background is; when it ends, the page offers what came in.
const line = document.getElementById("progress");
let busy = false;

async function ask() {
  let told;
  try {
    const answer = await fetch("/progress", { credentials: "same-origin" });
    if (!answer.ok) return;
    told = await answer.json();
  } catch { line.hidden = false; line.textContent = "sayso has ended. Start it again to go on."; return; }
  const at = told.total ? ` ${told.done} of ${told.total}` : "";
  const words = {
    reading: `Reading${at} ${told.path}`,
    linking: "All are read. Linking who is who, and what is one event …",
    failed: `The read failed: ${told.message}`,
  };
  const done = busy && told.state === "done";
  line.hidden = !(told.state in words || done);
  if (done) {
    line.textContent = `Read: ${told.message}. `;
    const link = document.createElement("a");
    link.href = location.href;
    link.textContent = "Show what came in";
    line.append(link);
  } else if (told.state in words) line.textContent = words[told.state];
  busy = told.state === "reading" || told.state === "linking";
  if (busy) setTimeout(ask, 700);
}
addEventListener("load", ask);
