"""Takes words before and after a change, gives the part of each that differs; changes nothing."""

from __future__ import annotations

from layout.source.nodes.parsing import show_text

_CONTEXT = 2
"""Words that are shown before and behind what differs."""


def show_change(before: str, after: str) -> tuple[str, str]:
    """Both texts around the place where they differ, each short enough for a message."""
    old, new = before.split(), after.split()
    start = _common(old, new)
    end = _common(old[start:][::-1], new[start:][::-1])
    return _cut(old, start, len(old) - end), _cut(new, start, len(new) - end)


def _common(one: list[str], other: list[str]) -> int:
    return next(
        (number for number, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]),
        min(len(one), len(other)),
    )


def _cut(words: list[str], start: int, end: int) -> str:
    first, last = max(start - _CONTEXT, 0), min(end + _CONTEXT, len(words))
    shown = show_text(" ".join(words[first:last]))
    before, behind = "… " if first else "", " …" if last < len(words) and not shown.endswith("…") else ""
    return f"{before}{shown}{behind}"
