"""The record of a language: each fact that rules, division, sorting and the page's own words ask of it.

Lists of words are texts with spaces between their entries, in lower case unless a word has capitals by
itself; entries of several words are parted by `|`. An empty field means that the language has no such habit.
"""

from __future__ import annotations

from collections.abc import Mapping

from layout.lang.rules.bonds import Bond
from layout.lang.rules.word_kinds import Kind
from layout.model.records import Struct


class QuotationMarks(Struct, frozen=True, kw_only=True):
    """Opening and closing mark of a quotation, of one inside it, and of straight single marks outside any."""

    outer: str
    inner: str
    lone: str
    sets_every_single: bool = False
    """Curly single marks outside any quotation become `lone` too, not the straight ones alone."""
    stop_behind: bool = False
    """A full stop or a comma stands behind the closing mark, never before it."""


class Compounds(Struct, frozen=True, kw_only=True):
    """What is written with a closed hyphen (T14)."""

    forms: str
    """First members of compound adjectives (polsko-)."""
    adverbs: str
    """First members that are adverbs as well; the adjective behind the mark tells the compound."""
    adjective: str
    """A regular expression for the adjective behind the mark, in lower case."""
    names: str
    """Names and loans of two words, without their hyphen."""
    suspended: str
    """Words before which a hanging hyphen is right: mikro- i makroregion."""
    endings: str = ""
    """Endings that only first members have (społeczno-, promocyjno-)."""
    particles: str = ""
    """What hangs on a verb by a closed hyphen: je-li."""
    after_number: str = ""
    """What follows a number and a hyphen: 20-lecie."""


class DashHabits(Struct, frozen=True, kw_only=True):
    """Words between which a dash stands, and how (T10, T11)."""

    towns: str
    """Places between which a dash stands, never a hyphen."""
    long_names: str
    """How the names of two words end that take a spaced dash: Republika Czeska – Polska."""
    times_of_year: str
    """Days and months that make ranges: poniedziałek–piątek."""
    suffix_cues: str
    """Words before which a hyphen opens a suffix: końcówka -owy."""
    bounds: str = ""
    """Prepositions before which no dash stands, so that a hyphen before a number is a minus: od -5."""
    letter_cues: str = ""
    """Words before the letters of a provision, as alternatives of a regular expression: lit. a–e."""
    file_cues: str = ""
    """The same before numbers whose hyphen is no dash: čj. 88-96."""
    hour_cues: str = ""
    """Beginnings of words beside padded hours, as alternatives: godz. 08–16."""
    year_cues: str = ""
    """Beginnings of words before years of which the last is short: letech 2006–12."""
    score_cues: str = ""
    """Beginnings of words beside a score: wynik 10–6."""
    before_era: str = ""
    """A regular expression for the years that count backwards: 512–511 př. n. l."""
    closes_names: bool = False
    """The dash between two single names is closed (Praha–Brno)."""
    routes: str = ""
    """Words behind which any two single names are the ends of a way: trasa Jeseník–Nysa."""


class Abbreviations(Struct, frozen=True, kw_only=True):
    """How abbreviations are spelt (T17, T02) and which keep their stop at the end of a heading (T21)."""

    keep_stop: str
    closed: Mapping[str, str]
    """Abbreviations written open or with too many stops, and as the spelling has them."""
    glued: str = ""
    """Abbreviations of several words that stay as typed and hold together."""
    spaced: str = ""
    """Abbreviations of several words with a space behind each full stop, all of it glued."""
    initials_apart: bool = False
    """A space stands between two initials too, not only before the name."""
    persons: str = ""
    """People known by their initials alone, which stand apart like those before a name."""
    open_degrees: str = ""
    """Beginnings of degrees that are closed before D.: Ph.D."""
    degrees_after_comma: str = ""
    """Degrees that stand behind a name and a comma."""


class NumberHabits(Struct, frozen=True, kw_only=True):
    """How figures, dates, times of day and their signs are written (T03 to T08, T20, T26)."""

    hour_mark: str
    """What stands between hours and minutes."""
    decimal_mark: str
    """What parts a number's whole from its parts."""
    signs: str
    """Abbreviations that a number follows, without their full stops: str. 5."""
    signs_without_stop: str = ""
    """The same for those that have no full stop: nr 5."""
    year_mark: str = ""
    """What follows a year: 2020 r."""
    units: str = ""
    """Units that a space parts from their number; where 5km may be an adjective there are none."""
    currencies: str = ""
    """Currencies that a space parts from their sum."""
    ratio_nouns: str = ""
    """Beginnings of nouns behind which a ratio stands; where there are any, a ratio is spaced: 1 : 3."""
    parts_degrees: bool = False
    """A space parts °C from a number that was typed close to it."""
    groups_decimals: bool = False
    """Decimals too are grouped in threes."""
    spaces_dates: bool = False
    """Day, month and year are parted by spaces: 1. 1. 2020."""
    date_cues: str = ""
    """Alternatives of a regular expression: words behind which 1.2. is a date without its year."""
    section_cues: str = ""
    """Beginnings of words behind which it is the number of a section."""
    uncounted: str = ""
    """A regular expression for words in lower case that no number before them counts: verbs, adverbs."""
    stops_romans: bool = False
    """A Roman ordinal has a full stop: XX. století."""


class NumberNeighbours(Struct, frozen=True, kw_only=True):
    """Words beside a number that tell what it counts, or that it is a name (T06, T09, T20).

    Those of every language are heeded in each: people on both sides of a border write the other's currency
    and telephone numbers. All are alternatives of regular expressions; international ones are in the rules.
    """

    currencies: str
    """Whole words behind a sum."""
    quantities: str
    """Whole words behind a number that counts."""
    counted: str
    """Beginnings of what nine digits in threes count, where they are no telephone number."""
    phone_labels: str
    identifier_labels: str
    """What stands before accounts, registers and postcodes."""
    identifier_signs: str
    """What stands before a number that is not grouped in threes."""


class Hyphenation(Struct, frozen=True, kw_only=True):
    """What corrects the patterns (those that pyphen has for the tag) where words are divided (T15)."""

    seams: str
    """Rows of prefixes and combining forms, as `hyphenation.seams` reads them."""
    mends: str
    """Stretches of words that the patterns divide wrongly or not at all, with their break points."""
    outer: tuple[str, ...] = ()
    """Prefixes that only count before another."""
    syllabic: str = ""
    """Consonants that make a syllable without a vowel."""
    heads: str = ""
    """Prefixes, as alternatives of a regular expression, behind which any cluster opens a syllable."""
    sonorants: str = ""
    """Consonants that close a syllable before another consonant."""
    sonorant_onsets: str = ""
    """Beginnings of syllables with one of these before another consonant."""
    hiatus_before: str | None = None
    """Between two vowels only a second one of these is parted; None trusts the patterns there."""


class ProofWords(Struct, frozen=True, kw_only=True):
    """What a proof says to those who read it."""

    changes: str
    unchanged: str
    rules: str
    none_open: str
    since: str
    """Before a change: the office, with `{by}` who approved and `{on}` when."""
    signature: str
    remark: str
    """Over the column in which a translator writes remarks."""


class ImprintWords(Struct, frozen=True, kw_only=True):
    """What stands before the lines of an imprint."""

    publisher: str
    printer: str
    run: str
    paper: str
    licence: str


class PageWords(Struct, frozen=True, kw_only=True):
    """What the program itself says on pages, in bookmarks, to screen readers and in messages."""

    name: str
    """The language's name in itself, as a bookmark says it."""
    continued: str
    """What is added to a title on the next page."""
    emblem: str
    """What a screen reader says for the emblem of the European Union."""
    map_code: str
    """What it says for a QR code that leads to a map."""
    version: str
    """The line over this language's part of a message."""
    date: str
    """How a day is written out: `{day}`, `{month}` in the genitive, `{year}`."""
    addressee: str
    """What stands before the recipient's name on a cover; a colon spares the name its case."""
    page: str
    """What a screen reader says for a link to the page `{number}`."""
    footnote: str
    """What it says for the mark of the footnote `{number}`."""
    back: str
    """What it says for the way back from that note to its mark."""
    glossary_to: Mapping[str, str]
    """The heading of a glossary from this language, by the tag of the other one."""
    imprint: ImprintWords
    proof: ProofWords


class Counterparts(Struct, frozen=True, kw_only=True):
    """What tells that a passage says the same as its translation: numbers in words, days, money, names.

    All but given names are regular expressions; keys are the same in every language.
    """

    months: tuple[str, ...]
    """The twelve months in all their cases."""
    numerals: Mapping[int, str]
    """Beginnings of words that say a number."""
    halves: str
    """Words that say a number and a half."""
    magnitudes: Mapping[int, str]
    """What multiplies the number before it."""
    currencies: Mapping[str, str]
    """What stands beside a sum, by the currency's code (ISO 4217)."""
    given_names: str
    surname_endings: str
    """Endings of a surname that its case or the sex of its bearer changes."""
    own_groups: str
    """Letters and groups that words of this language have and those of its neighbours hardly ever."""
    epithets: str
    """What stands behind the given name of a ruler or a saint, which is translated."""
    places: Mapping[str, str]
    """Places that the languages call differently."""


class Language(Struct, frozen=True, eq=False, kw_only=True):
    """One language; its tables are read-only, two records are the same only if they are one."""

    tag: str
    alphabet: str
    """Letters and digits in the order of sorting, letters of two characters included."""
    frequent_words: str
    """Words that hardly a sentence lacks, by which a reader of finished pages knows the language."""
    words: Mapping[Kind, str]
    """Words that are bound to their neighbours, by kind; a full stop belongs to the word."""
    bonds: tuple[Bond, ...]
    """The bonds that this language has besides those all have."""
    quotes: QuotationMarks
    compounds: Compounds
    dashes: DashHabits
    abbreviations: Abbreviations
    numbers: NumberHabits
    number_neighbours: NumberNeighbours
    hyphenation: Hyphenation
    page_words: PageWords
    counterparts: Counterparts
