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
  const marks = old ? [...old.querySelectorAll(".mark, .chosen, .read, .tint, .frame, .gridlines")] : [];
  svg.append(...marks);
  if (old) old.replaceWith(svg); else node.append(svg);
}

// Draws rectangles over sheets in place of those of the same kind that were there.
export function mark(nodes, marks, kind, classes) {
  document.querySelectorAll(`.sheet svg .${kind}`).forEach((one) => one.remove());
  for (const one of marks) {
    const svg = nodes(one.sheet)?.querySelector(":scope > svg");
    svg?.append(draw("rect", { x: one.x - 2, y: one.y - 1, width: one.width + 4, height: one.height + 2, class: `${kind} ${classes(one)}`.trim() }));
    if (svg && one.number) svg.append(numeral(one, kind, classes(one)));
  }
}

function numeral(one, kind, classes) {
  const group = draw("g", { class: `${kind} number ${classes}` });
  const text = draw("text", { x: one.x - 9, y: one.y + 5.4, "text-anchor": "middle", "font-size": 6 });
  text.textContent = one.number;
  group.append(draw("circle", { cx: one.x - 9, cy: one.y + 3.3, r: 5.6 }), text);
  return group;
}

// The baseline grid, the margins and the columns of a page, as the theme has them (points).
export function layGrid(node, sheet, grid) {
  const svg = node.querySelector(":scope > svg");
  svg?.querySelector(".gridlines")?.remove();
  if (!svg || !grid) return;
  const group = draw("g", { class: "gridlines", "aria-hidden": "true" });
  const left = sheet.number % 2 ? grid.inner : grid.outer;
  const right = sheet.width - (sheet.number % 2 ? grid.outer : grid.inner);
  const foot = sheet.height - grid.bottom;
  for (let y = grid.top; y <= foot + 0.1; y += grid.grid) group.append(draw("line", { x1: left, x2: right, y1: y, y2: y }));
  const [first, second] = grid.columns;
  for (const [x, width] of [[left, first], [left + first + grid.gutter, second]]) group.append(draw("rect", { x, y: grid.top, width, height: foot - grid.top }));
  svg.append(group);
}
