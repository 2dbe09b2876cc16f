"""Takes text with `{column}` placeholders, gives a template of them; never fills one."""

from __future__ import annotations

from collections.abc import Callable

from layout.model.diagnostic import Diagnostic, Rejected, Span
from layout.model.patterns import late_pattern
from layout.model.products.mailing import Placeholder, Template

_BRACES = late_pattern(r"\{\{|\}\}|\{([^{}\n]*)\}|[{}]")


def parse_template(text: str, place: Callable[[int], Span]) -> Template:
    """The template; `{{` and `}}` are braces meant as such, `place` tells where an offset stands.

    Raises Rejected with every brace that is neither.
    """
    parts: list[str | Placeholder] = []
    stray = []
    literal, position = "", 0
    for found in _BRACES.finditer(text):
        literal += text[position : found.start()]
        position = found.end()
        name = (found[1] or "").strip()
        if name:
            parts += [literal, Placeholder(name, place(found.start()))]
            literal = ""
        elif found[0] in ("{{", "}}"):
            literal += found[0][0]
        else:
            stray.append(Diagnostic("template-stray-brace", place(found.start()), {"brace": found[0]}))
    if stray:
        raise Rejected(stray)
    parts.append(literal + text[position:])
    return Template(tuple(part for part in parts if part), place(0))
