// Any edition at a button: how far it is, what there is to say of it, and the file.
import { ask, send } from "./net.js";
import { draw } from "./layer.js";
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
    now.verdict ? make("p", { class: `verdict ${now.verdict}` }, say(`verdict-${now.verdict}`)) : null,
    now.file ? await sheetPictures(now.file) : null,
    now.file ? make("p", { class: "done" }, make("a", { href: `/products/${encodeURIComponent(now.file)}`, download: now.file }, say("download", { file: now.file }))) : null,
    make("ul", { class: "problems plain" }, ...now.said.map((one) => make("li", { class: one.severity }, make("strong", {}, `${say(one.severity)}: ${one.what}`), make("span", {}, one.do)))));
}

function radio(edition, redraw) {
  const input = make("input", { type: "radio", name: "edition", value: edition, checked: edition === wish.edition });
  input.addEventListener("change", () => { wish.edition = edition; redraw(); });
  return input;
}

// The pages or sheets of the file as they came out, small.
async function sheetPictures(file) {
  const place = `/products/${encodeURIComponent(file)}/pages`;
  const { pages } = await ask(place).catch(() => ({ pages: 0 }));
  return make("div", { class: "sheets", role: "group", "aria-label": say("sheets") }, ...Array.from({ length: Math.min(pages, MOST_SHOWN) }, (_, at) =>
    make("img", { src: `${place}/${at + 1}/300.png`, alt: say("page", { number: at + 1 }), loading: "lazy" })), pages > MOST_SHOWN ? make("p", { class: "count" }, say("more-pages", { count: pages - MOST_SHOWN })) : null);
}
const MOST_SHOWN = 24;

// How pages come to stand on paper in each form.
const FORMS = { booklet: [62, 44, [[3, 3, 27, 38], [32, 3, 27, 38]], true], "2up": [62, 44, [[3, 3, 27, 38], [32, 3, 27, 38]], false], a4: [44, 62, [[3, 3, 38, 56]], false], plain: [31, 44, [[3, 3, 25, 38]], false] };
function formPicture(form) {
  const [width, height, pages, folded] = FORMS[form] ?? FORMS.plain;
  const svg = draw("svg", { viewBox: `0 0 ${width} ${height}`, class: "form-picture", "aria-hidden": "true" });
  svg.append(draw("rect", { width, height, class: "paper" }));
  for (const [x, y, w, h] of pages) for (let line = 0; line < Math.floor(h / 6); line++) for (const side of [0, 1]) svg.append(draw("rect", { x: x + 1 + side * (w / 2), y: y + 3 + line * 6, width: w / 2 - 3, height: form === "a4" ? 3 : 1.8, class: side ? "ink-c" : "ink-p" }));
  if (folded) svg.append(draw("line", { x1: width / 2, x2: width / 2, y1: 0, y2: height, class: "fold" }));
  return svg;
}

function handoutForm(forms, redraw) {
  const set = (field, value) => { wish[field] = value; redraw(); };
  return make("fieldset", { class: "form" }, make("legend", {}, say("handout-settings")),
    ...forms.map((form) => { const input = make("input", { type: "radio", name: "form", checked: wish.form === form }); input.addEventListener("change", () => set("form", form)); return make("label", { class: "sheet-form" }, input, formPicture(form), say(`form-${form}`)); }),
    ...["grey", "ink_save"].map((field) => { const input = make("input", { type: "checkbox", checked: wish[field] }); input.addEventListener("change", () => set(field, input.checked)); return make("label", {}, input, " ", say(field)); }),
    make("label", {}, say("handout-language"), " ", select([["", say("both-languages")], ["pl", say("in-pl")], ["cs", say("in-cs")]], wish.language ?? "", (value) => { wish.columns = value ? wish.columns : 1; set("language", value || null); })),
    wish.language ? make("label", {}, say("columns"), " ", select([["1", "1"], ["2", "2"]], String(wish.columns), (value) => set("columns", Number(value)))) : null);
}

function select(values, now, change) {
  const node = make("select", {}, ...values.map(([value, text]) => make("option", { value, selected: value === now }, text)));
  node.addEventListener("change", () => change(node.value));
  return node;
}
