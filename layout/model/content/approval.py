"""Which words an office has approved, when and by whom."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from layout.model.languages import PAIR
from layout.model.records import Struct

_DIGITS = 16
"""Hexadecimal digits of a digest that are written: words of one brochure never share them by chance."""


class Approval(Struct, frozen=True):
    """One office's yes; `spelling` is who has since let a change of mere spelling through."""

    by: str
    on: date
    spelling: str | None = None


class ApprovedPair(Struct, frozen=True, kw_only=True):
    """The words of a passage of `file` as they were approved, and by the offices of which languages."""

    file: str
    texts: Mapping[str, str]
    approvals: Mapping[str, Approval]

    @property
    def digest(self) -> str:
        """The digest of its words."""
        return digest_texts(self.texts)


def digest_texts(texts: Mapping[str, str]) -> str:
    """What tells the words of a pair from any other words: SHA-256 of both languages, shortened."""
    sides = [texts.get(language) for language in PAIR]
    return sha256(json.dumps(sides, ensure_ascii=False).encode("utf-8", "surrogatepass")).hexdigest()[
        :_DIGITS
    ]
