"""Takes the place of a new folder and a template's name, writes it there to fill in; replaces nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from layout.model.patterns import late_pattern
from layout.pipeline.files import refuse_used, store_new
from layout.resources.places import templates_folder

TEMPLATES = ("brochure", "visit", "leaflet", "report")
"""The brochures to fill in, each a folder of the program's resources."""
_COMMENT = late_pattern(r"^#([a-z]{2}) ")
"""How a line begins that is a comment in one language of messages."""
_TODAY = "@today@"


def copy_template(folder: Path, template: str, language: str, today: date) -> None:
    """Writes one of `TEMPLATES` to `folder`, with comments in `language` and dated `today`.

    The folder must not exist or be empty; where that fails nothing stays of it. Raises Rejected.
    """
    refuse_used(folder)
    root = templates_folder() / template
    files = {path.relative_to(root).as_posix(): path.read_text("utf-8") for path in root.rglob("*.yaml")}
    made = {name: _fill(text, language, today).encode() for name, text in sorted(files.items())}
    store_new(folder, made)


def _fill(text: str, language: str, today: date) -> str:
    """A template's text with the comments of one language."""
    lines = []
    for line in text.splitlines(keepends=True):
        found = _COMMENT.match(line)
        if found is None or found[1] == language:
            lines.append(f"# {line[found.end() :]}" if found else line)
    return "".join(lines).replace(_TODAY, today.isoformat())
