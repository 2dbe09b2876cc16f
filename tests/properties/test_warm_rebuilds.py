"""A document that is set again after each of many random edits is what a build from nothing makes of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from msgspec import msgpack

from bench.corpus import write_corpus
from bench.edits import KEPT, KINDS, Editor
from layout.model.content.translation import TRANSLATION_RULES
from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.products.edition import EDITIONS
from layout.pipeline.composing import Composed, compose_folder
from layout.pipeline.product import make_product
from layout.pipeline.warm.memory import DocumentMemory

PAGES = int(os.environ.get("WARM_PAGES", "5"))
EDITS = int(os.environ.get("WARM_EDITS", "12"))
"""How many a run makes from each seed."""
PARTS = ("brochure", "theme", "body", "covers", "diagnostics", "pairs", "translation")
RICH = """\
- contents: {}
- heading: {pl: Początek, cs: Začátek, level: 1, id: poczatek}
- paragraph:
    pl: "O [rzece]{index} zob. s. {page=poczatek}; *mosty*^[Przypis pierwszy.] są daleko."
    cs: "O [řece]{index} viz s. {page=poczatek}; *mosty*^[Poznámka první.] jsou daleko."
- list:
    items:
      - {pl: Pierwszy, cs: První}
      - {pl: Drugi, cs: Druhý}
- table: {head: [{pl: Rok, cs: Rok}, {pl: Liczba, cs: Počet}], rows: [["2024", "1"], ["2025", "2"]]}
- index: {}
"""


def compose(folder: Path, editor: Editor, memory: DocumentMemory | None) -> Composed | tuple[Diagnostic, ...]:
    try:
        return compose_folder(folder, unsaved=dict(editor.unsaved), memory=memory)
    except Rejected as rejected:
        return rejected.diagnostics


def spell(made: Composed | tuple[Diagnostic, ...]) -> dict[str, bytes]:
    """All that was made, places too, which equality of passages leaves out."""
    if isinstance(made, Composed):
        return {part: msgpack.encode(getattr(made, part)) for part in PARTS}
    return {"refused": msgpack.encode(made)}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    place = Path("content")
    write_corpus(place, PAGES)
    settings = (place / "brochure.yaml").read_text("utf-8")
    (place / KEPT).write_text(RICH, "utf-8")
    unasked = f"translation: {{off: [{', '.join(TRANSLATION_RULES)}]}}\n"
    listed = settings.replace("sections:\n", f"{unasked}sections:\n  - {KEPT}\n")
    (place / "brochure.yaml").write_text(listed, "utf-8")
    return place


@pytest.mark.parametrize("seed", [1, 2])
def test_each_edit_is_set_as_from_nothing(folder: Path, seed: int) -> None:
    editor, memory, kinds = Editor(folder, seed), DocumentMemory(), list(KINDS)
    refused = 0
    for number in range(EDITS):
        kind = editor.dice.choice(kinds) if number else "word"
        editor.edit(kind)
        warm = compose(folder, editor, memory)
        cold = compose(folder, editor, None)
        assert spell(warm) == spell(cold), (seed, number, kind)
        refused += not isinstance(cold, Composed)
    assert refused < EDITS


@pytest.mark.parametrize("edition", ["screen", "print", "mail", "proof"])
def test_its_products_have_the_same_bytes(folder: Path, edition: str) -> None:
    editor, memory = Editor(folder, 5), DocumentMemory()
    compose(folder, editor, memory)
    for kind in ("word", "paragraph added", "heading", "footnote"):
        editor.edit(kind)
        warm = compose(folder, editor, memory)
    cold = compose(folder, editor, None)
    assert isinstance(warm, Composed)
    assert isinstance(cold, Composed)
    assert make_product(warm, EDITIONS[edition]) == make_product(cold, EDITIONS[edition])


def test_two_documents_in_one_process_do_not_meet(folder: Path, tmp_path: Path) -> None:
    other = Path("other")
    write_corpus(other, 3, seed=9)
    editors = (Editor(folder, 3), Editor(other, 4))
    memories = (DocumentMemory(), DocumentMemory())
    for kind in ("word", "block removed", "theme", "word"):
        for editor, memory in zip(editors, memories, strict=True):
            editor.edit(kind)
            warm = compose(editor.folder, editor, memory)
            assert spell(warm) == spell(compose(editor.folder, editor, None))


def test_what_no_state_needs_any_more_is_forgotten(folder: Path) -> None:
    editor, memory = Editor(folder, 6), DocumentMemory()
    compose(folder, editor, memory)
    blocks = len(memory.composing.blocks)
    for _ in range(12):
        editor.edit("word")
        compose(folder, editor, memory)
    assert len(memory.composing.blocks) < 1.5 * blocks
