"""Whatever plain text is imported, it reads back with the same words, or every mistake is explained."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from layout.model.blocks.running import Text
from layout.model.diagnostic import Rejected
from layout.pipeline.inspecting import Content
from layout.resources.messages import explain
from layout.resources.spoken import LANGUAGES
from layout.source.import_text.import_folder import import_text
from layout.source.import_text.write_content import fold, protect
from tests.contents import read_content

DAY = date(2026, 11, 22)
SIGNS = [
    "*x*",
    "**",
    "`",
    "_",
    "[a](b)",
    "<br>",
    "&shy;",
    "\\",
    "\\\\",
    "#",
    ":",
    "'",
    '"',
    "{",
    "}",
    "- ",
    "2017/2018",
]
POLISH = ["współpraca", "rzeką", "się", "które", "przez", "źródło", "był", "oraz"]
CZECH = ["spolupráce", "řekou", "se", "které", "před", "pramen", "byl", "také", "že"]


def run_import(data: bytes) -> Content | None:
    """The content that an import makes, read back; None if the text was rejected."""
    return run_import_telling(data)[0]


def run_import_telling(data: bytes) -> tuple[Content | None, set[str]]:
    """The same, and the codes of why it was rejected."""
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder) / "in.txt", Path(folder) / "out"
        path.write_bytes(data)
        try:
            import_text([path], out, False, DAY)
        except Rejected as rejected:
            assert not out.exists()
            assert all(explain(d, language) for d in rejected.diagnostics for language in LANGUAGES)
            return None, {one.code for one in rejected.diagnostics}
        content = read_content(out)
        assert content.warnings == ()
        return content, set()


def paragraph(words: list[str]) -> st.SearchStrategy[str]:
    """A passage that shows its language, with signs of markup strewn in."""
    own = st.lists(st.sampled_from(words), min_size=3, max_size=6)
    both = st.tuples(own, st.lists(st.sampled_from(words + SIGNS), max_size=40))
    return both.map(lambda parts: " ".join(" ".join(parts[0] + parts[1]).split()))


@settings(max_examples=70, deadline=None)
@given(st.lists(st.tuples(paragraph(POLISH), paragraph(CZECH)), min_size=1, max_size=4), st.booleans())
def test_paragraphs_come_back_letter_by_letter(pairs: list[tuple[str, str]], alternating: bool) -> None:
    order = [side for pair in pairs for side in pair]
    if not alternating:
        order = [polish for polish, _ in pairs] + [czech for _, czech in pairs]
    title = "Źródła rzeki / Prameny řeky"
    content, codes = run_import_telling("\n\n".join([title, *order]).encode())
    if codes == {"import-crossed"}:
        labelled = [side for polish, czech in pairs for side in (f"PL: {polish}", f"CZ: {czech}")]
        content, codes = run_import_telling("\n\n".join([title, *labelled]).encode())
    assert content is not None, codes
    blocks = [block for section in content.brochure.sections for block in section.blocks]
    read = [
        tuple(side.text for side in block.text.sides if side) for block in blocks if isinstance(block, Text)
    ]
    assert read == pairs


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
@example(b"\xff\xfe")
@example(b"\xff\xfe\x00")
@example(b"A/B\n\n\x00\n")
def test_any_bytes(data: bytes) -> None:
    run_import(data)


PIECES = [*POLISH, *CZECH, *SIGNS, "Ź / Ř", "A/B", "\n", "\n\n", "\f", "\r\n", "\u00a0", ". "]


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40))
def test_any_text(pieces: list[str]) -> None:
    run_import(" ".join(pieces).encode("utf-8", "surrogatepass"))


@given(st.text(st.sampled_from("ab \\*_`[]<&;{}#'\"|>-"), max_size=300).map(str.strip))
def test_folding_and_protecting_lose_nothing(text: str) -> None:
    assert " ".join(fold(text)) == text
    plain = protect(text)
    while "\\" in plain:
        at = plain.index("\\")
        assert plain[at + 1] in "\\`*_[]<&"
        plain = plain[:at] + "." + plain[at + 2 :]
    assert not set(plain) & set("`*_[]<")
