"""Takes content, an office and what it has read, keeps its approval; changes no word of the content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher
from pathlib import Path

from layout.model.content.approval import Approval, ApprovedPair
from layout.model.content.translation import TypedPair
from layout.model.diagnostic import Diagnostic, Rejected, Severity, Span
from layout.model.languages import PAIR
from layout.model.patterns import late_pattern
from layout.model.plain_letters import strip_marks
from layout.model.records import Struct, replace
from layout.pipeline.translation.judging import judge_translation
from layout.pipeline.translation.states import PairState, Status, list_states, texts_of
from layout.source.approvals import APPROVALS_FILE, Approvals, read_approvals, write_approvals
from layout.source.content import Draft, read_draft
from layout.source.fields.files import shown_path
from layout.source.write.rewrite_files import Rewrite, digest_of, rewrite_files

_PLACE = late_pattern(r"(?P<file>.+?)(?::(?P<line>[0-9]{1,9}))?(?::[0-9]{1,9})?")
_WORD = late_pattern(r"\w+")
_SLIP = 0.7
"""Likeness (difflib's, 0…1) from which a word is another spelling of the same."""


class Readiness(Struct, frozen=True):
    """All passages of a document with their states, in order, and what is wrong with what was approved."""

    draft: Draft
    states: tuple[PairState, ...]
    approvals: Approvals


def read_readiness(place: Path) -> Readiness:
    """The state of each passage of content, mistakes elsewhere in it aside.

    Raises Rejected where no passage can be read, or not what was approved.
    """
    draft = read_draft(place)
    if not draft.pairs:
        raise Rejected(draft.mistakes)
    approvals = read_approvals(draft.folder)
    findings = judge_translation(draft.pairs, draft.languages, draft.translation)
    return Readiness(draft, list_states(draft.pairs, approvals.pairs, findings), approvals)


class Consent(Struct, frozen=True, kw_only=True):
    """Who approves what: `places` as FILE or FILE:LINE, everything where there are none.

    With `spelling` only changes of spelling are let through, and earlier approvals hold on; then `language`
    may be None, which means both offices.
    """

    language: str | None
    by: str
    on: date
    places: tuple[str, ...] = ()
    spelling: bool = False


class Consented(Struct, frozen=True):
    """How many passages were approved just now, and why others were not."""

    approved: int
    diagnostics: tuple[Diagnostic, ...]


def approve(place: Path, consent: Consent) -> Consented:
    """Keeps the approval in approvals.yaml; raises Rejected where it names no passage, or is not written."""
    path = read_draft(place).folder / APPROVALS_FILE
    digest = digest_of(path.read_bytes()) if path.is_file() else None
    readiness = read_readiness(place)
    chosen = _choose(readiness.states, consent.places)
    told: list[Diagnostic] = [*readiness.approvals.warnings]
    new = {
        id(state): approvals
        for state in chosen
        if (approvals := _consent_to(state, consent, told)) is not None
    }
    pairs = list(_keep(readiness, new, consent))
    if new:
        rewrite_files([Rewrite(path, digest, write_approvals(pairs).encode())])
    return Consented(len(new), tuple(told))


def _consent_to(state: PairState, consent: Consent, told: list[Diagnostic]) -> dict[str, Approval] | None:
    """The approvals that a passage has after the consent; None where nothing changes."""
    approvals = dict(state.approvals)
    if consent.spelling:
        approvals |= _let_through(state, consent, told)
    elif state.status is Status.MISSING:
        told.append(Diagnostic("approve-untranslated", state.pair.where, {}, Severity.WARNING))
    elif consent.language not in approvals and consent.language in state.offices:
        approvals[consent.language] = Approval(consent.by, consent.on)
    return None if approvals == state.approvals else approvals


def _let_through(
    state: PairState, consent: Consent, told: list[Diagnostic]
) -> Iterator[tuple[str, Approval]]:
    """Earlier approvals, of words that differ from those of now in spelling only."""
    texts = texts_of(state.pair)
    for office, old in state.before.items():
        if consent.language not in (None, office):
            continue
        if all(is_spelling(old.texts.get(one, ""), texts.get(one, "")) for one in PAIR):
            yield office, replace(old.approvals[office], spelling=consent.by)
        else:
            told.append(Diagnostic("approve-more-than-spelling", state.pair.where, {}, Severity.WARNING))


def is_spelling(before: str, now: str) -> bool:
    """Whether a text changed in signs, spaces, marks or letters of its words alone; in no number."""
    old, new = (_WORD.findall(strip_marks(text).casefold()) for text in (before, now))
    if "".join(old) == "".join(new):
        return True
    return len(old) == len(new) and all(map(_is_slip, old, new))


def _is_slip(old: str, new: str) -> bool:
    if old == new:
        return True
    letters = old.isalpha() and new.isalpha() and min(len(old), len(new)) > 3
    return letters and SequenceMatcher(None, old, new, autojunk=False).ratio() >= _SLIP


def _keep(
    readiness: Readiness, new: dict[int, dict[str, Approval]], consent: Consent
) -> Iterator[ApprovedPair]:
    """What approvals.yaml says from now on: this document's passages in their order, then all the rest."""
    written: set[str] = set()
    replaced = {
        (id(old), office)
        for state in readiness.states
        for office, old in state.before.items()
        if office in new.get(id(state), ())
    }
    kept = [_without(entry, replaced) for entry in readiness.approvals.pairs]
    for state in readiness.states:
        approvals = new.get(id(state), state.approvals)
        pair = ApprovedPair(file=state.pair.file, texts=texts_of(state.pair), approvals=dict(approvals))
        if approvals and pair.digest not in written:
            written.add(pair.digest)
            yield pair
    yield from (entry for entry in kept if entry.approvals and entry.digest not in written)


def _without(entry: ApprovedPair, replaced: set[tuple[int, str]]) -> ApprovedPair:
    approvals = {
        office: one for office, one in entry.approvals.items() if (id(entry), office) not in replaced
    }
    return replace(entry, approvals=approvals)


def _choose(states: Sequence[PairState], places: Iterable[str]) -> tuple[PairState, ...]:
    """The passages that stand at `places`; raises Rejected with those that name none."""
    wanted = list(places)
    if not wanted:
        return tuple(states)
    chosen: dict[int, PairState] = {}
    unknown: list[Diagnostic] = []
    for place in wanted:
        found = list(_at_place(states, place))
        chosen |= {id(state): state for state in found}
        if not found:
            unknown.append(Diagnostic("approve-no-place", Span(place)))
    if unknown:
        raise Rejected(unknown)
    return tuple(state for state in states if id(state) in chosen)


def _at_place(states: Sequence[PairState], place: str) -> Iterator[PairState]:
    match = _PLACE.fullmatch(place)
    if match is None:
        return
    name = Path(match["file"])
    files = {shown_path(name), name.as_posix().removeprefix("./")}
    inside = [state for state in states if {state.pair.file, state.pair.where.file} & files]
    if match["line"] is None:
        yield from inside
    else:
        yield from _at_line(inside, int(match["line"]))


def _at_line(states: Sequence[PairState], line: int) -> Iterator[PairState]:
    """The passages with a side that begins on a line, or the last one that begins above it."""
    exact = [state for state in states if line in _lines(state.pair)]
    if exact:
        yield from exact
        return
    above = [state for state in states if min(_lines(state.pair)) <= line]
    if above:
        last = max(min(_lines(state.pair)) for state in above)
        yield from (state for state in above if min(_lines(state.pair)) == last)


def _lines(pair: TypedPair) -> tuple[int, ...]:
    return tuple(side.where.line for side in pair.sides.values())
