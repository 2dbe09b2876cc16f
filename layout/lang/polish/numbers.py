"""How Polish writes figures, times of day and their signs."""

from __future__ import annotations

from layout.lang.language import NumberHabits, NumberNeighbours

_UNCOUNTED = (
    r"\w*(?:(?:[aeiouóyą]|[bcdfgknprsśtwzżź])(?:ł[aoy]?|li)|[aeiouyó]wać|[aeiyąuśź]ć|uje|ują|[ae]ją|[aei]my|ono|ano"
    r"|[^rd]nie|cznie|owo|ając|ując)"
)
"""Verbs and adverbs by their endings."""

NUMBERS = NumberHabits(
    uncounted=_UNCOUNTED,
    hour_mark=".",  # PWN, Nowy słownik ortograficzny (2002): a full stop, 8.25, 15.10
    decimal_mark=",",  # PN-EN ISO 80000-1
    signs="art ust str tab rys ryc poz rozdz zał s",
    signs_without_stop="nr",
    year_mark="r.",
    units="km kg cm mm ha km² MW GW kW kWh MWh",
    currencies="zł PLN",
)

NUMBER_NEIGHBOURS = NumberNeighbours(
    currencies="zł|złotych",
    quantities="zł|mln|tys|szt|os",
    counted="zł|gr|mln|tys|os[oó]b|ludzi|mieszk|uczest|odwiedz|wejść|szt",
    phone_labels="[Ff]aks|[Kk]om",
    identifier_labels=r"NIP|REGON|KRS|PESEL|[Kk]ont[oa]|[Rr]achun\w+",
    identifier_signs=r"\bnr|\bpoz\.|\bkod|\bsygn\.",
)
