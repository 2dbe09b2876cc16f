// A new block is chosen by what it looks like: small pictures, the two accents for the two languages.
import { ask } from "./net.js";
import { make, say } from "./say.js";
import { draw } from "./layer.js";

// Strokes on a sheet of 48 by 36: [x, y, width, height, colour]; p and c are the languages, k what they share.
const lines = (x, colour, widths, y = 5, step = 5, height = 2) => widths.map((width, at) => [x, y + at * step, width, height, colour]);
const both = (widths, y, step, height) => [...lines(4, "p", widths, y, step, height), ...lines(26, "c", widths, y, step, height)];
const PICTURES = {
  heading: [...both([14], 6, 5, 4), ...both([18, 16, 17], 16)],
  lead: both([18, 17, 12], 6, 8, 4),
  paragraph: both([18, 18, 17, 18, 18, 11]),
  list: [...both([13, 11, 14], 8, 8).map(([x, y, w, h, c]) => [x + 4, y, w, h, c]), ...both([2, 2, 2], 8, 8)],
  quote: [...both([2], 6, 5, 24), ...both([13, 12, 9], 9, 7, 3).map(([x, y, w, h, c]) => [x + 4, y, w, h, c])],
  figure: [[4, 4, 40, 21, "k"], ...both([16], 29)],
  facts: [[4, 6, 14, 11, "k"], [26, 6, 14, 11, "k"], ...both([15, 11], 22)],
  timeline: [[4, 11, 40, 1.5, "k"], [8, 8, 7, 7, "k"], [24, 8, 7, 7, "k"], [38, 8, 6, 7, "k"], ...both([14, 10], 22)],
  table: [[4, 5, 40, 1.5, "k"], [4, 13, 40, 1, "k"], [4, 30, 40, 1.5, "k"], ...both([8, 7, 8], 8, 8), ...lines(14, "p", [8, 8, 8], 8, 8), ...lines(36, "c", [8, 8, 8], 8, 8)],
  contacts: [...both([12], 6, 5, 3), ...both([16, 14, 15], 14)],
  qr: [[4, 6, 20, 20, "k"], [8, 10, 4, 4, "w"], [16, 10, 4, 4, "w"], [8, 18, 4, 4, "w"], ...lines(28, "p", [16, 12], 8), ...lines(28, "c", [16, 12], 20)],
  contents: [...both([12, 10, 13, 9], 6, 7), ...lines(19, "k", [3, 3, 3, 3], 6, 7), ...lines(41, "k", [3, 3, 3, 3], 6, 7)],
  imprint: [...both([12], 6, 5, 3), ...both([16, 15, 16, 11], 13, 5, 1.2)],
  publicity: [[4, 8, 15, 10, "k"], [24, 8, 9, 10, "p"], [36, 8, 8, 10, "c"], [4, 24, 40, 2, "k"], [4, 29, 28, 2, "k"]],
  practical: [...both([11, 11, 11], 7, 9), ...both([18, 18, 18], 12, 9, 0.8)],
  notes: [0, 1, 2, 3, 4].map((at) => [4, 7 + at * 6, 40, 0.8, "k"]),
  programme: [...lines(4, "k", [7, 7, 7, 7], 6, 7), ...lines(14, "p", [13, 11, 13, 9], 6, 7), ...lines(31, "c", [13, 11, 13, 9], 6, 7)],
  participants: [[4, 6, 6, 6, "k"], [4, 20, 6, 6, "k"], ...lines(14, "p", [13, 10], 7, 14), ...lines(31, "c", [13, 10], 7, 14), ...lines(14, "k", [28, 26], 13, 14, 1)],
  glossary: [...both([8, 10, 7], 6, 9, 3), ...both([17, 15, 17], 10.5, 9, 1)],
  index: both([9, 12, 8, 11, 10], 6, 6, 1.6),
  map: [[4, 4, 40, 28, "k"], [10, 22, 5, 5, "w"], [32, 9, 5, 5, "w"], [15, 18, 17, 1.5, "w"]],
  "page-break": [[8, 4, 32, 11, "k"], [4, 18, 40, 0.8, "k"], [8, 21, 32, 11, "k"]],
};

function picture(kind) {
  const svg = draw("svg", { viewBox: "0 0 48 36", "aria-hidden": "true", class: "kind" });
  for (const [x, y, width, height, colour] of PICTURES[kind] ?? []) svg.append(draw("rect", { x, y, width, height, rx: Math.min(0.8, height / 2), class: `ink-${colour}` }));
  return svg;
}

export async function chooseKind(choose) {
  const { kinds, pictures } = await ask("/kinds");
  return make("div", { class: "kinds", role: "group", "aria-label": say("choose-kind") },
    ...kinds.map((kind) => make("button", { "data-kind": kind, disabled: kind === "figure" && !pictures.length, onclick: () => choose(kind) }, picture(kind), make("span", {}, say(`kind-${kind}`)))));
}
