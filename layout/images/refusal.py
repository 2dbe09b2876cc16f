"""Takes what is wrong with a picture; gives the exception that says so; never decides what is wrong."""

from __future__ import annotations

from layout.model.diagnostic import Diagnostic, Rejected, Span


def refusal(code: str, where: Span, **values: object) -> Rejected:
    """A `Rejected` with one diagnostic whose words stand in `images.toml`; the caller raises it."""
    return Rejected([Diagnostic(code, where, {name: str(value) for name, value in values.items()})])
