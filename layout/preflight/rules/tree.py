"""Rules of the structure tree's grammar: types, what stands in what, identifiers, languages, artifacts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from layout.model.diagnostic import Severity
from layout.model.patterns import late_pattern
from layout.model.values import Value
from layout.preflight.facts import Structure, TaggedElement
from layout.preflight.rules.rule import FILE, Aim, Case, Hit, JudgeRule, Outcome, sighted
from layout.preflight.rules.source import PDF, PDF_A, PDF_UA

MAIL = (Aim.MAIL,)
ERROR = Severity.ERROR

STANDARD = frozenset(
    (
        *("Document", "Part", "Art", "Sect", "Div", "BlockQuote", "Caption", "TOC", "TOCI", "Index"),
        *("NonStruct", "Private", "P", "H", "L", "LI", "Lbl", "LBody"),
        *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
        *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot"),
        *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
    )
)
"""Standard types (ISO 32000-1, 14.8.4) but numbered headings, of which there may be more than six."""
HEADING = late_pattern(r"H[1-9]\d?")

HOLDERS: Mapping[str, frozenset[str]] = {
    "TR": frozenset({"Table", "THead", "TBody", "TFoot"}),
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TFoot": frozenset({"Table"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "LI": frozenset({"L"}),
    "LBody": frozenset({"LI"}),
    "TOCI": frozenset({"TOC"}),
}
"""Types that stand in nothing but these."""
HELD: Mapping[str, frozenset[str]] = {
    "Table": frozenset({"TR", "THead", "TBody", "TFoot", "Caption"}),
    "TR": frozenset({"TH", "TD"}),
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TFoot": frozenset({"TR"}),
    "L": frozenset({"L", "LI", "Caption"}),
    "LI": frozenset({"Lbl", "LBody"}),
    "TOC": frozenset({"TOC", "TOCI", "Caption"}),
}
"""Types in which nothing else may stand (ISO 32000-1, tables 333, 336 and 337)."""

LANGUAGE = late_pattern(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")
"""A language identifier's form (ISO 32000-1, 14.9.2.2)."""


def _elements(structure: Structure | None) -> tuple[TaggedElement, ...]:
    return structure.elements if structure else ()


def _hit(element: TaggedElement, **values: Value) -> Hit:
    return Hit(kind="structure", name=element.written, values=values)


def check_roles(case: Case) -> Iterator[Outcome]:
    """Every type is a standard one or leads to one, and no standard type is taken for another."""
    for element in _elements(case.facts.structure):
        lost = not (element.kind in STANDARD or HEADING.fullmatch(element.kind))
        taken = element.written != element.kind and (
            element.written in STANDARD or HEADING.fullmatch(element.written)
        )
        if lost or taken:
            yield _hit(element, found=element.written, meant=element.kind)


def check_nesting(case: Case) -> Iterator[Outcome]:
    """Rows, cells, items and entries of contents stand in what holds them, which holds nothing else."""
    elements = _elements(case.facts.structure)
    for element in elements:
        around = elements[element.parent].kind if element.parent >= 0 else "–"
        fits = around in HOLDERS.get(element.kind, {around}) and element.kind in HELD.get(
            around, {element.kind}
        )
        if not fits:
            yield _hit(element, found=element.kind, around=around)


def check_notes(case: Case) -> Iterator[Outcome]:
    """Every note has an identifier, and no two have the same."""
    seen: set[str] = set()
    for element in _elements(case.facts.structure):
        if element.kind != "Note":
            continue
        if not element.identifier or element.identifier in seen:
            yield _hit(element, found=element.identifier or "–")
        seen.add(element.identifier)


def check_codes(case: Case) -> Iterator[Outcome]:
    """Languages are written as identifiers."""
    said = {case.facts.language: 0}
    for element in _elements(case.facts.structure):
        said.setdefault(element.language, 0)
    for page in case.facts.pages:
        for run in page.texts:
            said.setdefault(run.tag.language, page.number)
    for language, number in said.items():
        if language and not LANGUAGE.fullmatch(language):
            yield Hit(page=number, kind="structure", name=language, values={"found": language})


RULES: tuple[JudgeRule, ...] = (
    JudgeRule(
        "access-roles",
        ERROR,
        FILE,
        (PDF_UA.at("7.1"), PDF_A.at("6.7.3.4"), PDF.at("14.8.4")),
        check_roles,
        MAIL,
    ),
    JudgeRule("access-nesting", ERROR, FILE, (PDF_UA.at("7.2"), PDF.at("14.8.4.3")), check_nesting, MAIL),
    JudgeRule("access-notes", ERROR, FILE, (PDF_UA.at("7.9"),), check_notes, MAIL),
    JudgeRule("access-language-code", ERROR, FILE, (PDF_UA.at("7.2"), PDF_A.at("6.7.4")), check_codes, MAIL),
    JudgeRule(
        "access-artifacts", ERROR, FILE, (PDF_UA.at("7.1"), PDF_A.at("6.7.3")), sighted("artifact"), MAIL
    ),
)
