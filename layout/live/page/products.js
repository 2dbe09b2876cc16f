// Any edition at a button: how far it is, what there is to say of it, and the file.
import { ask, send } from "./net.js";
import { language, make, say } from "./say.js";

const wish = { edition: "screen", form: "booklet", grey: false, ink_save: false, language: null, columns: 1 };

export async function productsPanel(unsaved, redraw) {
  const now = await ask(`/products?language=${language}`);
  const start = async () => {
    try { await send("/products", wish); } catch { /* another one is being made: its progress is shown */ }
    redraw();
  };
  return make("div", {},
    unsaved ? make("p", { class: "refused" }, say("save-first")) : null,
    make("div", { class: "products" }, ...now.editions.map((edition) => make("label", { class: edition === wish.edition ? "card chosen-card" : "card" },
      radio(edition, redraw), make("b", {}, say(`edition-${edition}`)), make("span", {}, say(`about-${edition}`))))),
    wish.edition === "handout" ? handoutForm(now.forms, redraw) : null,
    make("button", { class: "main", id: "make", onclick: start, disabled: now.busy || unsaved }, now.busy ? say("making") : say("make")),
    now.busy ? make("p", { role: "status", class: "progress" }, say(`stage-${now.stage}`) === `stage-${now.stage}` ? say("making") : say(`stage-${now.stage}`)) : null,
    now.file ? make("p", { class: "done" }, make("a", { href: `/products/${encodeURIComponent(now.file)}`, download: now.file }, say("download", { file: now.file }))) : null,
    make("ul", { class: "problems plain" }, ...now.said.map((one) => make("li", { class: one.severity }, make("strong", {}, `${say(one.severity)}: ${one.what}`), make("span", {}, one.do)))));
}

function radio(edition, redraw) {
  const input = make("input", { type: "radio", name: "edition", value: edition, checked: edition === wish.edition });
  input.addEventListener("change", () => { wish.edition = edition; redraw(); });
  return input;
}

function handoutForm(forms, redraw) {
  const set = (field, value) => { wish[field] = value; redraw(); };
  return make("fieldset", { class: "form" }, make("legend", {}, say("handout-settings")),
    ...forms.map((form) => { const input = make("input", { type: "radio", name: "form", checked: wish.form === form }); input.addEventListener("change", () => set("form", form)); return make("label", {}, input, " ", say(`form-${form}`)); }),
    ...["grey", "ink_save"].map((field) => { const input = make("input", { type: "checkbox", checked: wish[field] }); input.addEventListener("change", () => set(field, input.checked)); return make("label", {}, input, " ", say(field)); }),
    make("label", {}, say("handout-language"), " ", select([["", say("both-languages")], ["pl", say("in-pl")], ["cs", say("in-cs")]], wish.language ?? "", (value) => { wish.columns = value ? wish.columns : 1; set("language", value || null); })),
    wish.language ? make("label", {}, say("columns"), " ", select([["1", "1"], ["2", "2"]], String(wish.columns), (value) => set("columns", Number(value)))) : null);
}

function select(values, now, change) {
  const node = make("select", {}, ...values.map(([value, text]) => make("option", { value, selected: value === now }, text)));
  node.addEventListener("change", () => change(node.value));
  return node;
}
