"""The record of Polish."""

from __future__ import annotations

from layout.lang.language import Language, QuotationMarks
from layout.lang.polish.abbreviations import ABBREVIATIONS
from layout.lang.polish.bonds import BONDS
from layout.lang.polish.compounds import COMPOUNDS
from layout.lang.polish.counterparts import COUNTERPARTS
from layout.lang.polish.dashes import DASHES
from layout.lang.polish.hyphenation import HYPHENATION
from layout.lang.polish.numbers import NUMBER_NEIGHBOURS, NUMBERS
from layout.lang.polish.page_words import PAGE_WORDS
from layout.lang.polish.words import WORDS
from layout.model import languages

POLISH = Language(
    tag=languages.POLISH,
    alphabet="0 1 2 3 4 5 6 7 8 9 a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż",
    frequent_words=(
        "i w się nie oraz dla przez jest są który która które których lub roku we ze jako także również był "
        "była było były można przy między już tylko ich jego tym tego został została"
    ),
    words=WORDS,
    bonds=BONDS,
    quotes=QuotationMarks(outer="„”", inner="«»", lone="„”", stop_behind=True),
    compounds=COMPOUNDS,
    dashes=DASHES,
    abbreviations=ABBREVIATIONS,
    numbers=NUMBERS,
    number_neighbours=NUMBER_NEIGHBOURS,
    hyphenation=HYPHENATION,
    page_words=PAGE_WORDS,
    counterparts=COUNTERPARTS,
)
