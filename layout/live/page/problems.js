// The list of what is wrong; a click leads to the place on the page.
import { make, say } from "./say.js";
import { mark } from "./layer.js";
import { go, seen } from "./desk.js";

export function countProblems(button, problems) {
  const worst = ["error", "warning", "note"].find((one) => problems.some((problem) => problem.severity === one));
  button.textContent = worst ? say(`count-${worst}`, { count: problems.filter((problem) => problem.severity === worst).length }) : say("no-problems");
  button.dataset.worst = worst ?? "";
}

export function listProblems(problems, choose) {
  if (!problems.length) return make("p", {}, say("all-good"));
  return make("ul", { class: "problems" }, ...problems.map((problem) => make("li", { class: problem.severity },
    make("button", { onclick: () => { lead(problem); choose(problem); } },
      make("span", { class: "place" }, `${say(problem.severity)} · ${problem.file}${problem.line ? `:${problem.line}` : ""}`),
      make("strong", {}, problem.what),
      make("span", {}, problem.do)))));
}

function lead(problem) {
  const first = problem.marks[0];
  if (first) go(first.sheet, first.y);
}

export function markProblems(problems) {
  const marks = problems.flatMap((problem) => problem.marks.map((one) => ({ ...one, severity: problem.severity })));
  mark(seen.node, marks, "mark", (one) => one.severity);
}
