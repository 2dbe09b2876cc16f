// Doubtful pairs of an imported text: both languages side by side, to be put together by hand.
import { make, say } from "./say.js";

// Rows of [place in Polish, place in Czech]; either may be null.
export function settleDoubts(doubts, settled) {
  const all = doubts.map((doubt) => doubt.partners.map((pair) => [...pair]));
  const title = make("h3", { tabindex: "-1" }, say("doubts"));
  return make("section", { class: "doubts" }, title, make("p", {}, say("doubts-about")),
    ...doubts.map((doubt, at) => table(doubt, all[at])),
    make("button", { class: "main", onclick: () => settled(all) }, say("pairs-right")));
}

function table(doubt, rows) {
  const body = make("ol", { class: "pairs" });
  const moved = make("p", { class: "unseen", role: "status" });
  const draw = (focus) => {
    body.replaceChildren(...rows.map((row, at) => make("li", { class: row.includes(null) ? "lone" : "" },
      cell("pl", at, row[0]), cell("cs", at, row[1]))));
    if (focus) body.querySelector(`[data-cell="${focus}"]`)?.focus();
  };
  const swap = (side, from, to) => {
    if (to < 0 || to >= rows.length || from === to) return;
    [rows[from][side], rows[to][side]] = [rows[to][side], rows[from][side]];
    for (let at = rows.length - 1; at >= 0; at--) if (rows[at][0] === null && rows[at][1] === null) rows.splice(at, 1);
    moved.textContent = say("pair-moved", { row: Math.min(to, rows.length - 1) + 1 });
    draw(`${side}-${Math.min(to, rows.length - 1)}`);
  };
  const alone = (at) => { const [left, right] = rows[at]; rows.splice(at, 1, [left, null], [null, right]); draw(`1-${at + 1}`); };
  const cell = (language, at, place) => {
    const side = language === "pl" ? 0 : 1;
    const words = place === null ? say("no-partner") : doubt[language][place];
    const node = make("div", { class: `cell ${language}${place === null ? " none" : ""}`, lang: language, tabindex: "0", role: "group", "data-cell": `${side}-${at}`, draggable: place !== null ? "true" : "false",
      "aria-label": `${say(`in-${language}`)}, ${at + 1}: ${words}` }, make("p", {}, words));
    node.addEventListener("dragstart", (event) => { event.dataTransfer.setData("text/plain", `${side}:${at}`); event.dataTransfer.effectAllowed = "move"; });
    node.addEventListener("dragover", (event) => { event.preventDefault(); node.classList.add("over"); });
    node.addEventListener("dragleave", () => node.classList.remove("over"));
    node.addEventListener("drop", (event) => {
      event.preventDefault();
      event.stopPropagation();
      node.classList.remove("over");
      const [from, row] = event.dataTransfer.getData("text/plain").split(":").map(Number);
      if (from === side) swap(side, row, at);
    });
    if (place !== null) node.append(make("div", { class: "moves" },
      move("↑", "pair-up", () => swap(side, at, at - 1)), move("↓", "pair-down", () => swap(side, at, at + 1)),
      rows[at][1 - side] !== null && side === 1 ? move("⇿", "pair-alone", () => alone(at)) : null));
    return node;
  };
  draw();
  return make("div", {}, body, moved);
}

function move(sign, key, act) { return make("button", { class: "small", "aria-label": say(key), title: say(key), onclick: act }, sign); }
