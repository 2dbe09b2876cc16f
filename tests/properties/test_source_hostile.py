"""Whatever stands in content files, reading ends in content or in explained mistakes."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from layout.model.blocks.running import Text
from layout.model.content.prose import RunStyle
from layout.model.diagnostic import Rejected
from layout.pipeline.inspecting import Content
from layout.resources.messages import explain
from layout.resources.spoken import LANGUAGES
from layout.source.blocks.block import BLOCKS
from layout.source.nodes.parsing import Items, Scalar, compose_nodes, locate
from layout.source.themes.fields import KEYS
from tests.contents import read_content

BROCHURE = """\
title: {pl: Tytuł, cs: Titul}
languages: [pl, cs]
date: 2026-11-22
publisher: {pl: A, cs: B}
theme: {base: own}
sections: [one.yaml]
"""
FILES = ("brochure.yaml", "one.yaml", "themes/own.yaml", "fonts/fonts.yaml")
WHOLE = {
    "brochure.yaml": BROCHURE,
    "one.yaml": "- paragraph: {pl: a, cs: b}\n",
    "themes/own.yaml": "page: {size: A5}\n",
}

TYPED = """
pl cs only items alt file value label when head rows lines name title sections covers front generated
typography off T05 base styles colours cmyk rgb faces licence true 1 2 -1 0.5 14mm 1e9 null ~ << a *b* **c `d`
[e](f:g) [h]{lang=i} &shy; <br> \\ ../x /etc/passwd images
"""
WORDS = [*BLOCKS, *(key.split(".")[-1] for key in KEYS), *TYPED.split()]
WORDS += ["\u00a0", "\u2028", "\x00", "\ud7ff", "ł", "\U0001f600", "é" * 30]
GLUE = [
    ": ",
    "\n",
    "\n  ",
    "\n    ",
    "\n- ",
    "- ",
    ", ",
    "{",
    "}",
    "[",
    "]",
    "'",
    '"',
    "|\n",
    ">-\n",
    "#",
    "&x ",
    "*x",
]

typed = st.lists(st.sampled_from(WORDS) | st.sampled_from(GLUE) | st.text(max_size=4), max_size=30).map(
    "".join
)


def outcome_of(files: dict[str, bytes]) -> Content | None:
    """What reading gives, every mistake explained; None if the content was rejected."""
    with tempfile.TemporaryDirectory() as folder:
        for name, data in {**{name: text.encode() for name, text in WHOLE.items()}, **files}.items():
            path = Path(folder) / name
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(data)
        try:
            content = read_content(Path(folder))
            found = content.warnings
        except Rejected as rejected:
            content, found = None, rejected.diagnostics
            assert found
        for diagnostic in found:
            assert diagnostic.where.file
            for language in LANGUAGES:
                assert "\n" not in explain(diagnostic, language)
        return content


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FILES), st.binary(max_size=200))
@example("one.yaml", b"\xff\xfe-\x00 \x00a\x00")
@example("one.yaml", b"- paragraph: {pl: a, cs: ''}")
def test_any_bytes(name: str, data: bytes) -> None:
    outcome_of({name: data})


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FILES), typed)
@example("one.yaml", "- paragraph: {pl: '\\', cs: '&#0;'}")
@example("one.yaml", '- paragraph: {pl: "\\ud800", cs: "\\uffff"}')
@example("brochure.yaml", BROCHURE + "? |\n  key\n: x\n")
def test_any_text(name: str, text: str) -> None:
    outcome_of({name: text.encode("utf-8", "surrogatepass")})


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(sorted(BLOCKS)), typed)
def test_any_block(kind: str, text: str) -> None:
    indented = text.replace("\n", "\n    ")
    outcome_of({"one.yaml": f"- {kind}:\n    {indented}\n".encode("utf-8", "replace")})


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS + GLUE), min_size=1, max_size=3), st.integers(0, len(BROCHURE)))
def test_brochure_with_a_slip(slips: list[str], at: int) -> None:
    outcome_of({"brochure.yaml": (BROCHURE[:at] + "".join(slips) + BROCHURE[at:]).encode("utf-8", "replace")})


letters = st.characters(
    categories=("Lu", "Ll", "Lo", "Nd", "Po", "Pd", "Pi", "Pf", "Zs"),
    exclude_characters="\\`*_[]<&\u2028\u2029",
)
plain = (
    st.text(letters, min_size=1, max_size=60).map(str.strip).filter(lambda text: any(map(str.isalnum, text)))
)


@settings(max_examples=100, deadline=None)
@given(plain)
def test_plain_text_comes_through_letter_by_letter(text: str) -> None:
    quoted = "'" + text.replace("'", "''") + "'"
    content = outcome_of({"one.yaml": f"- paragraph: {{pl: {quoted}, cs: {quoted}}}\n".encode()})
    assert content is not None
    (block,) = content.brochure.sections[0].blocks
    assert isinstance(block, Text)
    assert block.text.left is not None
    (run,) = block.text.left.runs
    assert run.style == RunStyle()
    assert run.text.replace(" ", "") == text.replace(" ", "")


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from("aż „:'\n"), min_size=1, max_size=25).map("".join),
    st.sampled_from(["'", '"', "|", ">-"]),
)
def test_place_of_each_visible_character_is_where_it_stands(text: str, style: str) -> None:
    body = {
        "'": "'" + text.replace("'", "''").replace("\n", "\n\n  ") + "'",
        '"': '"' + text.replace("\n", "\\n") + '"',
    }.get(style, f"{style}2\n  " + text.replace("\n", "\n  "))
    whole = f"- {body}\n"
    try:
        node = compose_nodes(whole, "f")
    except Rejected:
        return
    assert isinstance(node, Items)
    scalar = node.nodes[0]
    assert isinstance(scalar, Scalar)
    lines = whole.split("\n")
    for offset, character in enumerate(scalar.text):
        if not character.isspace():
            place = locate(scalar, offset, whole, "f")
            assert lines[place.line - 1][place.column - 1] == character
