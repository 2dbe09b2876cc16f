// Lays a sheet's words over its picture: unseen, but to be selected, found and clicked.
const SVG = "http://www.w3.org/2000/svg";

export function draw(tag, attributes) {
  const node = document.createElementNS(SVG, tag);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
  return node;
}

export function layWords(node, sheet, layer, go) {
  const svg = draw("svg", { viewBox: `0 0 ${sheet.width} ${sheet.height}`, preserveAspectRatio: "none" });
  for (const line of layer.lines) {
    const text = draw("text", { x: line.x, y: line.y, "font-size": line.size, textLength: line.width, lengthAdjust: "spacingAndGlyphs", "xml:space": "preserve" });
    text.textContent = line.text;
    svg.append(text);
  }
  for (const link of layer.links) {
    const away = typeof link.target === "string";
    const anchor = draw("a", away ? { href: link.target, target: "_blank", rel: "noreferrer noopener" } : { href: "#" });
    anchor.setAttribute("aria-label", link.label);
    anchor.append(draw("rect", { x: link.x, y: link.y, width: link.width, height: link.height }));
    if (!away) anchor.addEventListener("click", (event) => { event.preventDefault(); event.stopPropagation(); go(link.target, link.down, true); });
    svg.append(anchor);
  }
  const old = node.querySelector(":scope > svg");
  const marks = old ? [...old.querySelectorAll(".mark, .chosen")] : [];
  svg.append(...marks);
  if (old) old.replaceWith(svg); else node.append(svg);
}

// Draws rectangles over sheets in place of those of the same kind that were there.
export function mark(nodes, marks, kind, classes) {
  document.querySelectorAll(`.sheet svg .${kind}`).forEach((one) => one.remove());
  for (const one of marks) {
    const svg = nodes(one.sheet)?.querySelector(":scope > svg");
    svg?.append(draw("rect", { x: one.x - 2, y: one.y - 1, width: one.width + 4, height: one.height + 2, class: `${kind} ${classes(one)}`.trim() }));
  }
}
