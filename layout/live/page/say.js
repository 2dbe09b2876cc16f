// The page's own words in the language that was chosen.
let words = {};
export let language = document.documentElement.lang;

export async function speak(wanted) {
  words = await (await fetch(`/page/languages/${wanted}.json`)).json();
  language = wanted;
  document.documentElement.lang = wanted;
  for (const node of document.querySelectorAll("[data-say]")) node.textContent = say(node.dataset.say);
  for (const node of document.querySelectorAll("[data-name]")) name(node, node.dataset.name);
}

export function name(node, key) {
  node.setAttribute("aria-label", say(key));
  node.title = node.tagName === "BUTTON" ? say(key) : "";
}

// Words of a key, `{name}` filled; a list of forms is chosen from by the number `count`.
export function say(key, values = {}) {
  let text = words[key] ?? key;
  if (typeof text === "object") text = text[new Intl.PluralRules(language).select(values.count)] ?? text.other;
  return text.replace(/\{(\w+)\}/g, (_, field) => values[field] ?? "");
}

export function make(tag, attributes = {}, ...inside) {
  const node = document.createElement(tag);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) node.setAttribute(key, value);
  }
  node.append(...inside.filter((one) => one !== null && one !== undefined));
  return node;
}
