"""What diagnostics tell, as bare text."""

from __future__ import annotations

from layout.model.diagnostic import Diagnostic


def texts(told: Diagnostic) -> dict[str, str]:
    """The values by name: numbers without unit, with a decimal point."""
    return {name: str(value) for name, value in told.values.items()}
