"""Takes both sides of a pair as typed, gives the addresses that only one of them has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from layout.lang.translation.bare_words import bare_words, link_targets
from layout.lang.web_names import find_addresses
from layout.model.patterns import late_pattern

_LANGUAGE = late_pattern(r"(?<![a-z0-9])(?:pl|cs|cz|en|pl-pl|cs-cz|polski|cesky|cestina)(?![a-z0-9])")
_SCHEME = late_pattern(r"^(?:https?://|mailto:|tel:)?(?:www\.)?")
_SIGN = late_pattern(r"\.[A-Za-z]{2}|@|//|\]\(")


def compare_addresses(sides: Mapping[str, str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """E-mail and web addresses of the first side alone, and of the second.

    A site that has a page a language is one address: only what is no language's tag is compared of its name.
    """
    left, right = (_addresses(text) for text in sides.values())
    return _only(left, right), _only(right, left)


def _only(one: Mapping[str, str], two: Mapping[str, str]) -> tuple[str, ...]:
    localised = any(
        _LANGUAGE.search(shown.lower()) for shown in (*one.values(), *two.values()) if "/" in shown
    )
    hosts = {key.partition("/")[0] for key in two}
    return tuple(
        shown
        for key, shown in one.items()
        if key not in two and not (localised and "@" not in key and key.partition("/")[0] in hosts)
    )


def _addresses(text: str) -> dict[str, str]:
    if not _SIGN.search(text):
        return {}
    words = bare_words(text)
    found = [words[start:end] for start, end in find_addresses(words)] + link_targets(text)
    return {_key(one): one for one in _unique(found)}


def _unique(found: Iterable[str]) -> Iterable[str]:
    return (one for one in dict.fromkeys(found) if not one.startswith(("tel:", "#")))


def _key(address: str) -> str:
    plain = _SCHEME.sub("", address.lower()).rstrip("/")
    return (
        plain if "@" in plain else _LANGUAGE.sub("", plain).strip("./").replace("..", ".").replace("//", "/")
    )
