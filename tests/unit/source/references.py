"""Prints what documents repeat of the program: the theme's tables in docs/content.md, and the JSON Schema.

Run `python tests/unit/source/references.py` from the checkout after a change of the theme or of the tables
that content is read by; the tests say when it is due.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from msgspec.structs import fields

ROOT = Path(__file__).parents[3]
sys.path.insert(0, str(ROOT))

from layout.model.theme import TextStyle, Theme  # noqa: E402
from layout.model.units import to_mm  # noqa: E402
from layout.resources.places import schema_file  # noqa: E402
from layout.source.fields.scalars import Length  # noqa: E402
from layout.source.json_schema import schema_document  # noqa: E402
from layout.source.themes.fields import KEYS, key_of  # noqa: E402

GUIDE = ROOT / "docs" / "content.md"


def show(value: Any, key: str) -> str:
    """A theme's number as content writes it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(value)}]"
    if value is None:
        return "none"
    if not isinstance(KEYS[key][0], Length):
        return f"{value:g}" if isinstance(value, float) else str(value)
    millimetres = key.startswith(("page.", "cover.", "side-notes.")) and key != "page.grid"
    return f"{to_mm(value):.4g}mm" if millimetres else f"{value:g}pt"


def print_numbers() -> str:
    """A row for each key of a theme but the tables of colours, accents and styles."""
    theme = Theme()
    rows = ["| key | default | what it is |", "| --- | --- | --- |"]
    for key, (_, about) in KEYS.items():
        part, _, name = key.rpartition(".")
        owner: Any = (
            TextStyle() if part == "style" else getattr(theme, part.replace("-", "_")) if part else theme
        )
        shown = "styles.NAME." + name if part == "style" else key
        rows.append(f"| `{shown}` | {show(getattr(owner, name.replace('-', '_')), key)} | {about} |")
    return "\n".join(rows)


def print_styles() -> str:
    """A row for each text style with what it differs in from a bare one."""
    rows = ["| style | face | size / leading | colour | more |", "| --- | --- | --- | --- | --- |"]
    shown = {"family", "weight", "italic", "size", "leading", "colour"}
    for name, style in Theme().styles.items():
        face = f"{style.family} {style.weight}{' italic' if style.italic else ''}"
        more = [
            f"{key_of(field.name)} {show(getattr(style, field.name), 'style.' + key_of(field.name))}"
            for field in fields(TextStyle)
            if field.name not in shown and getattr(style, field.name) != field.default
        ]
        rows.append(
            f"| `{name}` | {face} | {style.size:g} / {style.leading:g} | {style.colour} | {', '.join(more)} |"
        )
    return "\n".join(rows)


def print_colours() -> str:
    """A row for each colour of the built-in theme."""
    rows = ["| colour | cmyk | rgb |", "| --- | --- | --- |"]
    for name, colour in Theme().colours.items():
        inks = ", ".join(f"{100 * ink:g}" for ink in colour.cmyk)
        light = "".join(f"{round(255 * part):02x}" for part in colour.rgb)
        rows.append(f'| `{name}` | [{inks}] | "#{light}" |')
    return "\n".join(rows)


TABLES = {"numbers": print_numbers, "styles": print_styles, "colours": print_colours}


def fill_guide(text: str) -> str:
    """The guide with its printed tables as they must be now."""
    for name, table in TABLES.items():
        before, rest = text.split(f"<!-- {name} -->\n")
        _, after = rest.split(f"<!-- end of {name} -->")
        text = f"{before}<!-- {name} -->\n{table()}\n<!-- end of {name} -->{after}"
    return text


def print_schema() -> str:
    """The JSON Schema as its file holds it."""
    return json.dumps(schema_document(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    GUIDE.write_text(fill_guide(GUIDE.read_text("utf-8")), "utf-8")
    schema_file().write_text(print_schema(), "utf-8")
