// A picture's width, height and the point that cropping keeps, moved by hand on the page.
import { send } from "./net.js";
import { language } from "./say.js";
import { draw } from "./layer.js";
import { seen } from "./desk.js";

const MM = 72 / 25.4;
let dragging = false;

export function frame(open, changed) {
  if (dragging) return;
  document.querySelectorAll(".sheet svg .frame").forEach((one) => one.remove());
  if (open?.kind !== "figure") return;
  const box = open.pictures[0];
  const svg = box && seen.node(box.sheet)?.querySelector(":scope > svg");
  if (!svg) return;
  const group = draw("g", { class: "frame", "aria-hidden": "true" });
  const edge = draw("rect", { class: "edge", x: box.x, y: box.y, width: box.width, height: box.height });
  const route = [...open.block, "figure"];
  const set = async (key, to, down = "") => {
    const wish = down ? { how: "aim", file: open.file, route: [...route, key], to, down } : { how: "put", file: open.file, route: [...route, key], to };
    try { changed(await send(`/set?language=${language}`, wish)); } catch { frame(open, changed); }
  };
  const mm = (points) => `${Math.max(5, Math.round(points / MM))}mm`;
  group.append(edge,
    handle(svg, box.x + box.width, box.y + box.height / 2, (x) => edge.setAttribute("width", Math.max(15, x - box.x)), (x) => set("width", mm(x - box.x))),
    handle(svg, box.x + box.width / 2, box.y + box.height, (x, y) => edge.setAttribute("height", Math.max(15, y - box.y)), (x, y) => set("height", mm(y - box.y))),
    handle(svg, box.x + box.width / 2, box.y + box.height / 2, () => {}, (x, y) => set("focus", percent((x - box.x) / box.width), percent((y - box.y) / box.height)), "focus"));
  svg.append(group);
}

const percent = (share) => `${Math.round(Math.min(1, Math.max(0, share)) * 100)}%`;

function handle(svg, x, y, move, done, kind = "edge-handle") {
  const node = draw("circle", { class: `handle ${kind}`, cx: x, cy: y, r: 5 });
  const at = (event) => {
    const box = svg.getBoundingClientRect();
    const view = svg.viewBox.baseVal;
    return [((event.clientX - box.left) / box.width) * view.width, ((event.clientY - box.top) / box.height) * view.height];
  };
  node.addEventListener("click", (event) => event.stopPropagation());
  node.addEventListener("pointerdown", (event) => {
    event.preventDefault();
    dragging = true;
    node.setPointerCapture(event.pointerId);
    const moving = (next) => { const [px, py] = at(next); move(px, py); if (kind === "focus") { node.setAttribute("cx", px); node.setAttribute("cy", py); } };
    node.addEventListener("pointermove", moving);
    node.addEventListener("pointerup", (last) => { dragging = false; node.removeEventListener("pointermove", moving); done(...at(last)); }, { once: true });
  });
  return node;
}
