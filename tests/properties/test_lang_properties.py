"""What holds for any text: microtypography is idempotent, keeps letters, styles and protected runs."""

import unicodedata

from hypothesis import example, given, settings
from hypothesis import strategies as st

from layout.lang.collation import sort_key
from layout.lang.hyphenation.divide import BreakKind, Hyphenator
from layout.lang.microtype import Context, microtype
from layout.lang.rules.table import ALWAYS
from layout.lang.shown_line import show_breaks
from layout.model.content.brochure import RULE_IDS, TypographySettings
from layout.model.content.prose import PLAIN, Prose, Run, RunStyle

ON = TypographySettings()
FORBIDDEN = set("\u2060\u2011\u200b\ufeff\ufdd0\ufdd1")
STYLES = (
    PLAIN,
    RunStyle(emphasis=True),
    RunStyle(strong=True),
    RunStyle(link="https://a.pl"),
    RunStyle(protected=True),
    RunStyle(language="cs"),
    RunStyle(language="de"),
)
SPACES = st.sampled_from([" ", " ", " ", "  ", "\u00a0", "\u202f", "\ue000", "", "\u2028"])
TYPED = """
w a i k s v Opole Opolu Praha Brno polsko czeski česko polský społeczno gospodarczy INTERREG VA V-A
ZIT u UE 27 dr hab. Ing. J. T.G.M. Novák Ph.D. CSc. prof.Nowak 50 km % 25% °C 2016 r. roku 2016r. 31
1. 1.1.2020 14.5. stycznia ledna lipca 10000 15 000 15.000 1234567 1.500 12345,67 3,14159 XXI w. XIX
II. IV. III § art. 5 ust. č. č.9 nr5 str.7 lit. písm. a) +420 800 123 987 tel. 77 541 13 79 45-018
779 00 2017-2018 2007 11-12 8:00-16:00 - – — -- −5 -5 ... … .. . , ; : ! ? ( ) [ ] " „ ” “ « » ‚ ‘ '
’ ,, '' m. in. t. j. itd. a.s. s. r. o. př.n.l. np. tj. ul. 500,- Kč Kč zł EUR mln tis. 5x x 3x4
1:50000 1 : 3 = + www.opole.pl a@b.cz https://a.pl/x-y CZ.11.4.120/0.0/0.0/16_021/0001234 2018-05-12
osób lidí é e\u0301 \u200b \u2011 slo\u00advo
"""
PIECES = st.sampled_from(TYPED.split())
TEXTS = st.one_of(
    st.lists(st.tuples(PIECES, SPACES), max_size=14).map(lambda pairs: "".join(a + b for a, b in pairs)),
    st.text(alphabet="aAkžŁ x5.,-–—\"'„”“«»‚‘’…:;()[]%§°Kč\u00a0\u202f\ue000\u2028", max_size=30),
)
LANGUAGES = st.sampled_from(["pl", "cs"])
CONTEXTS = st.sampled_from(list(Context))
FEW = settings(max_examples=150, deadline=None)


def letters(text):
    text = unicodedata.normalize("NFC", text.replace("×", "x").replace("X", "x"))
    return [character for character in text if character.isalnum()]


@FEW
@given(TEXTS, LANGUAGES, CONTEXTS)
def test_second_pass_changes_nothing(text, language, context):
    prose, _ = microtype(Prose((Run(text or " "),)), language, ON, context)
    again, changes = microtype(prose, language, ON, context)
    assert again.text == prose.text
    assert changes == ()


@FEW
@given(TEXTS, LANGUAGES, CONTEXTS)
def test_letters_and_digits_keep_their_order(text, language, context):
    prose, changes = microtype(Prose((Run(text or " "),)), language, ON, context)
    assert letters(prose.text) == letters(text)
    assert not FORBIDDEN & set(prose.text)
    assert bool(changes) == (prose.text != (text or " "))


@FEW
@given(TEXTS, LANGUAGES, st.sampled_from(sorted(RULE_IDS)))
def test_rule_switched_off_is_silent(text, language, rule):
    off = TypographySettings(off=frozenset({rule}))
    _, changes = microtype(Prose((Run(text or " "),)), language, off, Context.NARROW)
    assert rule not in {change.rule for change in changes}


@FEW
@given(TEXTS, LANGUAGES)
def test_all_rules_off_leave_what_can_be_set(text, language):
    off = TypographySettings(off=frozenset(RULE_IDS))
    prose, changes = microtype(Prose((Run(text or " "),)), language, off, Context.HEADING)
    assert {change.rule for change in changes} <= {ALWAYS}
    if not changes:
        assert prose.text == (text or " ")


@st.composite
def styled(draw):
    texts = draw(st.lists(TEXTS.filter(bool), min_size=1, max_size=5))
    return Prose(tuple(Run(text, draw(st.sampled_from(STYLES))) for text in texts))


@FEW
@given(styled(), LANGUAGES)
@example(Prose((Run("- - w "), Run("- ", RunStyle(emphasis=True)))), "pl")
@example(Prose((Run("w "), Run("- - "), Run("w ", RunStyle(protected=True)))), "pl")
def test_each_letter_keeps_its_style(prose, language):
    changed, _ = microtype(prose, language, ON, Context.NARROW)

    def look(of):
        return [(letter, run.style) for run in of.runs for letter in letters(run.text)]

    assert look(changed) == look(prose)
    assert all(run.text for run in changed.runs)
    again, changes = microtype(changed, language, ON, Context.NARROW)
    assert (again.text, changes) == (changed.text, ())
    protected = [run.text for run in prose.runs if run.style.protected]
    assert [run.text for run in changed.runs if run.style.protected] == protected


HYPHENATORS = {language: Hyphenator(language) for language in ("pl", "cs")}


@FEW
@given(st.text(alphabet="abcčdeéěłónřsštuůvyzžAO-–/\u00ad„”.,5'", min_size=1, max_size=20), LANGUAGES)
def test_breaks_lie_inside_the_word(word, language):
    breaks = HYPHENATORS[language].breaks(word)
    offsets = [place.offset for place in breaks]
    assert offsets == sorted(set(offsets))
    assert all(0 < offset < len(word) or word[offset - 1] == "\u00ad" for offset in offsets)
    for place in breaks:
        if place.kind is BreakKind.SOFT:
            assert sum(letter.isalpha() for letter in word[place.offset :]) >= 3
        if place.kind is BreakKind.REPEAT:
            assert word[place.offset - 1] == "-"


@FEW
@given(TEXTS, LANGUAGES)
def test_shown_breaks_hold_the_words(text, language):
    line = text.replace("\u2028", " ")
    prose, _ = microtype(Prose((Run(line or " "),)), language, ON, Context.NARROW)
    assert letters(show_breaks(line, language, ON)) == letters(prose.text)


@FEW
@given(st.lists(st.text(alphabet="aáąbcčćhidďeěęřsšz žA5-", max_size=6), max_size=6), LANGUAGES)
def test_sorting_is_a_total_order(words, language):
    backwards = words[::-1]
    once = sorted(words, key=lambda word: sort_key(word, language))
    assert once == sorted(backwards, key=lambda word: sort_key(word, language))
