"""What tests of the import share: a run of it in the current folder, and the blocks it has made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from layout.model.blocks.block import Block
from layout.model.blocks.headings import Heading
from layout.model.blocks.pictures import Figure
from layout.model.blocks.running import ItemList, Text
from layout.model.blocks.tables import Table
from layout.model.diagnostic import Rejected
from layout.source.import_text.decisions import UNSETTLED, Settling
from layout.source.import_text.import_folder import import_text
from tests.contents import read_content

POLISH, CZECH = "To jest akapit po polsku o rzece i o miastach.", "Toto je odstavec česky o řece a o městech."
FOLDER = Path("out")
OFFERED = ("import-publisher", "import-display", "import-imprint")
"""Notes about what may be added to any text."""


def told(*files: tuple[str, bytes], wishes: Settling = UNSETTLED) -> list[str]:
    """The codes of what an import of named files finds, but for the notes about what may be added."""
    paths = []
    for name, data in files:
        paths.append(Path(name))
        paths[-1].write_bytes(data)
    try:
        report = import_text(paths, FOLDER, True, date(2026, 11, 29), wishes)
    except Rejected as rejected:
        return [one.code for one in rejected.diagnostics]
    return [one.code for one in report.findings if one.code not in OFFERED]


def blocks() -> list[Block]:
    """The blocks of the new folder."""
    return [block for section in read_content(FOLDER).brochure.sections for block in section.blocks]


def words(pair: object) -> tuple[str, ...]:
    """The words of both sides of a pair of prose."""
    return tuple(side.text for side in pair.sides if side)  # type: ignore[attr-defined]


def made() -> list[object]:
    """The blocks in short: headings as (level, …), paragraphs as pairs, all others as lists."""
    found: list[object] = []
    for block in blocks():
        if isinstance(block, Heading):
            found.append((block.level, *words(block.text)))
        elif isinstance(block, Text):
            found.append(words(block.text))
        elif isinstance(block, ItemList):
            found.append(["list", *(words(item.text) for item in block.items)])
        elif isinstance(block, Table):
            rows = [[words(cell) for cell in row] for row in (block.head, *block.rows)]
            found.append(["table", *([words(block.caption)] if block.caption else []), *rows])
        elif isinstance(block, Figure):
            caption = words(block.caption) if block.caption else ()
            found.append(["figure", block.file, caption, block.alternative and block.alternative.sides])
    return found
