"""What is seen leads back to where it was written: every line of a passage knows its file, line and side."""

from __future__ import annotations

from pathlib import Path

from layout.model.layout import TextItem
from layout.model.units import SOFT_HYPHEN
from layout.pipeline.composing import compose_folder
from tests.conftest import ROOT


def test_words_are_found_where_they_lead_back_to() -> None:
    composed = compose_folder(ROOT / "content")
    found = 0
    for layout in (composed.body, *filter(None, composed.covers)):
        for item in (item for page in layout.pages for item in page.items if isinstance(item, TextItem)):
            origin = layout.origin_of(item.leaf)
            words = [word for word in item.line.text.split() if word.isalpha() and len(word) > 4]
            if origin is None or not words:
                continue
            lines = Path(origin.where.file).read_text(encoding="utf-8").splitlines()
            text = "".join(lines[origin.where.line - 1 :]).replace(SOFT_HYPHEN, "")
            assert any(word in text for word in words), (origin, words)
            found += 1
    assert found > 300


def test_a_folio_leads_nowhere() -> None:
    body = compose_folder(ROOT / "content").body
    folios = [
        item
        for page in body.pages
        for item in page.items
        if isinstance(item, TextItem) and item.line.text.strip() == str(page.number)
    ]
    assert folios
    assert {body.origin_of(item.leaf) for item in folios} == {None}
