"""Takes a language, gives a finder of break points by Liang's patterns; knows nothing of seams or of lines.

The patterns are the files of the pyphen package, which is not imported: its loader and matcher take two to
four times as long (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_PATTERN, _VALUES = "pattern", "values"
"""Keys of a node: its pattern, and its values once a word had its letters; the others are characters."""
_DIGITS = b"0123456789"

Node = dict[str, Any]


def load_patterns(language: str) -> Callable[[str], list[int]]:
    """A function from a word of lower-case letters to the offsets its patterns allow, in order."""
    root = _tree(_read(language))

    def find(word: str) -> list[int]:
        dotted = f".{word}."
        length = len(dotted)
        points = [0] * (length + 1)
        for start in range(length):
            node = root
            for character in dotted[start:]:
                if character not in node:
                    break
                node = node[character]
                if _PATTERN in node:
                    node[_VALUES] = _values(node.pop(_PATTERN))
                if _VALUES in node:
                    for offset, value in node[_VALUES]:
                        if value > points[start + offset]:  # noqa: PLR1730 (max is slower here)
                            points[start + offset] = value
        return [place - 1 for place in range(2, length - 1) if points[place] & 1]

    return find


def _read(language: str) -> Iterator[tuple[str, str]]:
    """The letters of each pattern of the file, and the pattern itself."""
    package = find_spec("pyphen")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pyphen", name="pyphen")
    folder = Path(package.origin).parent / "dictionaries"
    (file,) = (one for one in folder.iterdir() if one.name.startswith(f"hyph_{language}_"))
    name, _, lines = file.read_bytes().partition(b"\n")
    encoding = name.decode("ascii").strip()
    patterns = b"\n".join([line for line in lines.split() if not line.isdigit()])
    letters = patterns.translate(None, delete=_DIGITS)
    return zip(letters.decode(encoding).split(), patterns.decode(encoding).split(), strict=True)


def _tree(patterns: Iterator[tuple[str, str]]) -> Node:
    """A tree of characters with each pattern at its last one; its digits are read when they are needed."""
    root: Node = {}
    for letters, pattern in patterns:
        node = root
        for character in letters:
            if character not in node:
                node[character] = {}
            node = node[character]
        node[_PATTERN] = pattern
    return root


def _values(pattern: str) -> tuple[tuple[int, int], ...]:
    """Offsets in a pattern's letters, and how much each speaks for a break there or, if even, against it."""
    values: list[tuple[int, int]] = []
    offset = 0
    for character in pattern:
        if character.isdigit():
            values.append((offset, int(character)))
        else:
            offset += 1
    return tuple(values)
