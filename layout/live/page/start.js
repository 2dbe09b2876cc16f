// Where nothing is open yet: three ways to begin.
import { ask, send } from "./net.js";
import { language, make, say } from "./say.js";
import { bringText, chooser, refusal } from "./bring.js";

let files = [];

export async function showStart(desk) {
  document.body.dataset.start = "";
  document.getElementById("title").hidden = true;
  const found = await ask("/start");
  desk.replaceChildren(make("div", { class: "start" },
    make("h1", {}, say("start-title")), make("p", { class: "lead" }, say("start-lead", { top: found.top })),
    make("div", { class: "ways" }, sampleWay(), textWay(), folderWay(found.folders))));
}

function way(key, ...inside) {
  return make("section", { class: "way", "aria-labelledby": `way-${key}` }, make("h2", { id: `way-${key}` }, say(`way-${key}`)), make("p", {}, say(`way-${key}-about`)), ...inside);
}

function nameField(id, value) {
  const input = make("input", { id, type: "text", maxlength: "100", autocomplete: "off" });
  input.value = value;
  return [make("label", { for: id }, say("new-folder")), input];
}

function sampleWay() {
  const said = make("p", { class: "refused", role: "alert" });
  const [label, input] = nameField("sample-name", say("name-brochure"));
  const begin = () => start({ how: "sample", folder: input.value }, said);
  return way("sample", label, input, make("button", { class: "main", onclick: begin }, say("begin")), said);
}

function textWay() {
  const said = make("p", { class: "refused", role: "alert" });
  const [label, input] = nameField("text-name", say("name-brochure"));
  const list = make("p", { class: "chosen-files" });
  const doubts = make("div", {});
  const go = make("button", { class: "main", disabled: true, onclick: () => begin() }, say("begin"));
  const take = async (dropped) => {
    said.textContent = "";
    doubts.replaceChildren();
    try { files = (await bringText(dropped, files)).slice(-2); } catch (refused) { said.textContent = refusal(refused); return; }
    list.textContent = files.map((one) => one.name).join(", ");
    go.disabled = !files.length;
  };
  const begin = async (partners = null) => {
    const asked = await start({ how: "text", folder: input.value, files: files.map((one) => one.token), partners }, said);
    if (asked?.doubts) {
      const { settleDoubts } = await import("./pairs.js");
      doubts.replaceChildren(settleDoubts(asked.doubts, begin));
      doubts.querySelector("h3").focus();
    }
  };
  return way("text", chooser("text-files", ".docx,.odt,.txt", take), list, label, input, go, said, doubts);
}

function folderWay(folders) {
  const said = make("p", { class: "refused", role: "alert" });
  const input = make("input", { id: "folder-place", type: "text", autocomplete: "off" });
  const open = (folder) => start({ how: "folder", folder }, said);
  return way("folder",
    folders.length ? make("ul", { class: "folders" }, ...folders.map((one) => make("li", {}, make("button", { onclick: () => open(one.place) }, make("b", {}, one.title), make("span", {}, one.place))))) : null,
    make("label", { for: "folder-place" }, say("folder-place")), input,
    make("button", { onclick: () => open(input.value) }, say("open")), said);
}

async function start(wish, said) {
  said.textContent = "";
  try { return await send(`/begin?language=${language}`, wish); } catch (refused) { said.textContent = refusal(refused); return null; }
}
