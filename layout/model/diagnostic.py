"""What is wrong, where, and how bad: the record every stage reports a user's mistakes with."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from layout.model.records import Struct, field
from layout.model.values import Value, Values


class Severity(Enum):
    """How much a diagnostic weighs: an error stops the build, a warning and a note do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Span(Struct, frozen=True, order=True):
    """A place in a user's file; line and column count from 1, 0 means the whole file."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}:{self.column}"


class Diagnostic(Struct, frozen=True):
    """One mistake; its words are in the message catalogue under `code`, filled with `values`."""

    code: str
    where: Span
    values: Values = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    unbegun: bool = False
    """Whether it kept work from beginning: there is nothing to count then, and no product to speak of."""

    def __hash__(self) -> int:
        """By all that is told, so that thousands at one place can be told apart at once."""
        return hash((self.code, self.where, frozenset(self.values.items()), self.severity))


class Rejected(Exception):
    """Input that cannot be used, with every diagnostic that says why (at least one)."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("; ".join(f"{d.where}: {d.code}" for d in self.diagnostics))

    @classmethod
    def one(cls, code: str, where: Span, /, **values: Value) -> Rejected:
        """Input refused for one reason; the caller raises it."""
        return cls([Diagnostic(code, where, values)])

    @classmethod
    def at_once(cls, code: str, where: Span, /, **values: Value) -> Rejected:
        """As `one`, where nothing was even begun."""
        return cls([Diagnostic(code, where, values, unbegun=True)])


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any of them is an error."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)
