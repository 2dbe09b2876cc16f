"""Rules of embedded fonts: encodings that lead somewhere, widths that agree, lists that are complete."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.diagnostic import Severity
from layout.preflight.rules.rule import Aim, Case, Check, Hit, Outcome, Rule

UA = "ISO 14289-1:2014 (PDF/UA-1)"
PDF_A = "ISO 19005-2:2011 (PDF/A-2)"
PDF = "ISO 32000-1:2008"
MAIL = (Aim.MAIL,)
ERROR = Severity.ERROR


def _remarked(what: str) -> Check:
    """A check that hits each font on which there is such a remark."""

    def check(case: Case) -> Iterator[Outcome]:
        for font in case.facts.fonts:
            for kind, detail in font.remarks:
                if kind == what and font.page:
                    values = {"font": font.name, "detail": detail}
                    yield Hit(font.page, None, "font", font.name, values)

    return check


RULES: tuple[Rule, ...] = (
    Rule(
        "font-composite",
        ERROR,
        f"{PDF_A}, 6.2.11.3; {UA}, 7.21.3; {PDF}, 9.7",
        _remarked("composite"),
        MAIL,
    ),
    Rule(
        "font-encoding",
        ERROR,
        f"{PDF_A}, 6.2.11.6; {UA}, 7.21.6; {PDF}, 9.6.6.4",
        _remarked("encoding"),
        MAIL,
    ),
    Rule(
        "font-widths",
        ERROR,
        f"{PDF_A}, 6.2.11.5; {UA}, 7.21.5; {PDF}, 9.2.4",
        _remarked("widths"),
        MAIL,
    ),
    Rule(
        "font-subset",
        ERROR,
        f"{PDF_A}, 6.2.11.4.2; {UA}, 7.21.4.2; {PDF}, 9.8.3.2",
        _remarked("subset"),
        MAIL,
    ),
)
