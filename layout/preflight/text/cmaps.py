"""Takes the text of a CMap, gives its code lengths and its mappings; never follows `usecmap`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from layout.model.patterns import late_pattern
from layout.model.records import Struct

MAX_ENTRIES = 70_000

_TOKEN = late_pattern(rb"<([0-9A-Fa-f\s]*)>|(\[)|(\])|(-?\d+)|/([^\s/<>\[\]]+)|([A-Za-z]+)|%[^\r\n]*")


class CMap(Struct, frozen=True):
    """Code lengths in bytes, ascending, with codes' CIDs (embedded encodings) or text (ToUnicode)."""

    lengths: tuple[int, ...]
    cids: Mapping[int, int]
    text: Mapping[int, str]


Token = bytes | int | str | list["Token"]


def read_cmap(data: bytes) -> CMap:
    """The mappings of a CMap (ISO 32000-1, 9.7.5.3 and 9.10.3); what is broken in it is left out."""
    lengths: set[int] = set()
    cids: dict[int, int] = {}
    text: dict[int, str] = {}
    waiting: list[Token] = []
    for token in _tokens(data):
        if not isinstance(token, str):
            waiting.append(token)
            continue
        if token == "endcodespacerange":
            lengths.update(len(item) for item in waiting if isinstance(item, bytes) and 0 < len(item) <= 4)
        elif token in ("endcidchar", "endcidrange"):
            _add_cids(waiting, cids, token == "endcidrange")
        elif token in ("endbfchar", "endbfrange"):
            _add_text(waiting, text, token == "endbfrange")
        if len(cids) + len(text) > MAX_ENTRIES:
            break
        waiting = []
    return CMap(tuple(sorted(lengths)), cids, text)


def _tokens(data: bytes) -> list[Token]:
    out: list[Token] = []
    inner: list[Token] | None = None
    for found in _TOKEN.finditer(data):
        value: Token
        if found.group(1) is not None:
            digits = re.sub(rb"\s", b"", found.group(1))
            value = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
        elif found.group(4):
            value = int(found.group(4)[:12])
        elif found.group(6):
            value = found.group(6).decode("ascii")
        else:
            if found.group(2):
                inner = []
            elif found.group(3) and inner is not None:
                out.append(inner)
                inner = None
            continue
        (out if inner is None else inner).append(value)
    return out


def _add_cids(waiting: list[Token], cids: dict[int, int], ranges: bool) -> None:
    step = 3 if ranges else 2
    for at in range(0, len(waiting) - step + 1, step):
        first, last, cid = waiting[at], waiting[at + step - 2], waiting[at + step - 1]
        if isinstance(first, bytes) and isinstance(last, bytes) and isinstance(cid, int):
            start, end = int.from_bytes(first, "big"), int.from_bytes(last, "big")
            for code in range(start, min(end, start + MAX_ENTRIES - len(cids)) + 1):
                cids[code] = cid + code - start


def _add_text(waiting: list[Token], text: dict[int, str], ranges: bool) -> None:
    step = 3 if ranges else 2
    for at in range(0, len(waiting) - step + 1, step):
        first, last, target = waiting[at], waiting[at + step - 2], waiting[at + step - 1]
        if not isinstance(first, bytes) or not isinstance(last, bytes):
            continue
        start, end = int.from_bytes(first, "big"), int.from_bytes(last, "big")
        for code in range(start, min(end, start + MAX_ENTRIES - len(text)) + 1):
            written = _target(target, code - start)
            if written is not None:
                text[code] = written


def _target(target: Token, step: int) -> str | None:
    if isinstance(target, list):
        item = target[step] if step < len(target) else b""
        return item.decode("utf-16-be", "replace") if isinstance(item, bytes) and item else None
    if not isinstance(target, bytes) or not target:
        return None
    if step:
        whole = int.from_bytes(target, "big") + step
        target = whole.to_bytes(max(len(target), (whole.bit_length() + 7) // 8), "big")
    if len(target) == 1:
        target = b"\0" + target
    return target.decode("utf-16-be", "replace")
