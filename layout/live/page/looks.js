// Other ways to look at the pages: bleed, grid, inks, grey, the order of reading, states of translation.
import { ask } from "./net.js";
import { language, make, say } from "./say.js";
import { mark } from "./layer.js";
import * as desk from "./desk.js";

export const LOOKS = ["plain", "bleed", "grid", "grey", "cyan", "magenta", "yellow", "black", "over", "reading", "states"];
const DRAWN = new Set(["bleed", "grey", "cyan", "magenta", "yellow", "black", "over"]);
const INKS = new Set(["cyan", "magenta", "yellow", "black", "over"]);
let look = "plain";
let reading = [];

export const current = () => look;
export const isInk = () => INKS.has(look);

export function fill(select) {
  select.replaceChildren(...LOOKS.map((one) => make("option", { value: one, selected: one === look }, say(`look-${one}`))));
}

export async function choose(wanted, grid) {
  look = wanted;
  const told = document.getElementById("told");
  told.hidden = true;
  desk.lookAt(DRAWN.has(look) ? look : "plain", look, grid);
  await over();
}

// What lies over the pictures: numbered elements, or passages in the colour of their state.
export async function over() {
  if (look === "reading") {
    reading = await ask("/reading");
    mark(desk.seen.node, reading.flatMap((one, at) => one.marks.map((box) => ({ ...box, number: at + 1, language: one.language }))), "read", (one) => one.language);
  } else mark(desk.seen.node, [], "read", () => "");
  if (look === "states") {
    const states = await ask(`/translation?language=${language}`).catch(() => []);
    mark(desk.seen.node, states.flatMap((one) => one.marks.map((box) => ({ ...box, status: one.status }))), "tint", (one) => one.status);
  } else mark(desk.seen.node, [], "tint", () => "");
}

export function readingPanel() {
  return make("div", {}, make("p", { class: "lead" }, say("reading-about")),
    make("ol", { class: "reading" }, ...reading.map((one) => make("li", { class: one.language },
      make("button", { onclick: () => { const first = one.marks[0]; if (first) desk.go(first.sheet, first.y); } },
        make("span", { class: "place" }, `${one.tag} · ${say(`in-${one.language}`)}`), make("span", { lang: one.language }, one.words || "—"))))));
}

export function legend() {
  return make("div", { class: "legend" }, ...["missing", "changed", "translated", "approved-pl", "approved-cs", "approved-both"].map((one) => make("span", { class: one }, say(`state-${one}`))));
}
