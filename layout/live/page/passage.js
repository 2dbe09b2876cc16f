// One passage in both languages, to be written where it is seen.
import { ask, send } from "./net.js";
import { language, make, say } from "./say.js";
import { mark } from "./layer.js";
import { seen } from "./desk.js";
import { frame } from "./picture.js";
import { chooseKind } from "./kinds.js";
import { refusal } from "./bring.js";

const PAUSE = 90; // milliseconds after the last key
let open = null;
let timer = 0;
let sending = Promise.resolve();

export const current = () => open;

export async function openAt(sheet, x, y) {
  return take(await ask(`/hit?sheet=${sheet}&x=${x}&y=${y}&language=${language}`));
}

export async function openPlace(file, line, column = 0) {
  return take(await ask(`/passage?file=${encodeURIComponent(file)}&line=${line}&column=${column}&language=${language}`));
}

export async function openRoute(file, route) {
  return take(await ask(`/passage?file=${encodeURIComponent(file)}&route=${encodeURIComponent(JSON.stringify(route))}&language=${language}`));
}

// A block that was just put in: its first words.
export async function openBlock(file, block) {
  const text = encodeURIComponent(file);
  return take(await ask(`/passage?file=${text}&block=${block}&language=${language}`));
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
    open.pictures = fresh.pictures;
    fresh.sides.forEach((side, at) => { if (open.sides[at]) open.sides[at].line = side.line; });
  } catch { open.marks = []; }
  point();
}

export function point() {
  mark(seen.node, open?.marks ?? [], "chosen", () => "");
  frame(open, told);
}

let told = () => {};

export function forget() { open = null; point(); }

export function panel(changed) {
  told = changed;
  const sides = open.sides.map((side) => field(side, changed));
  return make("div", { class: "passage" }, placeLine(), make("div", { class: sides.length > 1 ? "pair" : "" }, ...sides), settings(changed), blockTools(changed));
}

// What may be said of a block beside its words.
function settings(changed) {
  if (!open.settings.length) return null;
  const said = make("p", { class: "refused", role: "alert" });
  const set = async (one, to) => {
    try { changed(await send(`/set?language=${language}`, { how: to === "" ? "unset" : "put", file: open.file, route: one.route, to })); said.textContent = ""; } catch (refused) { said.textContent = refusal(refused); }
  };
  return make("div", { class: "settings" }, make("h3", {}, say("settings")), make("div", { class: "fields" },
    ...open.settings.map((one) => make("label", {}, make("span", {}, say(`setting-${one.key}`)), setting(one, (to) => set(one, to))))),
    open.kind === "figure" ? make("p", { class: "count" }, say("by-hand")) : null, said);
}

function setting(one, set) {
  const node = one.choices.length
    ? make("select", {}, make("option", { value: "" }, "—"), ...one.choices.map((value) => make("option", { value, selected: value === one.value }, say(`value-${value}`))))
    : make("input", { type: "text" });
  if (!one.choices.length) node.value = one.value ?? "";
  node.addEventListener("change", () => { if (node.value !== (one.value ?? "")) { one.value = node.value; set(node.value); } });
  return node;
}

function placeLine() {
  const line = Math.max(...open.sides.map((side) => side.line));
  const place = `${open.file}:${line}`;
  return make("p", { class: "place" },
    make("a", { href: `vscode://file${open.path}:${line}`, title: say("to-editor") }, place),
    make("button", { class: "small", onclick: () => navigator.clipboard?.writeText(place) }, say("copy-place")));
}

function field(side, changed) {
  const id = `words-${side.language ?? "both"}`;
  const area = make("textarea", { id, lang: side.language, spellcheck: "true", rows: 3 });
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
  const hold = make("button", { class: "small", onclick: () => { area.setRangeText("\u00a0", area.selectionStart, area.selectionEnd, "end"); area.dispatchEvent(new Event("input")); area.focus(); } }, say("put-bond"));
  return make("div", { class: `side ${side.language ?? ""}` },
    make("label", { for: id }, say(side.language ? `in-${side.language}` : "in-both")), area,
    make("div", { class: "under" }, hold, count), side.line ? null : make("p", { class: "missing-side" }, say("translate-this")), report, shown);
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
    make("ul", {}, ...set.changes.map((one) => make("li", {}, make("code", {}, one.rule), ` ${one.before} → ${visible(one.after)} `, one.rule ? make("button", { class: "small", "aria-label": say("rule-off", { rule: one.rule }), onclick: () => switchOff(one.rule) }, say("never")) : null))));
  details.open = shown.querySelector("details")?.open ?? false;
  shown.replaceChildren(details);
}

// Spaces that nobody sees, and marks of the program's own, as a mark.
const visible = (text) => text.replace(/[\u00a0\u2000-\u200a\u202f\u2060\ue000-\uf8ff]/g, "␣");

async function switchOff(rule) {
  try { told(await send(`/set?language=${language}`, { how: "rule", to: rule })); } catch { /* the rule is off already */ }
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
  const kinds = make("div", {});
  const add = make("button", { "aria-expanded": "false", onclick: async () => {
    const shown = add.getAttribute("aria-expanded") === "true";
    add.setAttribute("aria-expanded", String(!shown));
    kinds.replaceChildren(...(shown ? [] : [await chooseKind(insert)]));
    kinds.querySelector("button")?.focus();
  } }, say("add"));
  const insert = async (kind) => {
    try {
      const now = await send(`/block?language=${language}`, { file: open.file, route: [at + 1], how: "insert", kind });
      changed(now, "insert", { file: open.file, block: at + 1 });
    } catch (refused) { tell(refused); }
  };
  return make("div", { class: "block" }, make("h3", {}, say("block")),
    make("button", { onclick: act("move", { to: at - 1 }), disabled: at === 0 }, say("up")),
    make("button", { onclick: act("move", { to: at + 1 }) }, say("down")),
    add,
    make("button", { onclick: act("copy", { to: at + 1 }) }, say("copy")),
    make("button", { onclick: act("remove") }, say("remove")), kinds, said);
}
