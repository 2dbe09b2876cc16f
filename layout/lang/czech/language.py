"""The record of Czech."""

from __future__ import annotations

from layout.lang.czech.abbreviations import ABBREVIATIONS
from layout.lang.czech.bonds import BONDS
from layout.lang.czech.compounds import COMPOUNDS
from layout.lang.czech.counterparts import COUNTERPARTS
from layout.lang.czech.dashes import DASHES
from layout.lang.czech.hyphenation import HYPHENATION
from layout.lang.czech.numbers import NUMBER_NEIGHBOURS, NUMBERS
from layout.lang.czech.page_words import PAGE_WORDS
from layout.lang.czech.words import WORDS
from layout.lang.language import Language, QuotationMarks
from layout.model import languages

CZECH = Language(
    tag=languages.CZECH,
    alphabet="a b c č d e f g h ch i j k l m n o p q r ř s š t u v w x y z ž 0 1 2 3 4 5 6 7 8 9",
    frequent_words=(
        "v s se pro je jsou který která které kterých nebo roce ve že jako také byl bylo byly lze při mezi "
        "již jen jejich jeho tím toho k ke kde když aby ale až"
    ),
    words=WORDS,
    bonds=BONDS,
    quotes=QuotationMarks(outer="„“", inner="‚‘", lone="‚‘", sets_every_single=True),
    compounds=COMPOUNDS,
    dashes=DASHES,
    abbreviations=ABBREVIATIONS,
    numbers=NUMBERS,
    number_neighbours=NUMBER_NEIGHBOURS,
    hyphenation=HYPHENATION,
    page_words=PAGE_WORDS,
    counterparts=COUNTERPARTS,
)
