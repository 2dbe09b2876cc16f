"""Takes words and addresses, gives header values encoded and folded for the wire; knows no message."""

from __future__ import annotations

from email.header import Header
from email.utils import quote
from functools import lru_cache
from urllib.parse import quote as percent_encode

from layout.model.patterns import late_pattern
from layout.model.products.mailing import Address

LINE = 76
"""Longest line of a header with an encoded word, in characters (RFC 2047, 2)."""
FOLD = "\r\n "

_PLAIN = late_pattern(r"[ -~]+")
_LONG_WORD = late_pattern(r"\S{61}")


def encode_text(name: str, text: str) -> str:
    """The value of an unstructured header (RFC 5322, 2.2.1; RFC 2047): `name` is needed for folding.

    White space becomes single spaces, so that nothing can begin a header of its own.
    """
    words = " ".join(text.split())
    return _encode_words(name, words, "us-ascii" if _is_plain(words) else "utf-8")


def encode_mailbox(name: str, shown: str, address: Address) -> str:
    """The value of a header with one mailbox: a display name and the address in angle brackets.

    An address with letters beyond ASCII stays as it is: such a message needs SMTPUTF8 (RFC 6531, RFC 6532).
    """
    words = " ".join(shown.split())
    plain = _is_plain(words)
    phrase = _encode_words(name, f'"{quote(words)}"' if plain else words, "us-ascii" if plain else "utf-8")
    bracketed = f"<{address}>"
    last = phrase.rpartition("\r\n")[2] if FOLD in phrase else f"{name}: {phrase}"
    return f"{phrase}{' ' if len(last) + 1 + len(bracketed) <= LINE else FOLD}{bracketed}"


def _is_plain(words: str) -> bool:
    """Whether the words can stand as they are: what looks like an encoded word would be decoded."""
    return bool(_PLAIN.fullmatch(words)) and "=?" not in words and not _LONG_WORD.search(words)


@lru_cache(maxsize=100)
def _encode_words(name: str, words: str, charset: str) -> str:
    """The words folded; sender and subject are the same for all readers of a language."""
    header = Header(words, charset, maxlinelen=LINE, header_name=name)
    return header.encode(splitchars=" ", linesep="\r\n")


@lru_cache(maxsize=100)
def encode_parameter(name: str, value: str, language: str) -> str:
    """`; name*=utf-8'language'value`, in numbered parts where one line is too short (RFC 2231, 3 and 4)."""
    letters = [percent_encode(letter, safe="!#$&+^_`{}~") for letter in value]
    whole = f"{name}*=utf-8'{language}'{''.join(letters)}"
    if len(whole) < LINE:
        return f";{FOLD}{whole}"
    parts = [f"{name}*0*=utf-8'{language}'"]
    for letter in letters:
        if len(parts[-1]) + len(letter) > LINE - 2:
            parts.append(f"{name}*{len(parts)}*=")
        parts[-1] += letter
    return "".join(f";{FOLD}{part}" for part in parts)


def encode_list(values: list[str]) -> str:
    """Values parted by commas, each on a line of its own."""
    return f",{FOLD}".join(values)
