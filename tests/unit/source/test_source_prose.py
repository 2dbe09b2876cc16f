"""Inline Markdown becomes runs of characters."""

from __future__ import annotations

from pathlib import Path

import pytest

from layout.model.content.prose import Note, Prose, Run, RunStyle
from layout.source.fields import inline
from layout.source.fields.prose import PassageReader
from layout.source.nodes.parsing import Items, compose_nodes
from layout.source.nodes.reading import Reading

PLAIN = RunStyle()


def read(yaml: str) -> Prose:
    reading = Reading(folder=Path(), file="f", text=f"- {yaml}\n")
    node = compose_nodes(reading.text, "f")
    assert isinstance(node, Items)
    prose = PassageReader().read(node.nodes[0], reading)
    assert reading.mistakes == []
    return prose


@pytest.mark.parametrize(
    ("yaml", "runs"),
    [
        ("zwykły  tekst", [("zwykły tekst", PLAIN)]),
        ("|\n  a\n  b  \n  c", [("a b c", PLAIN)]),
        ("a *b* c", [("a ", PLAIN), ("b", RunStyle(emphasis=True)), (" c", PLAIN)]),
        ("a **b**", [("a ", PLAIN), ("b", RunStyle(strong=True))]),
        ("a ***b***", [("a ", PLAIN), ("b", RunStyle(emphasis=True, strong=True))]),
        ("'`50 km *x*`'", [("50 km *x*", RunStyle(protected=True))]),
        ("a **`b`**", [("a ", PLAIN), ("b", RunStyle(strong=True, protected=True))]),
        ("'[a *b*](https://x.cz)'", [("a ", RunStyle(link="https://x.cz")),
                                     ("b", RunStyle(link="https://x.cz", emphasis=True))]),
        ("<a@x.cz>", [("a@x.cz", RunStyle(link="mailto:a@x.cz"))]),
        ("'[t](tel:+420800123987)'", [("t", RunStyle(link="tel:+420800123987"))]),
        ("'[Schloss]{lang=de}: zamek'", [("Schloss", RunStyle(language="de")), (": zamek", PLAIN)]),
        ("'[Kolumna]{sc} i *[a]{sc}*'", [("Kolumna", RunStyle(small_caps=True)), (" i ", PLAIN),
                                         ("a", RunStyle(small_caps=True, emphasis=True))]),
        ("'[a [b]{sc}]{lang=de}'", [("a ", RunStyle(language="de")),
                                    ("b", RunStyle(language="de", small_caps=True))]),
        ("'[*S*]{lang=\"de-AT\"}'", [("S", RunStyle(language="de-AT", emphasis=True))]),
        ("'[a [b](https://x.cz)]{lang=en}'", [("a ", RunStyle(language="en")),
                                              ("b", RunStyle(language="en", link="https://x.cz"))]),
        ("|\n  a \\\n  b", [("a\u2028b", PLAIN)]),
        ("a \\\n  b", [("a\u2028b", PLAIN)]),
        (">-\n  a\\\n  b", [("a\u2028b", PLAIN)]),
        ("so&shy;cjo", [("so\u00adcjo", PLAIN)]),
        ("so\u00adcjo", [("so\u00adcjo", PLAIN)]),
        ("'1 &lt; 2 &amp; 3'", [("1 < 2 & 3", PLAIN)]),
        ("'\\*a\\* \\[b\\] \\\\'", [("*a* [b] \\", PLAIN)]),
        ("'a < b & c_d 2*3'", [("a < b & c_d 2*3", PLAIN)]),
        ("'[przypis] (1)'", [("[przypis] (1)", PLAIN)]),
        ("'# nie nagłówek'", [("# nie nagłówek", PLAIN)]),
        ("'„a”\u00a0b'", [("„a”\u00a0b", PLAIN)]),
    ],
)  # fmt: skip
def test_markup_becomes_runs(yaml: str, runs: list[tuple[str, RunStyle]]) -> None:
    assert read(yaml).runs == tuple(Run(text, style) for text, style in runs)


def noted(*runs: Run, lone: bool = False) -> RunStyle:
    return RunStyle(raised=True, link="#", note=Note(Prose(runs), lone))


@pytest.mark.parametrize(
    ("yaml", "runs"),
    [
        ("słowo^[nota].", [("słowo", PLAIN), ("0", noted(Run("nota"))), (".", PLAIN)]),
        ("a ^[x] b", [("a", PLAIN), ("0", noted(Run("x"))), (" b", PLAIN)]),
        ("a^[x]{only}", [("a", PLAIN), ("0", noted(Run("x"), lone=True))]),
        ("a^[x *y* [z](https://x.cz)]", [("a", PLAIN), ("0", noted(
            Run("x "), Run("y", RunStyle(emphasis=True)), Run(" "), Run("z", RunStyle(link="https://x.cz"))))]),
        ("a^[b [c] d]", [("a", PLAIN), ("0", noted(Run("b [c] d")))]),
        ("a^[x]^[y]", [("a", PLAIN), ("0", noted(Run("x"))), ("0", noted(Run("y")))]),
        ("a\\^[x] m^2 ^", [("a^[x] m^2 ^", PLAIN)]),
        ("s. {page=k}", [("s. ", PLAIN), ("0", RunStyle(link="#k", page=True))]),
        ("'{ page = \"k\" }'", [("0", RunStyle(link="#k", page=True))]),
        ("'{pages} \\{page=k}'", [("{pages} {page=k}", PLAIN)]),
        ("'[a](#k)'", [("a", RunStyle(link="#k"))]),
        ("'[a](#początki)'", [("a", RunStyle(link="#początki"))]),
        ("'[a]{id=k}'", [("a", RunStyle(anchor="k"))]),
        ("'[Opola]{index=Opole} [b]{index}'", [("Opola", RunStyle(entry="Opole")), (" ", PLAIN),
                                               ("b", RunStyle(entry="b"))]),
        ("'[Nowak *Jan*]{index}'", [("Nowak ", RunStyle(entry="Nowak Jan")),
                                    ("Jan", RunStyle(entry="Nowak Jan", emphasis=True))]),
        ("'[[a]{id=k}]{index=\"Nowak, Jan\"}'", [("a", RunStyle(anchor="k", entry="Nowak, Jan"))]),
    ],
)  # fmt: skip
def test_marks_of_the_apparatus(yaml: str, runs: list[tuple[str, RunStyle]]) -> None:
    assert read(yaml).runs == tuple(Run(text, style) for text, style in runs)


def test_plain_passage_needs_no_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise AssertionError("the parser was asked")

    monkeypatch.setattr(inline, "_parser", fail)
    assert read("Zwykły tekst, 2016–2018, 50 % i „cytat”.").text.startswith("Zwykły")
    with pytest.raises(AssertionError):
        read("a *b*")


@pytest.mark.parametrize(
    "piece", ["![", "[", "*a_", "`a``", "[a](", "<", "[]{", "^[", "^[a]", "{page=", "[a]{id=", "^[a]{"]
)
def test_hostile_markup_is_text(piece: str) -> None:
    typed = piece * (9999 // len(piece))
    reading = Reading(folder=Path(), file="f", text=f"- '{typed}'\n")
    node = compose_nodes(reading.text, "f")
    assert isinstance(node, Items)
    assert len(PassageReader().read(node.nodes[0], reading).text) > 2000
