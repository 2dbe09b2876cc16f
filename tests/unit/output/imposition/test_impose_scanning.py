"""Takes content streams with strings, comments and images, expects the operators and nothing else."""

from __future__ import annotations

import pytest

from layout.output.pdf.balance import missing_states
from layout.output.pdf.scanning import operand_names, scan_operators


@pytest.mark.parametrize(("content", "names"), [
    (b"q 1 0 0 1 5 5 cm/X Do Q", "q cm Do Q"),
    (b"BT/F 9 Tf(a (Q) \\) q)Tj[(Q)-9<51>]TJ ET", "BT Tf Tj TJ ET"),
    (b"% q q q\nQ %Q", "Q"),
    (b"/P<</MCID 0/Q(q)/B true>>BDC f* EMC", "BDC f* EMC"),
    (b"BI/W 9/H 9/IM true ID q Q q \x00\xff Q q EIQ EI Q", "BI ID EI Q"),
    (b"BI ID unfinished", "BI ID"),
    (b"(unfinished q", ""),
    (b"<51 q", ""),
    (b") ] >> } q", "q"),
    (b"-.5 +3 .7 true null d0", "d0"),
    (b"\" ' T*", "\" ' T*"),
])  # fmt: skip
def test_operators(content: bytes, names: str) -> None:
    assert [name.decode() for name, _, _ in scan_operators(content)] == names.split()


def test_places_span_operands() -> None:
    content = b" /P <</MCID 0>> BDC 1 2 m EMC"
    assert [content[begin:end] for _, begin, end in scan_operators(content)] == [
        b"/P <</MCID 0>> BDC", b"1 2 m", b"EMC"
    ]  # fmt: skip


@pytest.mark.parametrize(("content", "names"), [
    (b"/F1 12 Tf", ["/F1"]),
    (b"/F#201 12 Tf", ["/F 1"]),
    (b"(/No) /F1 12 Tf", ["/F1"]),
    (b"% /No\n/F1 12 Tf", ["/F1"]),
    (b"/Span<</MCID 0/Lang(/cs)>>BDC", ["/Span", "/MCID", "/Lang"]),
    (b"1 0 0 rg", []),
])  # fmt: skip
def test_names_among_operands(content: bytes, names: list[str]) -> None:
    (operator,) = scan_operators(content)
    assert operand_names(content, operator) == names


@pytest.mark.parametrize(("content", "balance"), [
    (b"", (0, 0)),
    (b"q Q q Q", (0, 0)),
    (b"Q", (1, 0)),
    (b"q", (0, 1)),
    (b"Q q", (1, 1)),
    (b"q q Q Q Q q q Q", (1, 1)),
    (b"(Q)Tj /Q gs [(q)]TJ", (0, 0)),
    (b"( Q ) Tj q", (0, 1)),
    (b"1 0 0 1 0 0 cm\nQ\nq\n", (1, 1)),
])  # fmt: skip
def test_missing_states(content: bytes, balance: tuple[int, int]) -> None:
    assert missing_states(content) == balance


def test_scanning_is_linear() -> None:
    """Brackets and strings that are never closed are passed once."""
    for part in (b"(", b"\\(", b"<", b"[", b"(a)", b"BI ID x "):
        assert sum(1 for _ in scan_operators(part * 200_000)) <= 400_000
