"""How Polish writes figures, times of day and their signs."""

from __future__ import annotations

from layout.lang.language import NumberHabits

NUMBERS = NumberHabits(
    hour_mark=".",  # PWN, Nowy słownik ortograficzny (2002): a full stop, 8.25, 15.10
    signs="art ust str tab rys ryc poz rozdz zał s",
    signs_without_stop="nr",
    year_mark="r.",
    units="km kg cm mm ha km² MW GW kW kWh MWh",
    currencies="zł PLN",
)
