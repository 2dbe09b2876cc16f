"""Words are put into every place of the samples' files: they read back, and every other byte stays."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from layout.model.diagnostic import Rejected
from layout.source.nodes.parsing import Items, find_forbidden
from layout.source.write.change_items import copy_item, insert_item, move_item, remove_item
from layout.source.write.change_words import add_words, change_all, change_words
from layout.source.write.content_text import ContentText, bare, node_at, parse_content, walk_scalars

CONTENT = Path(__file__).resolve().parents[2] / "content"
FILES = sorted([*CONTENT.glob("sections/*.yaml"), *CONTENT.glob("visit/*.yaml"), *CONTENT.glob("*.yaml")])
HOSTILE = (
    "Uwaga: gmina",
    "a #b",
    "# nie komentarz",
    "- lista",
    "-",
    "? pytanie",
    "„cytat” i \"cytat\" i 'cytat'",
    "'",
    '"',
    "\\",
    "\\n \\_ \\u017c",
    "[link](https://example.org) {a, b}",
    "{a: b}",
    "[a, b]",
    "a, b",
    "!tag &kotwica *alias",
    "%",
    "@",
    "`kod`",
    "| ",
    "> ",
    "~",
    "null",
    "",
    "true",
    "2026-11-22",
    "0x10",
    "---",
    "...",
    "<<",
    "a: b: c",
    ":",
    "a:",
    "dwa  odstępy   i\ttabulator",
    "wiersz\ndrugi\n\n  trzeci",
    "koniec wiersza\r\ni znów",
    "twarda\u00a0spacja \u202f i mięk\u00adkie",
    "emoji 🏞️ 👩‍👩‍👧",
    "עברית",
    "słowo " * 3333,
    "x" * 20_000,
)


def load(path: Path) -> ContentText:
    return parse_content(path.read_bytes(), path.name)


def with_ends(source: ContentText, end: str, mark: str) -> ContentText:
    """The file as another editor saves it: other line ends, a byte order mark."""
    return parse_content((mark + source.text.replace("\n", end)).encode(), source.file)


def assert_changed(source: ContentText, number: int, words: str) -> ContentText:
    """The words stand there, nothing else is said otherwise, and bytes before and after are the same."""
    route, scalar = list(walk_scalars(source.root))[number]
    changed = change_words(source, route, words)
    wanted = words.replace("\r\n", "\n").replace("\r", "\n").strip()
    before, after = dict(walk_scalars(source.root)), dict(walk_scalars(changed.root))
    assert list(before) == list(after)
    assert after[route].text.strip() == wanted
    assert {key: one.text.strip() for key, one in before.items() if key != route} == {
        key: one.text.strip() for key, one in after.items() if key != route
    }
    raw = source.text[: scalar.start].replace("\n", _end_of(source))
    assert changed.raw.removeprefix("\ufeff").startswith(raw)
    tail = source.text[scalar.end :].replace("\n", _end_of(source))
    assert changed.raw.endswith(tail)
    assert ("\r" in changed.raw) == ("\r" in source.raw)
    assert changed.raw.startswith("\ufeff") == source.raw.startswith("\ufeff")
    return changed


def _end_of(source: ContentText) -> str:
    return "\r\n" if "\r\n" in source.raw else "\n"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize(("end", "mark"), [("\n", ""), ("\r\n", "\ufeff")])
def test_hostile_words_read_back_from_every_file(path: Path, end: str, mark: str) -> None:
    source = with_ends(load(path), end, mark)
    count = len(list(walk_scalars(source.root)))
    for number, words in enumerate(HOSTILE):
        for place in {number % count, number * 7 % count, count - 1 - number % count}:
            assert_changed(source, place, words)


WORDS = st.text(st.characters(exclude_categories=("Cs", "Co", "Cn")), max_size=60) | st.lists(
    st.sampled_from([*HOSTILE[:30], " ", ": ", " #", "\n", "\n\n", "- ", "ž", "ł"]), max_size=6
).map("".join)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(FILES), st.integers(0, 10_000), WORDS)
@example(FILES[0], 0, "\u200f")
def test_any_words_read_back_or_are_refused(path: Path, number: int, words: str) -> None:
    source = load(path)
    number %= len(list(walk_scalars(source.root)))
    plain = words.replace("\r\n", "\n").replace("\r", "\n").strip()
    if find_forbidden(plain) is not None:
        with pytest.raises(Rejected) as refused:
            assert_changed(source, number, words)
        assert refused.value.diagnostics[0].code == "edit-forbidden"
    else:
        again = assert_changed(source, number, words)
        assert assert_changed(again, number, words).raw == again.raw


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_same_words_change_no_byte_but_line_ends(path: Path) -> None:
    """Words put where they stand already leave all lines as they were divided."""
    source = load(path)
    for route, scalar in walk_scalars(source.root):
        if scalar.text and "\n" not in scalar.text.strip():
            assert change_words(source, route, scalar.text).raw == source.raw, route


SECTIONS = [path for path in FILES if isinstance(load(path).root, Items)]


@pytest.mark.parametrize("path", SECTIONS, ids=lambda path: path.name)
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_blocks_are_moved_copied_removed_and_put_back(path: Path, end: str) -> None:
    source = with_ends(load(path), end, "")
    said = bare(source.root)
    assert isinstance(said, list)
    remarks = source.text.count("#")
    for number in range(len(said)):
        to = (number * 3 + 1) % len(said)
        moved = move_item(source, (number,), to)
        assert move_item(moved, (to,), number).raw == source.raw
        copied = copy_item(source, (number,), to)
        assert bare(copied.root) == [*said[:to], said[number], *said[to:]]
        assert remove_item(copied, (to,)).text.split() == source.text.split()
        assert moved.text.count("#") == remarks
        if len(said) > 1:
            removed = remove_item(source, (number,))
            assert bare(removed.root) == said[:number] + said[number + 1 :]
        put = insert_item(source, (to,), "paragraph:\n  pl: Ala: ma\n  cs: Má".replace(": ma", " ma"))
        assert node_at(put, (to, "paragraph", "pl"))
        assert ("\r\n" in put.raw) == ("\r\n" in source.raw)


def test_a_missing_side_is_added_below_the_other() -> None:
    source = parse_content(b"- paragraph:\n    pl: Ala  # kot\n- heading: {pl: Tak, level: 1}\n", "a.yaml")
    for words in HOSTILE[:-2]:
        first = add_words(source, (0, "paragraph", "cs"), words, "pl")
        assert "    pl: Ala  # kot\n    cs:" in first.text
        second = add_words(source, (1, "heading", "cs"), words, "pl")
        assert second.text.startswith("- paragraph:\n    pl: Ala  # kot\n- heading: {pl: Tak, cs: ")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
@pytest.mark.parametrize("shift", [0, 7, 19])
def test_all_places_changed_at_once_say_what_they_say_one_by_one(path: Path, shift: int) -> None:
    source = with_ends(load(path), "\r\n", "\ufeff")
    routes = [route for route, _ in walk_scalars(source.root)]
    words = [HOSTILE[(number + shift) % (len(HOSTILE) - 2)] for number in range(len(routes))]
    changed = change_all(source, dict(zip(routes, words, strict=True)))
    after = dict(walk_scalars(changed.root))
    wanted = [one.replace("\r\n", "\n").strip() for one in words]
    assert [after[route].text.strip() for route in routes] == wanted
    assert changed.raw.count("\n") == changed.raw.count("\r\n")


def test_lines_that_end_otherwise_than_most_keep_their_ends() -> None:
    source = parse_content(b"- pl: a\r\n  cs: b\n- pl: c\r\n  cs: d\r\n", "a.yaml")
    wanted = b"- pl: x\r\n  cs: b\n- pl: c\r\n  cs: y\r\n"
    assert change_all(source, {(0, "pl"): "x", (1, "cs"): "y"}).data == wanted
    assert change_words(change_words(source, (1, "cs"), "y"), (0, "pl"), "x").data == wanted
