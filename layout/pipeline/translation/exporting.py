"""Takes content, gives its passages as a file for a translator; changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from pathlib import Path

from layout.lang.languages import LANGUAGES
from layout.model.content.exchange import ExchangeUnit, make_identity
from layout.model.diagnostic import Rejected, Span
from layout.model.languages import PAIR, other_of
from layout.model.records import Struct
from layout.model.values import SystemReason
from layout.pipeline.translation.approving import Readiness, read_readiness
from layout.pipeline.translation.states import PairState, Status
from layout.source.exchange.write_word import write_word
from layout.source.exchange.xliff import write_xliff
from layout.source.fields.files import shown_path
from layout.source.stale_translations import StaleTranslation, read_stale
from layout.source.write.staged_file import StagedFile


class Wanted(Enum):
    """Which passages go out."""

    MISSING = "missing"
    STALE = "stale"
    ALL = "all"


_STATES: Mapping[Status, str] = {
    Status.MISSING: "needs-translation",
    Status.CHANGED: "needs-review-translation",
    Status.TRANSLATED: "translated",
    Status.APPROVED_ONE: "translated",
    Status.APPROVED: "signed-off",
}
"""XLIFF 1.2's word for each status."""

Writer = Callable[[Sequence[ExchangeUnit], str, str], bytes]


def _word(units: Sequence[ExchangeUnit], source: str, target: str) -> bytes:
    names = [LANGUAGES[language].page_words.name for language in (source, target)]
    remark = " / ".join(LANGUAGES[language].page_words.proof.remark for language in PAIR)
    return write_word(units, source, target, ("ID", *names, remark))


FORMATS: Mapping[str, Writer] = {"docx": _word, "xliff": write_xliff}
"""What a translator can be given, by name."""


class Exported(Struct, frozen=True):
    """How many passages went out."""

    count: int


def export(place: Path, path: Path, form: str, source: str | None, wanted: Wanted, force: bool) -> Exported:
    """Writes the passages of content to `path`; raises Rejected where there are none, or a file is there."""
    readiness = read_readiness(place)
    language = source or readiness.draft.languages[0]
    units = list(list_units(readiness, language, wanted))
    if not units:
        raise Rejected.at_once("export-nothing", Span(shown_path(place)))
    if path.exists() and not force:
        raise Rejected.at_once("export-exists", Span(shown_path(path)))
    data = FORMATS[form](units, language, other_of(language))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with StagedFile(path.resolve(), data) as staged:
            staged.replace()
    except OSError as error:
        reason = SystemReason.of(error)
        raise Rejected.one("edit-not-written", Span(shown_path(path)), reason=reason) from None
    return Exported(len(units))


def list_units(readiness: Readiness, source: str, wanted: Wanted) -> Iterator[ExchangeUnit]:
    """The passages that go out of `source` into the other language; those of one language stay."""
    target = other_of(source)
    stale = {one.identity.rpartition("~")[0]: one for one in read_stale(readiness.draft.folder)}
    for state in readiness.states:
        pair = state.pair
        text = pair.text(source)
        if not text or pair.single or not _is_wanted(state, source, wanted):
            continue
        identity = make_identity(pair.file, pair.route, text)
        yield ExchangeUnit(
            identity=identity,
            file=pair.file,
            where=pair.sides[source].where,
            kind=pair.kind,
            source=text,
            target=pair.text(target),
            state=_STATES[state.status],
            approved=state.status is Status.APPROVED,
            remark=_remark(stale.get(identity.rpartition("~")[0])),
        )


def _is_wanted(state: PairState, source: str, wanted: Wanted) -> bool:
    if wanted is Wanted.MISSING:
        return state.status is Status.MISSING
    if wanted is Wanted.STALE:
        return state.status is Status.CHANGED and source in state.changed
    return True


def _remark(stale: StaleTranslation | None) -> str:
    """A translation of what the source said before, for whoever translates it anew."""
    return "" if stale is None else f"← {stale.target}"
