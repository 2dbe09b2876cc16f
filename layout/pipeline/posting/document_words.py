"""Takes a brochure, gives what its mailing may say of it, and refuses words about another; writes none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from layout.compose.desk import unset
from layout.lang.dates import say_date
from layout.mail.foreign_words import Foreign, find_foreign_words
from layout.model.content.brochure import Brochure
from layout.model.content.pairs import Pair
from layout.model.diagnostic import Rejected
from layout.model.patterns import late_pattern
from layout.model.products.mailing import Mailing
from layout.resources.places import sample_folder
from layout.source.recipients.documents import list_documents

SAMPLE = "szpalta init"
"""How the sample is named, which every new folder may begin with."""
_AND = late_pattern(r"\s+(?:i|a|oraz)\s+")


def describe_document(brochure: Brochure) -> Pair[Mapping[str, str]]:
    """What a document says of itself in each language, by placeholder; what it does not say is left out."""
    pairs = {"title": brochure.title, "subtitle": brochure.subtitle, "publisher": brochure.publisher}
    left, right = (
        {
            **{key: unset(pair.sides[side]) for key, pair in pairs.items() if pair is not None},
            "date": say_date(brochure.date, language),
        }
        for side, language in enumerate(brochure.languages)
    )
    return Pair(left, right)


def refuse_foreign_words(mailing: Mailing, brochure: Brochure) -> None:
    """Raises Rejected where the words speak of the sample, or of a document with another title."""
    own = [words for about in mailing.about.sides for words in about.values()]
    titles = [about[key] for about in mailing.about.sides for key in ("title", "subtitle") if key in about]
    mistakes = list(find_foreign_words(mailing, own, titles, _list_foreign(brochure)))
    if mistakes:
        raise Rejected(mistakes)


def _list_foreign(brochure: Brochure) -> Iterator[Foreign]:
    """Names of the folder's other documents and of the sample; its publishers where this one has any."""
    folder = Path(brochure.folder)
    for document in list_documents(sample_folder()):
        for title in document.titles.values():
            yield Foreign(title, SAMPLE, near=folder.resolve() == sample_folder().resolve())
        for publisher in document.publishers.values() if brochure.publisher is not None else ():
            for name in _AND.split(publisher):
                yield Foreign(name, SAMPLE, near=False)
    for document in list_documents(folder):
        for title in document.titles.values() if document.file != Path(brochure.where.file).name else ():
            yield Foreign(title, document.file, near=True)
