"""Rules of embedded fonts: encodings that lead somewhere, widths that agree, lists that are complete."""

from __future__ import annotations

from collections.abc import Iterator

from layout.model.diagnostic import Severity
from layout.model.values import Named, Values
from layout.preflight.rules.rule import PAINTED, Aim, Case, Check, Hit, JudgeRule, Outcome
from layout.preflight.rules.source import PDF, PDF_A, PDF_UA, PDF_X

EVERY = (Aim.PRINT, Aim.MAIL, Aim.SCREEN)
MAIL = (Aim.MAIL,)
OWN = "Szpalta"
"""How the producer's name of this program's files begins: its fonts are chosen in the theme."""
ERROR = Severity.ERROR


def _remarked(what: str) -> Check:
    """A check that hits each font on which there is such a remark."""

    def check(case: Case) -> Iterator[Outcome]:
        made_here = case.facts.metadata.info.get("Producer", "").startswith(OWN)
        remedy = Named("remedy", "own-font" if made_here else "foreign-font")
        for font in case.facts.fonts:
            for kind, detail in font.remarks:
                if kind == what and font.page:
                    values: Values = {"font": font.name, "detail": detail, "remedy": remedy}
                    yield Hit(page=font.page, box=None, kind="font", name=font.name, values=values)

    return check


RULES: tuple[JudgeRule, ...] = (
    JudgeRule(
        "font-program",
        ERROR,
        PAINTED,
        (PDF_X, PDF_A.at("6.2.11.2"), PDF_UA.at("7.21.2"), PDF.at("9.9")),
        _remarked("program"),
        EVERY,
    ),
    JudgeRule(
        "font-unmeasured",
        ERROR,
        PAINTED,
        (PDF_X, PDF_A.at("6.2.11.2"), PDF_UA.at("7.21.2"), PDF.at("9.2.4")),
        _remarked("unmeasured"),
        EVERY,
    ),
    JudgeRule(
        "font-composite",
        ERROR,
        PAINTED,
        (PDF_A.at("6.2.11.3"), PDF_UA.at("7.21.3"), PDF.at("9.7")),
        _remarked("composite"),
        MAIL,
    ),
    JudgeRule(
        "font-encoding",
        ERROR,
        PAINTED,
        (PDF_A.at("6.2.11.6"), PDF_UA.at("7.21.6"), PDF.at("9.6.6.4")),
        _remarked("encoding"),
        MAIL,
    ),
    JudgeRule(
        "font-widths",
        ERROR,
        PAINTED,
        (PDF_A.at("6.2.11.5"), PDF_UA.at("7.21.5"), PDF.at("9.2.4")),
        _remarked("widths"),
        MAIL,
    ),
    JudgeRule(
        "font-subset",
        ERROR,
        PAINTED,
        (PDF_A.at("6.2.11.4.2"), PDF_UA.at("7.21.4.2"), PDF.at("9.8.3.2")),
        _remarked("subset"),
        MAIL,
    ),
)
