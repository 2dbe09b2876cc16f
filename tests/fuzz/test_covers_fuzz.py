"""Takes cover files with bytes changed, expects a cover (in inks too) or a refusal, never anything else."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout.images.pixels import INK_PROFILE, INTENT_PROFILE
from layout.model.diagnostic import Rejected, Span
from layout.output.press.conversion import convert_cover
from tests.fuzz.test_impose_fuzz import FILES, Edit, edits
from tests.unit.output.cover_files import BLEED, TRIM
from tests.unit.output.cover_reading import read_cover


@given(st.sampled_from(FILES), edits, st.integers(1, 4))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_covers_never_crash(data: bytes, changes: list[Edit], page: int) -> None:
    for part, inserted, removed in changes:
        at = int(part * len(data))
        data = data[:at] + inserted + data[at + removed :]
    try:
        found = read_cover(data, page, TRIM, BLEED, Span("brochure.yaml"))
    except Rejected as refusal:
        assert all(d.code.startswith("cover-") for d in refusal.diagnostics)
    else:
        assert found.pdf.startswith(b"%PDF-")
        inked, changed = convert_cover(found, INK_PROFILE, INTENT_PROFILE)
        assert inked.pdf.startswith(b"%PDF-") and (changed or inked is found)
