"""Takes a language, gives a finder of break points by Liang's patterns; knows nothing of seams or of lines.

The patterns are the files of the pyphen package, which is not imported: its loader and matcher take two to
four times as long (F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983).
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

_VALUES = ""
"""The key of a node's values; every other key is a character."""

Node = dict[str, Any]


def load_patterns(language: str) -> Callable[[str], list[int]]:
    """A function from a word of lower-case letters to the offsets its patterns allow, in order."""
    root = _read(language)

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
                if _VALUES in node:
                    for offset, value in node[_VALUES]:
                        if value > points[start + offset]:  # noqa: PLR1730 (max is slower here)
                            points[start + offset] = value
        return [place - 1 for place in range(2, length - 1) if points[place] & 1]

    return find


def _read(language: str) -> Node:
    """The pattern file as a tree of characters, the values of a pattern at its last one."""
    package = find_spec("pyphen")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("pyphen", name="pyphen")
    (file,) = (Path(package.origin).parent / "dictionaries").glob(f"hyph_{language}_*.dic")
    lines = file.read_bytes().split(b"\n")
    encoding = lines[0].decode("ascii").strip()
    root: Node = {}
    for line in b"\n".join(lines[1:]).decode(encoding).split():
        _add(root, line)
    return root


def _add(root: Node, pattern: str) -> None:
    node, values, offset = root, [], 0
    for character in pattern:
        if character.isdigit():
            values.append((offset, int(character)))
        else:
            node = node.setdefault(character, {})
            offset += 1
    node[_VALUES] = tuple(values)
