"""Takes a brochure's passages, gives those that an office has not approved where both are required to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from layout.model.content.brochure import Brochure
from layout.model.content.translation import TypedPair
from layout.model.diagnostic import Diagnostic
from layout.model.languages import PAIR
from layout.model.values import Count, Listed, Named
from layout.pipeline.translation.states import PairState, list_states
from layout.resources.messages import program_name
from layout.source.approvals import read_approvals


def find_unapproved(brochure: Brochure, pairs: Sequence[TypedPair]) -> tuple[Diagnostic, ...]:
    """An error for each file with a passage that lacks an office's approval, if the brochure requires it.

    Raises Rejected where approvals.yaml cannot be read.
    """
    if not brochure.translation.approval:
        return ()
    states = list_states(pairs, read_approvals(Path(brochure.folder)).pairs, ())
    lacking: dict[str, list[PairState]] = defaultdict(list)
    for state in states:
        if not set(state.offices) <= state.approvals.keys():
            lacking[state.pair.file].append(state)
    return tuple(_tell(found) for found in lacking.values())


def _tell(found: Sequence[PairState]) -> Diagnostic:
    wanted = [
        one for one in PAIR if any(one in state.offices and one not in state.approvals for state in found)
    ]
    return Diagnostic(
        "approval-missing",
        found[0].pair.where,
        {
            "count": Count(len(found)),
            "wanted": Listed(tuple(Named("by-office", one) for one in wanted)),
            "command": f"{program_name()} approve --language {wanted[0]}",
        },
    )
