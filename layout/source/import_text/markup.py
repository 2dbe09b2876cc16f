"""Takes plain words, gives them so that no sign of them is read as markup, and back; styles nothing."""

from __future__ import annotations

from layout.model.patterns import late_pattern
from layout.source.fields.inline import parse_inline
from layout.source.import_text.passages import LINE_BREAK

_TYPED_BREAK = late_pattern(r"(?<!\\)((?:\\\\)*)\\[ \n]")
_NOTE = late_pattern(r"(?<!\\)\^\[")
_BRACKETS = late_pattern(r"\\.|[\[\]]")
_MARKUP = late_pattern(r"[\\`*_\[\]<]|&(?=#?\w+;)|\{(?=\s*page\s*=)")


def protect(text: str) -> str:
    """The text with a backslash before whatever the reader would take as markup, and for each line break."""
    return _MARKUP.sub(lambda found: "\\" + found[0], text).replace(LINE_BREAK, "\\ ")


def plain_words(markup: str) -> str:
    """What a reader takes for words, with the line breaks that import typed."""
    marks = parse_inline(_TYPED_BREAK.sub(r"\1\\\n", markup))
    kept = {"text", "code", "break"}
    return "".join(
        LINE_BREAK if mark.kind == "break" else mark.content for mark in marks if mark.kind in kept
    )


def strip_notes(markup: str) -> tuple[str, int]:
    """The words without their footnotes, and how many these were."""
    found = find_notes(markup)
    for start, end in reversed(found):
        markup = markup[:start] + markup[end:]
    return markup, len(found)


def balance_notes(sides: tuple[str, str]) -> tuple[tuple[str, str], int]:
    """Both sides, footnotes that have none beside them in the other language marked so, and how many are."""
    notes = [find_notes(side) for side in sides]
    least = min(map(len, notes))
    balanced = []
    for side, found in zip(sides, notes, strict=True):
        for start, end in reversed(found[least:]):
            side = side[:start] + write_note(side[start + 2 : end - 1], lone=True) + side[end:]
        balanced.append(side)
    return (balanced[0], balanced[1]), max(map(len, notes)) - least


def find_notes(markup: str) -> list[tuple[int, int]]:
    """Where the footnotes of a passage begin and end."""
    found: list[tuple[int, int]] = []
    for begin in _NOTE.finditer(markup):
        if found and begin.start() < found[-1][1]:
            continue
        depth = 1
        for sign in _BRACKETS.finditer(markup, begin.end()):
            depth += {"[": 1, "]": -1}.get(sign[0], 0)
            if depth == 0:
                found.append((begin.start(), sign.end()))
                break
    return found


def write_note(words: str, *, lone: bool = False) -> str:
    """A footnote whose `words` are Markdown already; the other language has none beside a `lone` one."""
    return f"^[{words}]" + "{only}" * lone
