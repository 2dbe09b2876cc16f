// The list of what is wrong; a click leads to the place on the page.
import { make, say } from "./say.js";
import { mark } from "./layer.js";
import { go, seen } from "./desk.js";

export function countProblems(button, problems) {
  const worst = ["error", "warning", "note"].find((one) => problems.some((problem) => problem.severity === one));
  button.textContent = worst ? say(`count-${worst}`, { count: problems.filter((problem) => problem.severity === worst).length }) : say("no-problems");
  button.dataset.worst = worst ?? "";
}

// Objections to a product name a page of it (`file.pdf#4 (…)`): there they are marked as problems are.
export function withObjections(problems, objections) {
  const told = objections.map((one) => {
    const page = Number(/#(\d+)/.exec(one.file)?.[1] ?? 0);
    const at = /\(([\d.]+), ([\d.]+) mm\)/.exec(one.file);
    const marks = page ? [{ sheet: page - 1, x: Number(at?.[1] ?? 0) * POINTS, y: Number(at?.[2] ?? 0) * POINTS, width: at ? 12 : 0, height: at ? 12 : 0 }] : [];
    return { ...one, marks, fix: null, product: true };
  });
  return [...problems, ...told];
}

const POINTS = 72 / 25.4;

export function listProblems(problems, choose, mend) {
  if (!problems.length) return make("p", {}, say("all-good"));
  return make("ul", { class: "problems" }, ...problems.map((problem) => make("li", { class: problem.severity },
    make("button", { class: "problem", onclick: () => { lead(problem); choose(problem); } },
      make("span", { class: "place" }, `${say(problem.severity)} · ${problem.file}${problem.line ? `:${problem.line}` : ""}`),
      make("strong", {}, problem.what),
      make("span", {}, problem.do)),
    problem.fix ? make("button", { class: "fix", onclick: () => mend(problem) }, say(`fix-${problem.fix.how}`, { to: problem.fix.to, rule: say(`rule-${problem.fix.to}`) })) : null)));
}

function lead(problem) {
  const first = problem.marks[0];
  if (first) go(first.sheet, first.y);
}

export function markProblems(problems) {
  const marks = problems.flatMap((problem) => problem.marks.map((one) => ({ ...one, severity: problem.severity })));
  mark(seen.node, marks, "mark", (one) => one.severity);
}
