"""Takes what was typed as an e-mail address, gives the address or None; asks no server whether it exists."""

from __future__ import annotations

import unicodedata

import idna

from layout.model.patterns import late_pattern
from layout.model.products.mailing import Address

LONGEST_LOCAL = 64
"""Octets (RFC 5321, 4.5.3.1.1)."""
LONGEST_ADDRESS = 254
"""Octets (RFC 5321, 4.5.3.1.3, less the angle brackets)."""

_ATOMS = late_pattern(r"[^\s\"(),.:;<>@\[\\\]]+(?:\.[^\s\"(),.:;<>@\[\\\]]+)*")
"""Dot-atom text (RFC 5322, 3.2.3), with the letters that RFC 6532 adds; no quoted local parts."""


def parse_address(typed: str) -> Address | None:
    """The address, its domain as ASCII (IDNA 2008, RFC 5891), or None if it is none."""
    local, _, domain = unicodedata.normalize("NFC", typed.strip()).rpartition("@")
    if not _ATOMS.fullmatch(local) or not all(_is_visible(letter) for letter in local):
        return None
    if len(local.encode()) > LONGEST_LOCAL:
        return None
    labels = _encode_domain(domain)
    if labels is None or len(f"{local}@{labels}".encode()) > LONGEST_ADDRESS:
        return None
    return Address(local, labels)


def _is_visible(letter: str) -> bool:
    return unicodedata.category(letter)[0] not in "CZ"


def _encode_domain(domain: str) -> str | None:
    """By IDNA 2008 (RFC 5891), after UTS 46's mapping of capitals and widths; ß and ς stay letters."""
    try:
        ascii_domain = idna.encode(domain, uts46=True, transitional=False).decode("ascii")
    except UnicodeError:
        return None
    *above, top = ascii_domain.split(".")
    return ascii_domain if above and top and not top.isdigit() else None
