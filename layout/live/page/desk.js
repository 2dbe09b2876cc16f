// The pages: as spreads, alone or small; only those that look otherwise are exchanged, and nothing jumps.
import { ask } from "./net.js";
import { say } from "./say.js";
import { layGrid, layWords } from "./layer.js";

const desk = document.getElementById("desk");
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.25, 1.5, 2, 2.5, 3, 4];
const SCREEN = 96 / 72;
const THUMB = 150;

let sheets = [];
let nodes = [];
let view = "spreads";
let zoom = null; // null: fitted to the window
let memory = "szpalta";
let drawn = "plain"; // how pictures are drawn
let grid = null; // the theme's grid where it is to be seen
let bleed = 0; // points beyond the trim where they are to be seen

export const seen = { sheets: () => sheets, node: (index) => nodes[index], view: () => view, fitted: () => zoom === null };

export function remember(place) {
  memory = `szpalta:${place}`;
  try {
    const kept = JSON.parse(localStorage.getItem(memory) ?? "{}");
    view = kept.view ?? view;
    zoom = kept.zoom ?? null;
    return kept.anchor ?? null;
  } catch { return null; }
}

function keep() {
  localStorage.setItem(memory, JSON.stringify({ view, zoom, anchor: anchor() }));
}

export function scale() {
  if (view === "thumbs") return sheets.length ? THUMB / sheets[0].width : 1;
  return zoom === null ? fitting() : zoom * SCREEN;
}

function fitting() {
  if (!sheets.length) return 1;
  const across = view === "spreads" && sheets.length > 1 ? 2 : 1;
  const width = desk.clientWidth - 64;
  const height = desk.clientHeight - 72;
  return Math.max(0.15, Math.min(width / (across * sheets[0].width), height / sheets[0].height));
}

export function percent() { return Math.round((scale() / SCREEN) * 100); }

// Shows the pages otherwise: drawn with bleed, in one ink, in grey; with the grid over them.
export function lookAt(wanted, name, numbers) {
  drawn = wanted;
  grid = name === "grid" ? numbers : null;
  bleed = name === "bleed" && numbers ? numbers.bleed : 0;
  desk.dataset.look = name;
  change(() => { for (const node of nodes) { delete node.dataset.width; delete node.dataset.asked; } });
  nodes.forEach((node, index) => layGrid(node, sheets[index], grid));
  refresh();
}

// What one looks at: the sheet in the middle of the desk, and which part of it stands there.
export function anchor() {
  const middle = desk.getBoundingClientRect().top + desk.clientHeight / 2;
  let best = null;
  for (const [index, node] of nodes.entries()) {
    const box = node.getBoundingClientRect();
    const away = box.top > middle ? box.top - middle : Math.max(0, middle - box.bottom);
    if (best === null || away < best.away) best = { away, index, box };
  }
  if (best === null) return null;
  const share = (middle - best.box.top) / (best.box.height || 1);
  const across = (desk.getBoundingClientRect().left + desk.clientWidth / 2 - best.box.left) / (best.box.width || 1);
  return { index: best.index, name: sheets[best.index]?.name, share, across };
}

export function hold(place) {
  if (!place) return;
  const named = sheets.findIndex((sheet) => sheet.name === place.name);
  const index = named >= 0 && sheets[place.index]?.name !== place.name ? named : Math.min(place.index, nodes.length - 1);
  const node = nodes[index];
  if (!node) return;
  const box = node.getBoundingClientRect();
  const own = desk.getBoundingClientRect();
  desk.scrollTop += box.top + place.share * box.height - (own.top + desk.clientHeight / 2);
  desk.scrollLeft += box.left + place.across * box.width - (own.left + desk.clientWidth / 2);
}

export function change(how) {
  const place = anchor();
  how();
  arrange();
  size();
  hold(place);
  keep();
  desk.dispatchEvent(new Event("looked"));
}

export function show(wanted) { change(() => { view = wanted; }); }
export function fit() { change(() => { zoom = null; }); }
export function step(way) {
  change(() => {
    if (view === "thumbs") view = "pages";
    const now = scale() / SCREEN;
    const steps = way > 0 ? STEPS.filter((one) => one > now + 0.01) : STEPS.filter((one) => one < now - 0.01).reverse();
    zoom = steps[0] ?? now;
  });
}

// Takes the sheets of a new state; gives those that look otherwise than before.
export function take(fresh) {
  const place = nodes.length ? anchor() : null;
  const kept = new Map();
  nodes.forEach((node, index) => kept.set(sheets[index].name, node));
  const free = nodes.filter((node, index) => !fresh.some((sheet) => sheet.name === sheets[index].name));
  const before = sheets;
  sheets = fresh;
  nodes = fresh.map((sheet, index) => {
    const same = kept.get(sheet.name);
    if (same) { kept.delete(sheet.name); return same; }
    const own = free.indexOf(nodes[index]);
    const reused = own >= 0 ? free.splice(own, 1)[0] : null;
    return reused ?? blank();
  });
  for (const node of free) node.remove();
  arrange();
  size();
  nodes.forEach((node, index) => dress(node, fresh[index], index));
  if (before.length) hold(place);
  desk.dispatchEvent(new Event("looked"));
}

function blank() {
  const node = document.createElement("section");
  node.className = "sheet";
  return node;
}

function arrange() {
  desk.dataset.view = view;
  const groups = view === "spreads" ? spreads() : sheets.map((_, index) => [index]);
  const rows = [...desk.querySelectorAll(":scope > .spread")];
  groups.forEach((group, order) => {
    const row = rows[order] ?? desk.appendChild(Object.assign(document.createElement("div"), { className: "spread" }));
    const wanted = group.map((index) => nodes[index]);
    if (wanted.length !== row.children.length || wanted.some((node, at) => row.children[at] !== node)) row.replaceChildren(...wanted);
  });
  rows.slice(groups.length).forEach((row) => row.remove());
}

// Even pages stand left, odd ones right.
function spreads() {
  const groups = [];
  sheets.forEach((sheet, index) => {
    const last = groups.at(-1);
    const left = last && sheets[last[0]].number % 2 === 0 && last.length === 1;
    if (left && sheet.number % 2 === 1) last.push(index);
    else groups.push([index]);
  });
  return groups;
}

function size() {
  const by = scale();
  desk.style.setProperty("--bleed", `${bleed * by}px`);
  nodes.forEach((node, index) => {
    node.style.width = `${sheets[index].width * by}px`;
    node.style.height = `${sheets[index].height * by}px`;
    node.style.containIntrinsicSize = `${sheets[index].width * by}px ${sheets[index].height * by}px`;
  });
  later(refresh);
}

function dress(node, sheet, index) {
  node.dataset.index = index;
  node.dataset.number = sheet.number;
  node.setAttribute("aria-label", say("page", { number: sheet.number }));
  if (node.dataset.name === sheet.name) return;
  node.dataset.name = sheet.name;
  delete node.dataset.width;
  watcher.unobserve(node);
  watcher.observe(node);
}

const near = new Set();
const watcher = new IntersectionObserver((entries) => {
  for (const { target, isIntersecting } of entries) {
    if (isIntersecting) { near.add(target); paint(target); words(target); } else near.delete(target);
  }
}, { root: desk, rootMargin: "120% 60%" });

function refresh() { near.forEach((node) => { paint(node); words(node); }); }

let waiting = 0;
function later(what) { clearTimeout(waiting); waiting = setTimeout(what, 60); }

// The picture of a sheet as fine as it is shown; the old one stays until the new one is there.
async function paint(node) {
  const sheet = sheets[Number(node.dataset.index)];
  if (!sheet || sheet.name !== node.dataset.name) return;
  const width = Math.ceil(sheet.width * scale() * devicePixelRatio);
  const asked = `${sheet.name}/${width}/${drawn}`;
  if (Number(node.dataset.width ?? 0) >= width || node.dataset.asked === asked) return;
  node.dataset.asked = asked;
  const picture = new Image();
  picture.alt = "";
  picture.src = `/sheets/${sheet.name}/${width}.png${drawn === "plain" ? "" : `?look=${drawn}`}`;
  try { await picture.decode(); } catch {
    if (drawn !== "plain") desk.dispatchEvent(new Event("unmeasured")); else delete node.dataset.asked;
    return;
  }
  if (node.dataset.asked !== asked) return;
  node.dataset.width = width;
  node.dataset.painted = sheet.name;
  const old = node.querySelector(":scope > img");
  if (old) old.replaceWith(picture); else node.prepend(picture);
  node.dispatchEvent(new CustomEvent("painted", { bubbles: true }));
}

async function words(node) {
  const name = node.dataset.name;
  if (node.dataset.words === name) return;
  node.dataset.words = name;
  try {
    const layer = await ask(`/sheets/${name}/words`);
    if (node.dataset.name !== name) return;
    layWords(node, sheets[Number(node.dataset.index)], layer, go);
    if (grid) layGrid(node, sheets[Number(node.dataset.index)], grid);
    node.dispatchEvent(new CustomEvent("worded", { bubbles: true }));
  } catch { delete node.dataset.words; }
}

// All words are laid in the end, so that the browser finds them on pages that nobody has seen yet.
export function layAll() {
  let at = 0;
  const next = () => {
    const node = nodes[at++];
    if (!node) return;
    words(node).finally(() => requestIdleCallback(next, { timeout: 500 }));
  };
  requestIdleCallback(next, { timeout: 500 });
}

export function go(index, y = 0, inBody = false) {
  if (inBody) index += sheets.findIndex((sheet) => sheet.body);
  const node = nodes[Math.max(0, Math.min(nodes.length - 1, index))];
  if (!node) return;
  const down = (y / sheets[Number(node.dataset.index)].height) * node.getBoundingClientRect().height;
  const top = node.getBoundingClientRect().top - desk.getBoundingClientRect().top;
  desk.scrollTop += y ? top + down - desk.clientHeight / 3 : top - 28;
  keep();
}

export function turn(way) {
  const now = anchor();
  if (!now) return;
  const rows = [...desk.querySelectorAll(":scope > .spread")];
  const row = nodes[now.index].parentElement;
  const next = rows[rows.indexOf(row) + way];
  if (next) go(Number(next.firstElementChild.dataset.index));
}

desk.addEventListener("scroll", () => later(keep), { passive: true });
new ResizeObserver(() => { if (nodes.length) change(() => {}); }).observe(desk);
