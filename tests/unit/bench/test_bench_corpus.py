"""The corpus is right Polish and Czech, varied, bounded and the same for the same seed."""

import re

import pytest

from bench import czech, polish
from bench.corpus import IMBALANCE, LONGEST, SHORTEST, generate_blocks, write_corpus
from bench.grammar import Speaker, as_sentence, read_templates
from bench.lexicon import read_lexicon
from bench.rivals.typst_pages import write_document
from bench.source_text import Block, Source, read_source


def _forms(lemma):
    for noun in read_lexicon().nouns:
        for side in (noun.pl, noun.cs):
            if any(side.forms.get(key) == lemma for key in ("sg.nom", "pl.nom")):
                return list(side.forms.values())
    raise LookupError(lemma)


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("budynek", "budynek budynku budynkowi budynek budynkiem budynku "
                    "budynki budynków budynkom budynki budynkami budynkach"),
        ("most", "most mostu mostowi most mostem moście mosty mostów mostom mosty mostami mostach"),
        ("szkoła", "szkoła szkoły szkole szkołę szkołą szkole szkoły szkół szkołom szkoły szkołami szkołach"),
        ("strategia", "strategia strategii strategii strategię strategią strategii "
                      "strategie strategii strategiom strategie strategiami strategiach"),
        ("działanie", "działanie działania działaniu działanie działaniem działaniu "
                      "działania działań działaniom działania działaniami działaniach"),
        ("możliwość", "możliwość możliwości możliwości możliwość możliwością możliwości "
                      "możliwości możliwości możliwościom możliwości możliwościami możliwościach"),
        ("podnikání", "podnikání podnikání podnikání podnikání podnikáním podnikání "
                      "podnikání podnikání podnikáním podnikání podnikáními podnikáních"),
        ("knihovna", "knihovna knihovny knihovně knihovnu knihovnou knihovně "
                     "knihovny knihoven knihovnám knihovny knihovnami knihovnách"),
        ("hřiště", "hřiště hřiště hřišti hřiště hřištěm hřišti hřiště hřišť hřištím hřiště hřišti hřištích"),
        ("nemocnice", "nemocnice nemocnice nemocnici nemocnici nemocnicí nemocnici "
                      "nemocnice nemocnic nemocnicím nemocnice nemocnicemi nemocnicích"),
        ("zámek", "zámek zámku zámku zámek zámkem zámku zámky zámků zámkům zámky zámky zámcích"),
    ],
)  # fmt: skip
def test_a_noun_has_its_twelve_forms(lemma, forms):
    assert _forms(lemma) == forms.split()


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        (polish.adjective("polsko-czeski", "f", "sg", "gen"), "polsko-czeskiej"),
        (polish.adjective("polski", "v", "pl", "nom"), "polscy"),
        (polish.adjective("ostatni", "n", "sg", "loc"), "ostatnim"),
        (polish.adjective("doświadczony", "v", "pl", "nom"), "doświadczeni"),
        (polish.past("zapowiedzia", "v"), "zapowiedzieli"),
        (polish.passive("przygotowany", "x"), "zostały przygotowane"),
        (czech.adjective("česko-polský", "f", "sg", "acc"), "česko-polskou"),
        (czech.adjective("místní", "m", "pl", "ins"), "místními"),
        (czech.adjective("olomoucký", "v", "pl", "nom"), "olomoučtí"),
        (czech.adjective("nový", "n", "pl", "nom"), "nová"),
        (czech.passive("připraven", "f"), "byla připravena"),
    ],
)
def test_words_agree(form, expected):
    assert form == expected


@pytest.mark.parametrize(
    ("choose", "text", "expected"),
    [
        (polish.choose_prepositions, "w@ Wrocławiu i w@ wizycie", "we Wrocławiu i w wizycie"),
        (polish.choose_prepositions, "z@ szkołą, z@ zasobem", "ze szkołą, z zasobem"),
        (polish.choose_prepositions, "z@ wspólnym, z@ wizytą", "ze wspólnym, z wizytą"),
        (czech.choose_prepositions, "v@ škole, v@ zámku, v@ vazbě", "ve škole, v zámku, ve vazbě"),
        (czech.choose_prepositions, "s@ zástupci, k@ spojení, k@ domu", "se zástupci, ke spojení, k domu"),
    ],
)
def test_prepositions_follow_the_word_after(choose, text, expected):
    assert choose(text) == expected


def test_every_template_can_be_said():
    speaker = Speaker(3)
    for table in ("clauses", "openers", "headings"):
        said = {speaker.say(table)[0] for _ in range(40 * len(read_templates(table)))}
        assert len(said) >= len(read_templates(table))


def test_the_vocabulary_is_large():
    assert read_lexicon().stems >= 400


def test_a_sentence_starts_with_a_capital_and_ends_with_one_full_stop():
    assert as_sentence("„cel” jest jasny") == "„Cel” jest jasny."
    assert as_sentence("od 2 maja 2017 r.") == "Od 2 maja 2017 r."


def test_blocks_keep_their_bounds():
    paragraphs = [block.text for block in generate_blocks(20, 5) if not block.level]
    assert len(paragraphs) > 40
    for pl, cs in paragraphs:
        assert all(SHORTEST <= len(side) <= LONGEST for side in (pl, cs))
        assert abs(len(cs) - len(pl)) <= IMBALANCE * len(pl)
        assert not re.search(r"[@_{}|#*]|  | [,.;:]", pl + cs)


def test_the_prose_holds_what_narrow_columns_find_hard():
    text = [" ".join(block.text[side] for block in generate_blocks(20, 5)) for side in (0, 1)]
    for pattern in (r"\b\d{4}–\d{4}\b", r"\b\d+(,\d)?%", "ZIT-u", "UE-27", r"\w{4}-\w{4}", " [aiouwz] ", "„"):
        assert re.search(pattern, text[0]), pattern
    for pattern in (r"\d %", r"\d\.–\d", r" [ksvzoui] ", r"\w{4}-\w{4}", r"\w{14}", "“"):
        assert re.search(pattern, text[1]), pattern


def test_a_corpus_is_written_alike_for_the_same_seed(tmp_path):
    for name, seed in (("a", 4), ("b", 4), ("c", 5)):
        write_corpus(tmp_path / name, 3, seed)
    written = {
        name: {path.name: path.read_bytes() for path in (tmp_path / name).rglob("*.yaml")} for name in "abc"
    }
    assert written["a"] == written["b"] != written["c"]


def test_the_source_is_read_back_as_written(tmp_path):
    write_corpus(tmp_path, 12, 2)
    source = read_source(tmp_path)
    expected = [block.text for block in generate_blocks(12, 2)]
    assert [block.text for block in source.columns[0]] == [pl for pl, _ in expected]
    assert [block.text for block in source.columns[1]] == [cs for _, cs in expected]
    assert source.languages == ("pl", "cs")


def test_a_rival_gets_the_same_pairs_in_rows():
    blocks = ((Block(True, "Cel"), Block(False, 'a "b"')), (Block(True, "Cíl"), Block(False, "c")))
    document = write_document(Source(("pl", "cs"), blocks))
    assert 'head("pl", "Cel"), head("cs", "Cíl"),' in document
    assert 'text(lang: "pl", "a \\"b\\""), text(lang: "cs", "c"),' in document
