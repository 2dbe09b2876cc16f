// Numbers of the design, to be moved and seen at once.
import { ask, send } from "./net.js";
import { language, make, say } from "./say.js";
import { refusal } from "./bring.js";

let timer = 0;

export async function designPanel(changed) {
  const { numbers, draft } = await ask("/design");
  const said = make("p", { class: "refused", role: "alert" });
  const set = (wish) => async () => {
    try { changed(await send(`/set?language=${language}`, wish)); said.textContent = ""; } catch (refused) { said.textContent = refusal(refused); }
  };
  const check = make("input", { id: "draft", type: "checkbox" });
  check.checked = draft;
  check.addEventListener("change", () => set({ how: "document", route: ["draft"], to: String(check.checked) })());
  return make("div", {}, make("p", { class: "lead" }, say("design-about")), ...numbers.map((one) => slider(one, set)), said,
    make("label", { class: "draft" }, check, " ", say("draft")), make("p", { class: "count" }, say("draft-about")));
}

function slider(one, set) {
  const id = `number-${one.route.join("-")}`;
  const shown = make("output", { for: id });
  const input = make("input", { id, type: "range", min: one.least, max: one.most, step: one.step });
  input.value = one.value;
  const written = () => `${Number(input.value)}${one.unit}`;
  const tell = () => { shown.textContent = `${new Intl.NumberFormat(language).format(input.value)} ${one.unit}`.trim(); };
  tell();
  input.addEventListener("input", () => {
    tell();
    clearTimeout(timer);
    timer = setTimeout(set({ how: "theme", route: one.route, to: written() }), 150);
  });
  return make("div", { class: "slider" }, make("label", { for: id }, say(`number-${one.route.join("-")}`)), shown, input);
}
