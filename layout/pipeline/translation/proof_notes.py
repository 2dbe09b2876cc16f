"""Takes composed pages and what was approved, gives what a proof marks and lists; sets no word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from layout.lang.languages import LANGUAGES
from layout.lang.translation.bare_words import bare_words
from layout.model.content.prose import Prose, Run, RunStyle
from layout.model.diagnostic import Diagnostic, Span
from layout.model.products.proof import ProofEntry, ProofNotes
from layout.pipeline.composing import Composed
from layout.pipeline.drawing import document_info
from layout.pipeline.translation.states import PairState, list_states
from layout.resources.messages import tell
from layout.source.approvals import read_approvals

AROUND = 4
"""Words shown before and behind a change."""
_GONE, _NEW = RunStyle(emphasis=True), RunStyle(strong=True)


def note_proof(composed: Composed) -> ProofNotes:
    """What changed since an office approved it, and what is open; raises Rejected as `read_approvals`."""
    brochure = composed.brochure
    approved = read_approvals(Path(brochure.folder))
    states = list_states(composed.pairs, approved.pairs, composed.translation)
    changed = [state for state in states if state.before]
    return ProofNotes(
        title=document_info(brochure).title,
        marks=dict(_marks(changed, brochure.title_where)),
        changes=tuple(entry for state in changed for entry in _changes(state)),
        open_rules=tuple(_open(found, brochure.languages) for found in composed.translation),
    )


def _marks(changed: Sequence[PairState], title: Span) -> Iterator[tuple[Span, bool]]:
    for state in changed:
        for language, side in state.pair.sides.items():
            yield side.where, language in state.changed
        if state.pair.kind == "title":
            yield title, True


def _changes(state: PairState) -> Iterator[ProofEntry]:
    """Each side that changed, once for all offices that approved the same words of it."""
    for language, side in state.pair.sides.items():
        offices: dict[str, list[str]] = defaultdict(list)
        for office, old in state.before.items():
            approval = old.approvals[office]
            since = LANGUAGES[office].page_words.proof.since
            said = since.format(by=approval.by, on=approval.on.isoformat())
            offices[old.texts.get(language, "")].append(said)
        for before, said_by in offices.items():
            if before != side.text:
                changed = differ(bare_words(before), bare_words(side.text))
                runs = (Run(f"({'; '.join(said_by)}) "), *changed)
                yield ProofEntry(side.where, language, Prose(runs))


def differ(before: str, now: str) -> tuple[Run, ...]:
    """What became of words: those gone in brackets and italics, new ones bold, a few around them plain."""
    old, new = before.split(), now.split()
    runs: list[Run] = []
    for kind, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            runs += _plain(new[j1:j2], bool(runs), j2 < len(new))
        else:
            runs += [Run(f"[{' '.join(old[i1:i2])}] ", _GONE)] if i1 < i2 else []
            runs += [Run(f"{' '.join(new[j1:j2])} ", _NEW)] if j1 < j2 else []
    return tuple(runs)


def _plain(words: Sequence[str], follows: bool, goes_on: bool) -> Iterator[Run]:
    """Unchanged words, those far from any change left out."""
    head = list(words[:AROUND]) if follows else []
    tail = list(words[-AROUND:]) if goes_on else []
    whole = len(head) + len(tail) >= len(words)
    shown = words if whole else [*head, "…", *tail]
    yield Run(f"{' '.join(shown)} ")


def _open(found: Diagnostic, languages: tuple[str, str]) -> ProofEntry:
    """A finding as both offices read it."""
    said = " / ".join(tell(found.code, "what", found.values, language) for language in languages)
    return ProofEntry(found.where, languages[0], Prose((Run(said),)))
