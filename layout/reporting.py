"""Takes diagnostics and the start and end of stages, gives what a person at a terminal sees of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from threading import Timer
from time import perf_counter

import click

from layout.model.diagnostic import Diagnostic, Severity, Span
from layout.model.values import Count, SystemReason, Value
from layout.resources.messages import explain, phrase, preferred_language

PROGRESS_AFTER = 1.0
"""Seconds of work after which a terminal is shown that work goes on."""
_WIDTH = 12
"""Letters that a stage's name has room for."""


class Reporter:
    """Writes messages in one language to standard error."""

    def __init__(self, language: str, makes_products: bool = False) -> None:
        self.language = language
        self._sum = "products-counted" if makes_products else "errors-counted"

    @staticmethod
    def preferred(environ: Mapping[str, str]) -> str:
        """The language of messages that the environment asks for."""
        return preferred_language(environ)

    def show(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Each diagnostic on a line of its own, then how many errors and warnings there were."""
        shown = _once(diagnostics)
        for diagnostic in shown:
            self.tell(diagnostic)
        errors = [one for one in shown if one.severity is Severity.ERROR]
        warnings = Count(sum(one.severity is Severity.WARNING for one in shown))
        if not all(error.unbegun for error in errors):
            click.echo(self.phrase(self._sum, errors=Count(len(errors)), warnings=warnings), err=True)
        elif warnings.number and not errors:
            click.echo(self.phrase("warnings-counted", warnings=warnings), err=True)

    def tell(self, diagnostic: Diagnostic) -> None:
        """One diagnostic on a line of its own."""
        click.echo(explain(diagnostic, self.language), err=True)

    def phrase(self, code: str, **values: Value) -> str:
        """A sentence of the catalogue that is not about a place."""
        return phrase(code, values, self.language)

    def from_os_error(self, error: OSError) -> Diagnostic:
        """A failing disk or a forbidden path as a diagnostic."""
        name = str(error.filename or "make_pdf.py")
        return Diagnostic("file-system", Span(name), {"reason": SystemReason.of(error)})


class Stopwatch:
    """Times stages, and shows the running one on a terminal when work takes long."""

    def __init__(self, reporter: Reporter) -> None:
        self._reporter = reporter
        self._seconds: dict[str, float] = {}
        self._shows = False
        self._now = ""

    @contextmanager
    def running(self) -> Iterator[None]:
        """The time in which progress may be shown."""
        timer = Timer(PROGRESS_AFTER, self._start) if has_terminal() else None
        if timer is not None:
            timer.daemon = True
            timer.start()
        try:
            yield
        finally:
            if timer is not None:
                timer.cancel()
                timer.join()
            self._now = ""
            self._show()
            self._shows = False

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Times one stage; a stage inside another is taken off the outer one's time."""
        started = perf_counter()
        inner = sum(self._seconds.values())
        outer, self._now = self._now, name
        self._show()
        try:
            yield
        finally:
            spent = perf_counter() - started - (sum(self._seconds.values()) - inner)
            self._seconds[name] = self._seconds.get(name, 0.0) + spent
            self._now = outer
            self._show()

    def print(self) -> None:
        """A line a stage, in seconds."""
        for name, seconds in self._seconds.items():
            click.echo(f"{name:<{_WIDTH}}{seconds:8.3f}", err=True)
        click.echo(f"{'total':<{_WIDTH}}{sum(self._seconds.values()):8.3f}", err=True)

    def _start(self) -> None:
        self._shows = True
        self._show()

    def _show(self) -> None:
        """Writes the stage over the one before it, and leaves the line to what comes next."""
        if self._shows:
            click.echo(f"\r{self._now:<{_WIDTH}}\r", nl=False, err=True)


def has_terminal() -> bool:
    """Whether somebody watches standard error, which may also be closed."""
    return sys.stderr is not None and sys.stderr.isatty()


def _once(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Each diagnostic once: several editions may find the same."""
    return tuple(dict.fromkeys(diagnostics))
