// Where each passage stands, what an office must still do, and its approval.
import { ask, send } from "./net.js";
import { language, make, say } from "./say.js";

let filter = "all";
let office = localStorage.getItem("szpalta:office") ?? "cs";

export async function translationPanel(openPlace, redraw) {
  const states = await ask(`/translation?language=${language}`);
  const shown = states.filter((state) => FILTERS[filter](state, office));
  const by = make("input", { id: "approver", type: "text", autocomplete: "name", maxlength: "100" });
  by.value = localStorage.getItem("szpalta:name") ?? "";
  by.addEventListener("change", () => localStorage.setItem("szpalta:name", by.value));
  const said = make("p", { class: "refused", role: "alert" });
  const approve = (places) => async () => {
    if (!by.value.trim()) { said.textContent = say("name-first"); by.focus(); return; }
    localStorage.setItem("szpalta:name", by.value.trim());
    try { await send(`/approve?language=${language}`, { language: office, by: by.value.trim(), places }); redraw(); } catch (refusal) {
      said.textContent = (refusal.said ?? []).map((one) => `${one.what}: ${one.do}`).join("\n") || say("not-taken");
    }
  };
  return make("div", {},
    make("div", { class: "form" },
      choice("office", ["pl", "cs"], office, (value) => { office = value; localStorage.setItem("szpalta:office", value); redraw(); }, (one) => say(`in-${one}`)),
      choice("show", Object.keys(FILTERS), filter, (value) => { filter = value; redraw(); }, (one) => say(`filter-${one}`)),
      make("label", { for: "approver" }, say("your-name")), by,
      make("button", { class: "main", onclick: approve([]) }, say("approve-all")), said),
    make("p", { class: "count" }, say("passages", { count: shown.length })),
    make("ul", { class: "states" }, ...shown.map((state) => row(state, openPlace, approve))));
}

const FILTERS = {
  all: () => true,
  todo: (state, one) => state.status === "missing" || state.changed.some((side) => side !== one),
  unapproved: (state, one) => !(one in state.approvals),
};

function choice(id, values, now, change, naming) {
  const select = make("select", { id }, ...values.map((one) => make("option", { value: one, selected: one === now }, naming(one))));
  select.addEventListener("change", () => change(select.value));
  return make("label", {}, say(id), " ", select);
}

function row(state, openPlace, approve) {
  const before = state.before[office];
  return make("li", { class: state.status },
    make("p", { class: "place" }, make("b", {}, say(`state-${state.status}`)), ` · ${state.file}:${state.line}`),
    make("div", { class: "pair" }, ...["pl", "cs"].map((side) => make("p", { lang: side }, ...(before ? difference(before[side] ?? "", state.texts[side] ?? "") : [state.texts[side] ?? "—"])))),
    ...state.findings.map((one) => make("p", { class: "refused" }, one)),
    make("button", { onclick: () => openPlace(state.file, state.line, state.column) }, say("open")), " ",
    office in state.approvals ? make("span", { class: "approved" }, say("approved-by", { who: state.approvals[office] })) : make("button", { onclick: approve([`${state.file}:${state.line}`]) }, say("approve")));
}

// The words of a passage with those marked that came or went since it was approved: longest common run of words.
export function difference(before, now) {
  const old = before.split(/(\s+)/), fresh = now.split(/(\s+)/);
  const grid = Array.from({ length: old.length + 1 }, () => new Uint16Array(fresh.length + 1));
  for (let i = old.length - 1; i >= 0; i--) for (let j = fresh.length - 1; j >= 0; j--) grid[i][j] = old[i] === fresh[j] ? grid[i + 1][j + 1] + 1 : Math.max(grid[i + 1][j], grid[i][j + 1]);
  const parts = [];
  let i = 0, j = 0;
  while (i < old.length || j < fresh.length) {
    if (i < old.length && j < fresh.length && old[i] === fresh[j]) { parts.push(fresh[j]); i++; j++; }
    else if (j < fresh.length && (i === old.length || grid[i][j + 1] >= grid[i + 1][j])) parts.push(make("ins", {}, fresh[j++]));
    else parts.push(make("del", {}, old[i++]));
  }
  return parts;
}
