"""Takes real PDFs with bytes changed, cut and moved, expects sheets or a refusal, never anything else."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from layout.model.diagnostic import Rejected
from layout.model.products.imposition import Job, Scheme
from layout.output.imposition.impose import impose

FIXTURES = Path(__file__).parents[1] / "unit" / "output" / "imposition" / "fixtures"
FILES = [path.read_bytes() for path in sorted(FIXTURES.glob("*.pdf"))]

Edit = tuple[float, bytes, int]
"""Where (a part of the length), what is put there, how many bytes go."""

TOKENS = [
    b"0 0 R", b"1 0 R", b"2 0 R", b"3 0 R", b"[", b"]", b"<<", b">>", b"null", b"-1", b"1e99", b"/Kids", b"(",
    b"/Contents", b"/Resources", b"/Length 99999999", b"endstream", b"/MediaBox[0 0 0 0]", b"true",
    b"/Annots[1 0 R]", b"/Rotate 90", b"/UserUnit 1e9", b"/Outlines 1 0 R", b"/Type/Page",
]  # fmt: skip

edits = st.lists(
    st.tuples(st.floats(0, 1), st.one_of(st.sampled_from(TOKENS), st.binary(max_size=6)), st.integers(0, 30)),
    min_size=1,
    max_size=12,
)


@given(st.sampled_from(FILES), edits, st.sampled_from(list(Scheme)), st.booleans())
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_damaged_files_never_crash(data: bytes, changes: list[Edit], scheme: Scheme, press: bool) -> None:
    for part, inserted, removed in changes:
        at = int(part * len(data))
        data = data[:at] + inserted + data[at + removed :]
    try:
        imposed = impose(data, Job(scheme=scheme, press=press))
    except Rejected as refusal:
        assert all(d.code.startswith("impose-") for d in refusal.diagnostics)
    else:
        assert imposed.pdf.startswith(b"%PDF-")
        assert imposed.plan.pages > 0


@given(st.binary(max_size=400))
@settings(max_examples=100, deadline=None)
def test_noise_never_crashes(noise: bytes) -> None:
    try:
        impose(b"%PDF-1.4\n" + noise, Job())
    except Rejected as refusal:
        assert refusal.diagnostics
