// Puts the page together: what is shown, what is wrong, and the keys.
import { ask, listen, send } from "./net.js";
import { language, make, name, say, speak } from "./say.js";
import * as desk from "./desk.js";
import * as passage from "./passage.js";
import { productsPanel } from "./products.js";
import { translationPanel } from "./translation.js";
import { countProblems, listProblems, markProblems, withObjections } from "./problems.js";
import { bringPanel, refusal, watchDrops } from "./bring.js";
import { designPanel } from "./design.js";
import * as looks from "./looks.js";

const by = (id) => document.getElementById(id);
let state = null;
let asked = 0;
let standing = { files: [], undo: false, redo: false, conflicts: [] };

async function update() {
  const mine = ++asked;
  const fresh = await ask(`/state?language=${language}`);
  if (mine !== asked) return;
  if (fresh.start) { if (state && !state.start) location.reload(); else await begins(fresh); return; }
  if (state?.start) { location.reload(); return; }
  const first = state === null;
  const pages = !state || fresh.sheets.map((one) => one.name).join() !== state.sheets.map((one) => one.name).join();
  const grids = JSON.stringify(state?.grid) !== JSON.stringify(fresh.grid);
  state = { ...fresh, problems: withObjections(fresh.problems, fresh.objections) };
  document.title = `${state.title || state.place} · Szpalta`;
  by("title").textContent = state.title || state.place;
  const kept = first ? desk.remember(state.place) : null;
  if (pages && state.sheets.length) {
    by("desk").querySelector(".empty")?.remove();
    desk.take(state.sheets);
    if (kept) desk.hold(kept);
    desk.layAll();
  }
  tell();
  if (passage.current()) await passage.follow();
  if (pages || grids) await looks.choose(looks.current(), state.grid);
  await stand(await ask("/unsaved"));
  if (state.at && !arrived && state.sheets.length) { arrived = true; await arrive(state.at); }
  window.dispatchEvent(new CustomEvent("state", { detail: state }));
}

async function begins(fresh) {
  if (state) return;
  state = fresh;
  document.title = `${say("start-title")} · Szpalta`;
  const { showStart } = await import("./start.js");
  await showStart(by("desk"));
}

// The place that the program was asked to show first.
let arrived = false;
async function arrive(at) {
  const found = await passage.openPlace(at.file, at.line).catch(() => passage.openPlace(`${state.place}/${at.file}`, at.line)).catch(() => null);
  if (!found) return;
  await openPassage(found);
  const mark = passage.current().marks[0];
  if (mark) desk.go(mark.sheet, mark.y);
}

function tell() {
  const now = state.busy ? "busy" : state.failed ? "failed" : "current";
  by("status").dataset.state = now;
  by("status").textContent = say(now);
  countProblems(by("problems-button"), state.problems);
  markProblems(state.problems);
  if (!state.sheets.length && !by("desk").children.length) by("desk").append(make("p", { class: "empty" }, say(state.busy ? "first" : "nothing")));
  redraw();
}

// The panels of the side: what each shows, and the button that opens it.
const PANELS = {
  problems: async () => listProblems(state.problems, (one) => { if (one.line) openPlace(one.file, one.line, one.column); }, mend),
  bring: () => bringPanel(() => openPanel("bring"), stand),
  design: () => designPanel(stand),
  reading: async () => looks.readingPanel(),
  translation: () => translationPanel(openPlace, () => openPanel("translation")),
  products: () => productsPanel(standing.files.length > 0, () => openPanel("products")),
};

async function openPanel(which) {
  const side = by("side");
  const shown = await PANELS[which]();
  const top = side.dataset.shown === which ? side.scrollTop : 0;
  const focused = document.activeElement?.id;
  side.dataset.shown = which;
  side.hidden = false;
  tellButtons();
  side.replaceChildren(closeButton(), make("h2", { tabindex: "-1" }, say(which)), shown);
  side.scrollTop = top;
  if (focused) by(focused)?.focus({ preventScroll: true });
}

function tellButtons() {
  for (const which of Object.keys(PANELS)) by(`${which}-button`)?.setAttribute("aria-expanded", String(by("side").dataset.shown === which));
}

// Asks for a change and shows how things stand then; why it was refused stands below the pages.
async function attempt(path, wish) {
  const told = by("told");
  try {
    await stand(await send(`${path}?language=${language}`, wish));
    if (told.dataset.refused) { told.hidden = true; delete told.dataset.refused; }
  } catch (refused) {
    told.hidden = false;
    told.dataset.refused = "1";
    told.textContent = refusal(refused);
    await stand(await ask("/unsaved"));
  }
}

function mend(problem) {
  const { how, to } = problem.fix;
  return attempt("/set", { how, file: problem.file, line: problem.line, column: problem.column, to });
}

function toggle(which) { if (by("side").dataset.shown === which) closeSide(); else openPanel(which); }

function openPlace(file, line, column) { openPassage(passage.openPlace(file, line, column).catch(() => null)); }

let drawing = 0;
const STILL = new Set(["bring", "design", "reading"]); // panels that are not drawn anew under one's hands
function redraw() {
  const shown = by("side").dataset.shown;
  if (shown in PANELS && !STILL.has(shown)) { clearTimeout(drawing); drawing = setTimeout(() => openPanel(shown), 80); }
}

async function openPassage(found) {
  if (!(await found)) return;
  const side = by("side");
  side.dataset.shown = "passage";
  side.hidden = false;
  tellButtons();
  const kind = say(`kind-${passage.current().kind}`);
  side.replaceChildren(closeButton(), make("h2", { tabindex: "-1" }, kind.startsWith("kind-") ? say("passage") : kind), passage.panel(changed));
  passage.point();
  stand(standing);
}

async function changed(now, how, added) {
  await stand(now);
  if (added) await openPassage(passage.openBlock(added.file, added.block).catch(() => null));
  else if (how) closeSide();
}

async function walk(way) {
  await attempt(way, {});
  const open = passage.current();
  if (open) await openPassage(passage.openRoute(open.file, open.sides[0].route).catch(() => null));
}

function save() { return attempt("/save", {}); }

async function stand(now) {
  standing = now;
  by("standing").textContent = now.files.length ? say("unsaved", { count: now.files.length }) : say("saved");
  by("undo").disabled = !now.undo;
  by("redo").disabled = !now.redo;
  by("save").disabled = !now.files.length;
  by("conflicts").replaceChildren(...now.conflicts.map((one) => make("section", { class: "conflict", role: "alert" },
    make("h3", {}, `${say("conflict")} · ${one.file}`),
    make("h3", {}, say("mine-text")), make("p", {}, one.mine), make("h3", {}, say("theirs-text")), make("p", {}, one.theirs),
    make("button", { onclick: () => settle(one.file, true) }, say("mine")), " ",
    make("button", { onclick: () => settle(one.file, false) }, say("theirs")))));
}

function settle(file, mine) { return attempt("/settle", { file, mine }); }

function closeButton() {
  const button = make("button", { class: "close", onclick: closeSide }, "×");
  name(button, "close");
  return button;
}

function closeSide() {
  by("side").hidden = true;
  by("side").dataset.shown = "";
  passage.forget();
  tellButtons();
  by("desk").focus();
}

function look() {
  by("zoom").textContent = `${desk.percent()} %`;
  for (const button of by("views").children) button.setAttribute("aria-pressed", String(button.dataset.view === desk.seen.view()));
  by("fit").setAttribute("aria-pressed", String(desk.seen.fitted()));
  if (state) markProblems(state.problems);
}

const KEYS = { PageDown: () => desk.turn(1), PageUp: () => desk.turn(-1), "+": () => desk.step(1), "=": () => desk.step(1), "-": () => desk.step(-1), 0: desk.fit, Escape: closeSide };

function press(event) {
  if (event.target.closest("input, textarea, select, [contenteditable]") || event.ctrlKey || event.metaKey || event.altKey) return;
  const what = KEYS[event.key];
  if (!what) return;
  event.preventDefault();
  what();
}

// A click on words opens them; one that ends a selection does not.
function click(event) {
  const node = event.target.closest(".sheet");
  if (!node || event.target.closest("a") || String(getSelection())) return;
  const box = node.getBoundingClientRect();
  const sheet = state.sheets[Number(node.dataset.index)];
  const x = ((event.clientX - box.left) / box.width) * sheet.width;
  const y = ((event.clientY - box.top) / box.height) * sheet.height;
  openPassage(passage.openAt(Number(node.dataset.index), x.toFixed(1), y.toFixed(1)));
}

async function begin() {
  await speak(localStorage.getItem("szpalta:language") ?? document.documentElement.lang);
  by("language").value = language;
  by("language").addEventListener("change", async (event) => {
    localStorage.setItem("szpalta:language", event.target.value);
    await speak(event.target.value);
    looks.fill(by("look"));
    stand(standing);
    if (state?.start) { state = null; await update(); return; }
    await update();
    look();
  });
  by("views").addEventListener("click", (event) => { if (event.target.dataset.view) desk.show(event.target.dataset.view); });
  by("smaller").addEventListener("click", () => desk.step(-1));
  by("larger").addEventListener("click", () => desk.step(1));
  by("fit").addEventListener("click", desk.fit);
  by("undo").addEventListener("click", () => walk("/undo"));
  by("redo").addEventListener("click", () => walk("/redo"));
  by("save").addEventListener("click", save);
  for (const which of Object.keys(PANELS)) by(`${which}-button`)?.addEventListener("click", () => toggle(which));
  looks.fill(by("look"));
  by("look").addEventListener("change", async (event) => {
    await looks.choose(event.target.value, state.grid);
    if (looks.current() === "reading") await openPanel("reading"); else if (by("side").dataset.shown === "reading") closeSide();
    by("told").replaceChildren(...(looks.current() === "states" ? [looks.legend()] : looks.isInk() ? [say("ink-about")] : []));
    by("told").hidden = !by("told").childNodes.length;
    by("look").focus();
  });
  by("desk").addEventListener("unmeasured", () => { by("told").hidden = false; by("told").textContent = say("not-measured"); });
  let overlaid = 0;
  by("desk").addEventListener("worded", () => { clearTimeout(overlaid); overlaid = setTimeout(() => { if (state.sheets) { markProblems(state.problems); looks.over(); passage.point(); } }, 120); });
  watchDrops(() => openPanel("bring"), () => openPanel("bring"));
  by("desk").addEventListener("looked", look);
  document.addEventListener("keydown", press);
  document.addEventListener("keydown", (event) => { if ((event.ctrlKey || event.metaKey) && event.key === "s") { event.preventDefault(); save(); } });
  by("desk").addEventListener("click", click);
  listen(update, (away) => { by("away").hidden = !away; by("away").textContent = away ? say("away") : ""; });
}

begin();
