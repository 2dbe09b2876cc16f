"""Takes words and the scalar that they are to replace, gives the ways to write them in YAML, best first."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.patterns import late_pattern
from layout.model.records import Struct
from layout.model.units import NO_BREAK_SPACE
from layout.source.nodes.parsing import Scalar

BLOCK = ("|", ">")
NARROWEST = 60
"""Characters of a line that words are divided after at least."""
WIDEST = 110
_BREAK = late_pattern(r"(?<![ \t]) (?![ \t])")
"""A space that YAML makes of a line's end."""
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"})
_HARD_SPACE = "\\_"
"""A no-break space as YAML spells it."""


class Seat(Struct, frozen=True):
    """Where words stand: what is written there now, and by how much lines of a value are indented."""

    written: str
    indent: int


def spellings(words: str, scalar: Scalar, seat: Seat) -> Iterator[str]:
    """The ways in which `words` can stand where `scalar` does, as it is quoted first; not all may be read so.

    A scalar that was divided into lines is so again, and lines that say the same stay as they are.
    """
    if scalar.style in BLOCK:
        yield from _blocks(words, scalar, seat)
    else:
        space = "" if seat.written else " "
        yield from (space + spelled for spelled in _flows(words, scalar.style, seat))


def _flows(words: str, style: str, seat: Seat) -> Iterator[str]:
    if "\n" in words:
        yield _literal(words, seat)
    elif style == "" and words:
        yield from _divided(words, seat, 0)
        yield from _quotes(words)
    elif style == "'":
        yield from (f"'{inner}'" for inner in _divided(words.replace("'", "''"), seat, 1))
    yield from (f'"{inner}"' for inner in _divided(_escape(words, seat.written), seat, 1))


def spell_new(words: str, indent: int) -> Iterator[str]:
    """The ways to write words where nothing stood: long ones in lines below their key, indented so."""
    if "\n" in words:
        yield _literal(words, Seat("", indent))
    elif len(words) > WIDEST - indent:
        yield ">-\n" + "\n".join(" " * indent + line for line in _wrap(words, WIDEST - indent))
    yield words
    yield from _quotes(words)


def _quotes(words: str) -> Iterator[str]:
    if ('"' in words or "\\" in words) and "'" not in words and "\n" not in words:
        yield f"'{words}'"
    yield f'"{_escape(words, "")}"'


def _escape(words: str, written: str) -> str:
    spelled = words.translate(_ESCAPES)
    return spelled.replace(NO_BREAK_SPACE, _HARD_SPACE) if _HARD_SPACE in written else spelled


def _divided(spelled: str, seat: Seat, marks: int) -> Iterator[str]:
    """The words on as many lines as they had, and on one; `marks` characters at each end are quotes."""
    lines = seat.written[marks : len(seat.written) - marks].split("\n")
    if len(lines) > 1:
        indent = len(lines[1]) - len(lines[1].lstrip(" "))
        longest = max(map(len, lines[1:])) - indent
        found = _rewrap(spelled, [line.strip(" \t") for line in lines], longest)
        yield ("\n" + " " * indent).join(found)
    yield spelled


def _literal(words: str, seat: Seat) -> str:
    return "|-\n" + _indented(words.split("\n"), seat.indent)


def _blocks(words: str, scalar: Scalar, seat: Seat) -> Iterator[str]:
    """The block with its heading, its indentation and the empty lines after it."""
    head, _, body = seat.written.partition("\n")
    kept = body.rstrip(" \n")
    tail = body[len(kept) :] or ("\n" if seat.written.endswith("\n") else "")
    lines = [line for line in kept.split("\n") if line.strip()]
    indent = _margin(lines, scalar) if lines else seat.indent
    if "\n" in words or scalar.style == "|":
        yield f"|{head[1:]}\n{_indented(words.split(chr(10)), indent)}{tail}"
        return
    told = [line[indent:] for line in kept.split("\n")]
    longest = max(map(len, told)) if len(told) > 1 else WIDEST - indent
    yield f"{head}\n{_indented(_rewrap(words, told, longest), indent)}{tail}"
    yield f"{head}\n{_indented([words], indent)}{tail}"


def _margin(lines: list[str], scalar: Scalar) -> int:
    """Spaces before each line of a block that are no part of its words."""
    first = next((line for line in scalar.text.split("\n") if line.strip()), "")
    own = len(first) - len(first.lstrip(" "))
    return len(lines[0]) - len(lines[0].lstrip(" ")) - own


def _indented(lines: list[str], indent: int) -> str:
    return "\n".join(" " * indent + line if line else "" for line in lines)


def _rewrap(words: str, lines: list[str], longest: int) -> list[str]:
    """Words in lines of at most `longest` characters; lines at both ends that say the same still stay."""
    before: list[str] = []
    after: list[str] = []
    while lines and lines[0] and words.startswith(f"{lines[0]} "):
        before.append(lines.pop(0))
        words = words[len(before[-1]) + 1 :]
    while lines and lines[-1] and words.endswith(f" {lines[-1]}"):
        after.insert(0, lines.pop())
        words = words[: -len(after[0]) - 1]
    if words == " ".join(lines):
        return [*before, *lines, *after]
    return [*before, *_wrap(words, max(longest, NARROWEST)), *after]


def _wrap(words: str, longest: int) -> list[str]:
    lines = [""]
    for word in _BREAK.split(words):
        if lines[-1] and len(lines[-1]) + 1 + len(word) > longest:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}" if lines[-1] else word
    return lines
