// Puts the page together: what is shown, what is wrong, and the keys.
import { ask, listen } from "./net.js";
import { language, make, name, say, speak } from "./say.js";
import * as desk from "./desk.js";
import { countProblems, listProblems, markProblems } from "./problems.js";

const by = (id) => document.getElementById(id);
let state = null;
let asked = 0;

async function update() {
  const mine = ++asked;
  const fresh = await ask(`/state?language=${language}`);
  if (mine !== asked) return;
  const first = state === null;
  const pages = !state || fresh.sheets.map((one) => one.name).join() !== state.sheets.map((one) => one.name).join();
  state = fresh;
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
  window.dispatchEvent(new CustomEvent("state", { detail: state }));
}

function tell() {
  const now = state.busy ? "busy" : state.failed ? "failed" : "current";
  by("status").dataset.state = now;
  by("status").textContent = say(now);
  countProblems(by("problems-button"), state.problems);
  markProblems(state.problems);
  if (!state.sheets.length && !by("desk").children.length) by("desk").append(make("p", { class: "empty" }, say(state.busy ? "first" : "nothing")));
  if (by("side").dataset.shown === "problems") openProblems();
}

function openProblems() {
  const side = by("side");
  side.dataset.shown = "problems";
  side.hidden = false;
  by("problems-button").setAttribute("aria-expanded", "true");
  side.replaceChildren(closeButton(), make("h2", { tabindex: "-1" }, say("problems")), listProblems(state.problems, () => {}));
}

function closeButton() {
  const button = make("button", { class: "close", onclick: closeSide }, "×");
  name(button, "close");
  return button;
}

function closeSide() {
  by("side").hidden = true;
  by("side").dataset.shown = "";
  by("problems-button").setAttribute("aria-expanded", "false");
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

async function begin() {
  await speak(localStorage.getItem("szpalta:language") ?? document.documentElement.lang);
  by("language").value = language;
  by("language").addEventListener("change", async (event) => {
    localStorage.setItem("szpalta:language", event.target.value);
    await speak(event.target.value);
    await update();
    look();
  });
  by("views").addEventListener("click", (event) => { if (event.target.dataset.view) desk.show(event.target.dataset.view); });
  by("smaller").addEventListener("click", () => desk.step(-1));
  by("larger").addEventListener("click", () => desk.step(1));
  by("fit").addEventListener("click", desk.fit);
  by("problems-button").addEventListener("click", () => (by("side").dataset.shown === "problems" ? closeSide() : openProblems()));
  by("desk").addEventListener("looked", look);
  document.addEventListener("keydown", press);
  listen(update, (away) => { by("away").hidden = !away; by("away").textContent = away ? say("away") : ""; });
}

begin();
