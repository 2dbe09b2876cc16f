"""Takes a mail edition and its recipients, gives each one a copy with a line on the cover; writes no file."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from layout.lang.languages import LANGUAGES
from layout.model.diagnostic import Diagnostic, Rejected
from layout.model.products.mailing import Recipient
from layout.model.records import replace
from layout.model.shapes import Shape
from layout.model.values import Values
from layout.output.access.personal import (
    PADDING,
    WHITE,
    CoverLine,
    Ground,
    Phrase,
    Shaping,
    Spot,
    UnfitWords,
)
from layout.pipeline.composing import Composed
from layout.source.recipients.recipients import RecipientList
from layout.text.coverage import lend
from layout.text.faces import Face

ROLE = "cover-publisher"
BELOW = 38.0
"""Points from the text block's foot, where the publisher stands, to the label's."""
LEAST = 8.0
PALE = 0.7
"""The least level of each primary of a ground that black words stand on."""


def personalise(
    composed: Composed, pdf: bytes, listed: RecipientList
) -> tuple[RecipientList, Callable[[Recipient], bytes]]:
    """The list without those whose line cannot be set (told in `rejected`), and a copy of `pdf` for each.

    Raises Rejected where the brochure has no front cover.
    """
    if composed.brochure.covers.front is None:
        raise Rejected.one("cover-line-no-cover", composed.brochure.where)
    page = composed.theme.page
    face = composed.faces.face(composed.theme.styles[ROLE].family, "regular", False)
    spot = Spot(page.inner - PADDING, max(LEAST, page.bottom - BELOW), page.text_width)
    lenders = composed.faces.lenders(face, composed.theme.fallback)
    records = {one.record.key: one.record for one in (face, *lenders)}
    line = CoverLine(pdf, shaping(face, lenders), records, spot, _ground(composed))
    good: list[Recipient] = []
    wrong: list[Diagnostic] = []
    for recipient in listed.recipients:
        try:
            line.check(phrase(recipient, composed.brochure.languages))
        except UnfitWords as unfit:
            values: Values = {"row": recipient.row, "words": str(unfit)}
            wrong.append(Diagnostic("cover-line-unfit", recipient.where, values))
        else:
            good.append(recipient)
    fit = replace(listed, recipients=tuple(good), rejected=(*listed.rejected, *wrong))
    return fit, lambda recipient: line.write(phrase(recipient, composed.brochure.languages))


def shaping(own: Face, lenders: Sequence[Face]) -> Shaping:
    """Sets words in a face, and letters that it has not in the first of `lenders` that has them."""

    def shape(words: str) -> list[Shape]:
        if words and own.has_all(words):
            return [own.shape(words)]
        missing = [letter for letter in words if not any(face.has(letter) for face in (own, *lenders))]
        if missing:
            raise UnfitWords(missing[0])
        return [face.shape(text) for text, face in lend(words, own, lenders)]

    return shape


def _ground(composed: Composed) -> Ground:
    """The colour a generated cover has where the label stands, if black words are easily read on it."""
    theme, front = composed.theme, composed.brochure.covers.front
    if front is None or front.file is not None:
        return WHITE
    ground = theme.colour(theme.cover.ground).rgb
    return ground if min(ground) >= PALE else WHITE


def phrase(recipient: Recipient, languages: tuple[str, str]) -> list[Phrase]:
    """The line in the recipient's language, then in the other."""
    order = sorted(languages, key=lambda language: language != recipient.language)
    return [
        Phrase(language, f"{LANGUAGES[language].page_words.addressee} {recipient.name}") for language in order
    ]
