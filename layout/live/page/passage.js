// One passage in both languages, to be written where it is seen.
import { ask, send } from "./net.js";
import { language, make, say } from "./say.js";
import { mark } from "./layer.js";
import { seen } from "./desk.js";

const PAUSE = 90; // milliseconds after the last key
let open = null;
let timer = 0;
let sending = Promise.resolve();

export const current = () => open;

export async function openAt(sheet, x, y) {
  return take(await ask(`/hit?sheet=${sheet}&x=${x}&y=${y}&language=${language}`));
}

export async function openPlace(file, line, column) {
  return take(await ask(`/passage?file=${encodeURIComponent(file)}&line=${line}&column=${column}&language=${language}`));
}

export async function openRoute(file, route) {
  return take(await ask(`/passage?file=${encodeURIComponent(file)}&route=${encodeURIComponent(JSON.stringify(route))}&language=${language}`));
}

async function take(passage) {
  open = passage && passage.sides.length ? passage : null;
  point();
  return open;
}

// After pages were set anew the same passage stands elsewhere.
export async function follow() {
  if (!open) return;
  const route = encodeURIComponent(JSON.stringify(open.sides[0].route));
  try {
    const fresh = await ask(`/passage?file=${encodeURIComponent(open.file)}&route=${route}&language=${language}`);
    if (!open) return;
    open.marks = fresh.marks;
    fresh.sides.forEach((side, at) => { if (open.sides[at]) open.sides[at].line = side.line; });
  } catch { open.marks = []; }
  point();
}

export function point() { mark(seen.node, open?.marks ?? [], "chosen", () => ""); }

export function forget() { open = null; point(); }

export function panel(changed) {
  const sides = open.sides.map((side) => field(side, changed));
  return make("div", { class: "passage" }, placeLine(), make("div", { class: sides.length > 1 ? "pair" : "" }, ...sides), blockTools(changed));
}

function placeLine() {
  const place = `${open.file}:${open.sides[0].line}`;
  return make("p", { class: "place" },
    make("a", { href: `vscode://file${open.path}:${open.sides[0].line}`, title: say("to-editor") }, place),
    make("button", { class: "small", onclick: () => navigator.clipboard?.writeText(place) }, say("copy-place")));
}

function field(side, changed) {
  const id = `words-${side.language ?? "both"}`;
  const area = make("textarea", { id, lang: side.language, spellcheck: "true", rows: 4 });
  area.value = side.words;
  const count = make("p", { class: "count" });
  const shown = make("div", { class: "shown", lang: side.language });
  const report = make("p", { class: "refused", role: "alert" });
  const tellCount = () => { count.textContent = say("letters", { count: area.value.length }); };
  const fitArea = () => { area.style.height = "auto"; area.style.height = `${area.scrollHeight + 2}px`; };
  area.addEventListener("input", () => {
    tellCount();
    fitArea();
    clearTimeout(timer);
    timer = setTimeout(() => write(side, area.value, report, shown, changed), PAUSE);
  });
  requestAnimationFrame(fitArea);
  tellCount();
  typeset(side, area.value, shown);
  return make("div", { class: `side ${side.language ?? ""}` },
    make("label", { for: id }, say(side.language ? `in-${side.language}` : "in-both")), area, count, report, shown);
}

function write(side, words, report, shown, changed) {
  const was = side.words;
  side.words = words.trim();
  sending = sending.then(async () => {
    try {
      changed(await send(`/words?language=${language}`, { file: open.file, route: side.route, words, was }));
      report.textContent = "";
    } catch (refusal) {
      side.words = was;
      report.textContent = (refusal.said ?? []).map((one) => `${one.what}: ${one.do}`).join("\n") || say("not-taken");
    }
  });
  typeset(side, words, shown);
}

async function typeset(side, words, shown) {
  if (!side.language) return;
  const set = await send("/typeset", { language: side.language, words });
  const details = make("details", {}, make("summary", {}, say("as-set")),
    make("p", { class: "set" }, ...glyphs(set.shown)), make("p", { class: "set breaks" }, set.breaks),
    make("ul", {}, ...set.changes.map((one) => make("li", {}, make("code", {}, one.rule), ` ${one.before} → ${one.after.replaceAll("\u00a0", "␣")}`))));
  details.open = shown.querySelector("details")?.open ?? false;
  shown.replaceChildren(details);
}

// A no-break space shows as a small mark; a word as typed.
function glyphs(text) {
  return text.split(/([~^])/).map((part) => (part === "~" || part === "^" ? make("span", { class: "bond", title: say("bond") }, part === "~" ? "␣" : "·") : part));
}

function blockTools(changed) {
  if (!open.block.length) return null;
  const at = open.block[0];
  const act = (how, more = {}) => async () => {
    try { changed(await send(`/block?language=${language}`, { file: open.file, route: [at], how, ...more }), how); } catch (refusal) { tell(refusal); }
  };
  const said = make("p", { class: "refused", role: "alert" });
  const tell = (refusal) => { said.textContent = (refusal.said ?? []).map((one) => `${one.what}: ${one.do}`).join("\n") || say("not-taken"); };
  const written = `paragraph:\n  pl: ${say("new-pl")}\n  cs: ${say("new-cs")}`;
  return make("div", { class: "block" }, make("h3", {}, say("block")),
    make("button", { onclick: act("move", { to: at - 1 }), disabled: at === 0 }, say("up")),
    make("button", { onclick: act("move", { to: at + 1 }) }, say("down")),
    make("button", { onclick: async () => { try { changed(await send(`/block?language=${language}`, { file: open.file, route: [at + 1], how: "insert", written }), "insert"); } catch (refusal) { tell(refusal); } } }, say("add")),
    make("button", { onclick: act("copy", { to: at + 1 }) }, say("copy")),
    make("button", { onclick: act("remove") }, say("remove")), said);
}
