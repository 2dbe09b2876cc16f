// What is dropped on the page or chosen as a file: texts, pictures, lists of recipients.
import { send } from "./net.js";
import { language, make, say } from "./say.js";
import * as passage from "./passage.js";

const KINDS = { text: /\.(docx|odt|txt)$/i, picture: /\.(jpe?g|png|svg)$/i, list: /\.csv$/i };
const MOST = 60_000_000;

export function refusal(refused) {
  return (refused.said ?? []).map((one) => `${one.what}: ${one.do}`).join("\n") || say(refused.status === 503 ? "busy-files" : "not-taken");
}

export async function upload(file) {
  if (file.size > MOST) throw { said: [{ what: file.name, do: say("too-large") }] };
  const { token } = await send(`/uploads?language=${language}&name=${encodeURIComponent(file.name)}`, file);
  return { name: file.name, token };
}

export async function bringText(dropped, before = []) {
  const taken = [...before];
  for (const file of dropped) taken.push(await upload(file));
  return taken;
}

// A place to drop files, and the same as a button for those who use no mouse.
export function chooser(id, accept, take) {
  const input = make("input", { id, type: "file", accept, multiple: true });
  const place = make("div", { class: "chooser" }, make("span", {}, say("choose-files")), " ", make("label", { class: "button" }, input, say("from-disk")));
  input.addEventListener("change", () => take([...input.files]));
  place.addEventListener("dragover", (event) => { event.preventDefault(); place.classList.add("over"); });
  place.addEventListener("dragleave", () => place.classList.remove("over"));
  place.addEventListener("drop", (event) => { event.preventDefault(); event.stopPropagation(); place.classList.remove("over"); document.getElementById("drop").hidden = true; take([...event.dataTransfer.files]); });
  return place;
}

let texts = [], picture = null, list = null, summary = null, trouble = "", doubts = null, posted = null, partners = null;

// Files dropped anywhere: each goes where its kind belongs; the panel shows what came of it.
export async function takeFiles(files, redraw) {
  trouble = ""; summary = null; doubts = null; posted = null; partners = null;
  try {
    const fresh = [];
    for (const file of files) {
      if (KINDS.text.test(file.name)) fresh.push(await upload(file));
      else if (KINDS.picture.test(file.name)) picture = { name: file.name, ...(await send(`/pictures?language=${language}`, { file: (await upload(file)).token })) };
      else if (KINDS.list.test(file.name)) list = await upload(file);
      else await upload(file);
    }
    if (fresh.length) texts = fresh.slice(-2);
  } catch (refused) { trouble = refusal(refused); }
  if (texts.length && !trouble) await compare(false, redraw);
  if (list && !trouble) await tryList({ write: false }, redraw);
  redraw();
}

async function compare(write, redraw) {
  try {
    const came = await send(`/import?language=${language}`, { files: texts.map((one) => one.token), partners, write });
    doubts = came.doubts ?? null;
    summary = came.doubts ? null : came;
    trouble = "";
  } catch (refused) { summary = null; doubts = null; trouble = refusal(refused); }
  redraw();
}

async function tryList(more, redraw) {
  try { posted = await send(`/mailing?language=${language}`, { file: list.token, ...more }); trouble = ""; } catch (refused) { posted = { said: refused.said ?? [], failed: true }; trouble = refused.said ? "" : say("not-taken"); }
  redraw();
}

export async function bringPanel(redraw, changed) {
  return make("div", {}, make("p", { class: "lead" }, say("bring-about")),
    chooser("bring-files", ".docx,.odt,.txt,.jpg,.jpeg,.png,.svg,.csv", (files) => takeFiles(files, redraw)),
    trouble ? make("p", { class: "refused", role: "alert" }, trouble) : null,
    texts.length ? await textPart(redraw) : null,
    picture ? picturePart(redraw, changed) : null,
    list ? listPart(redraw) : null);
}

async function textPart(redraw) {
  const names = texts.map((one) => one.name).join(", ");
  const again = (settled) => { partners = settled; return compare(false, redraw); };
  const { settleDoubts } = doubts ? await import("./pairs.js") : {};
  return make("section", { class: "part" }, make("h3", {}, names),
    doubts ? settleDoubts(doubts, again) : null,
    summary?.unsaved ? make("p", { class: "refused" }, say("save-first-text")) : null,
    summary && !summary.unsaved ? make("p", { class: "sum" }, say(summary.written ? "brought" : "would-change"), " ",
      say("pieces-changed", { count: summary.changed }), ", ", say("pieces-new", { count: summary.new }), ", ", say("pieces-removed", { count: summary.removed }), ".") : null,
    summary && !summary.unsaved ? sayings(summary.said) : null,
    summary && !summary.written && !summary.unsaved ? make("button", { class: "main", onclick: () => compare(true, redraw) }, say("bring-in")) : null,
    newFolder());
}

function newFolder() {
  const input = make("input", { id: "new-folder", type: "text", maxlength: "100" });
  input.value = say("name-brochure");
  const said = make("p", { class: "refused", role: "alert" });
  const begin = async () => {
    try {
      const came = await send(`/begin?language=${language}`, { how: "text", folder: input.value, files: texts.map((one) => one.token), partners });
      if (came.doubts) said.textContent = say("settle-first");
    } catch (refused) { said.textContent = refusal(refused); }
  };
  return make("details", {}, make("summary", {}, say("instead-new")), make("label", { for: "new-folder" }, say("new-folder")), input, make("button", { onclick: begin }, say("begin")), said);
}

function picturePart(redraw, changed) {
  const open = passage.current();
  const said = make("p", { class: "refused", role: "alert" });
  const act = (path, wish) => async () => {
    try { await changed(await send(`${path}?language=${language}`, wish)); picture = null; redraw(); } catch (refused) { said.textContent = refusal(refused); }
  };
  const figure = open?.kind === "figure";
  return make("section", { class: "part" }, make("h3", {}, picture.name), make("p", {}, say("picture-taken", { file: picture.file })),
    figure ? make("button", { class: "main", onclick: act("/set", { how: "put", file: open.file, route: [...open.block, "figure", "file"], to: picture.file }) }, say("picture-here")) : null, " ",
    open?.block.length ? make("button", { class: figure ? "" : "main", onclick: act("/block", { how: "insert", file: open.file, route: [open.block[0] + 1], kind: "figure", picture: picture.file }) }, say("picture-below")) : make("p", { class: "count" }, say("open-first")), said);
}

function listPart(redraw) {
  const input = make("input", { id: "outbox", type: "text", maxlength: "100" });
  input.value = "outbox";
  const skip = make("input", { id: "skip-bad", type: "checkbox" });
  skip.checked = posted?.skipping ?? false;
  const bad = posted?.said.filter((one) => one.severity === "error") ?? [];
  const write = (really) => async () => { const skipping = skip.checked; await tryList({ write: really, outbox: input.value, skip_bad: skipping }, () => {}); posted.skipping = skipping; redraw(); };
  return make("section", { class: "part" }, make("h3", {}, list.name),
    posted && !posted.failed ? make("p", { class: posted.wrote ? "done" : "sum" }, say(posted.wrote ? "posted" : "would-post", { count: posted.written, outbox: posted.outbox }), posted.kept ? ` ${say("kept-messages", { count: posted.kept })}` : "") : null,
    bad.length ? make("p", { class: "refused" }, say("bad-rows", { count: bad.length })) : null,
    posted ? sayings(posted.said) : null,
    ...(posted?.examples ?? []).map((one) => make("details", { class: "letter" }, make("summary", {}, say("letter-to", { to: one.to })), make("p", {}, make("b", {}, one.subject)), make("pre", {}, one.words))),
    make("div", { class: "form" }, make("label", { for: "outbox" }, say("outbox")), input, make("label", {}, skip, " ", say("skip-bad")),
      make("button", { onclick: write(false) }, say("try-list")), make("button", { class: "main", onclick: write(true) }, say("write-messages"))),
    make("p", { class: "count" }, say("nothing-sent")));
}

export function sayings(said) {
  return make("ul", { class: "problems plain" }, ...said.map((one) => make("li", { class: one.severity },
    make("strong", {}, one.what), make("span", {}, one.do), make("span", { class: "place" }, `${say(one.severity)} · ${one.file.split("/").slice(-2).join("/")}${one.line ? `:${one.line}` : ""}`))));
}

export function watchDrops(open, redraw) {
  const cover = document.getElementById("drop");
  const carries = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  window.addEventListener("dragover", (event) => { if (carries(event)) { event.preventDefault(); cover.hidden = "start" in document.body.dataset; } });
  window.addEventListener("dragleave", (event) => { if (!event.relatedTarget) cover.hidden = true; });
  window.addEventListener("drop", (event) => {
    if (!carries(event)) return;
    event.preventDefault();
    cover.hidden = true;
    if (!("start" in document.body.dataset)) { open(); takeFiles([...event.dataTransfer.files], redraw); }
  });
}
