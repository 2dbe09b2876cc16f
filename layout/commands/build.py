"""Takes content and which products are wanted, writes their PDFs; each that can be made is."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from layout.commands.sheets import Wishes, with_sheets
from layout.commands.size import Size
from layout.commands.start import DEFAULT_CONTENT, stop_without_content
from layout.commands.usage import Misuse
from layout.commands.wording import with_messages
from layout.model.diagnostic import Diagnostic, Rejected, Severity
from layout.model.edition import EDITIONS, Edition
from layout.model.handout import SCHEMES, Form, Handout
from layout.model.languages import PAIR
from layout.model.printer import PrinterProfile
from layout.model.values import ProductFile
from layout.reporting import Reporter, Stopwatch

if TYPE_CHECKING:
    from layout.pipeline.composing import Composed

HANDOUT = "handout"
_PRINTED = tuple(edition.name for edition in EDITIONS.values() if edition.bleed)
HEEDED_BY = {"--max-size": ("mail",), "--printer": _PRINTED, "--convert-covers": _PRINTED}
"""The editions that an option concerns, where not all."""


@dataclass(frozen=True, slots=True)
class _Order:
    """What is wanted of the products beyond their names."""

    content: Path
    shop: PrinterProfile | None
    convert_covers: bool
    max_size: int | None
    handout: Handout
    wishes: Wishes


@click.command()
@click.argument("content", type=click.Path(path_type=Path), default=DEFAULT_CONTENT)
@click.option(
    "-e",
    "--edition",
    "names",
    multiple=True,
    type=click.Choice(list(EDITIONS)),
    help="Which product to make; repeat for several. Default: every one.",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build"),
    show_default=True,
    help="Folder for the finished PDFs.",
)
@click.option("--printer", help="Print shop whose profile the print editions keep: a name, or a YAML file.")
@click.option("--convert-covers", is_flag=True, help="Put RGB of a designer's cover into inks for print.")
@click.option(
    "--max-size", type=Size(), help="Largest mail edition, such as 2MB: pictures are lowered to fit."
)
@click.option(
    "--as",
    "form",
    type=click.Choice([form.value for form in Form]),
    default=Form.BOOKLET.value,
    show_default=True,
    help="How the handout comes on paper; a4 is set anew in larger type.",
)
@click.option("--grey", is_flag=True, help="The handout without colours.")
@click.option("--ink-save", is_flag=True, help="The handout without full-bleed backgrounds.")
@click.option("--language", type=click.Choice(PAIR), help="The handout in one language only.")
@click.option(
    "--columns",
    type=click.IntRange(1, 2),
    default=1,
    show_default=True,
    help="Columns of a handout in one language.",
)
@with_sheets
@click.option("--timings", is_flag=True, help="Print the seconds each stage took.")
@with_messages
def build(
    content: Path,
    names: tuple[str, ...],
    output: Path,
    printer: str | None,
    convert_covers: bool,
    max_size: int | None,
    form: str,
    grey: bool,
    ink_save: bool,
    language: str | None,
    columns: int,
    wishes: Wishes,
    timings: bool,
    reporter: Reporter,
) -> None:
    """Make the PDFs of CONTENT: a folder (default: ./content), or another document in it (visit.yaml)."""
    from layout.pipeline.files import editions, refuse_unwritable, write_atomically

    handout = Handout(Form(form), grey, ink_save, language, columns)
    _refuse_unused(names, handout, wishes)
    _refuse_unmade(names, {"--max-size": max_size, "--printer": printer, "--convert-covers": convert_covers})
    stop_without_content(content)
    refuse_unwritable(output)
    watch = Stopwatch(reporter)
    problems: list[Diagnostic] = []
    paths: list[Path] = []
    with watch.running():
        order = _Order(content, read_shop(printer), convert_covers, max_size, handout, wishes)
        composed = _Composing(order, watch)
        composed.pages(handout if set(names) == {HANDOUT} else None)
        for edition in editions(names):
            try:
                name, pdf = _make(edition, order, composed, watch, problems.append)
                with watch.stage("write"):
                    write_atomically(output / name, pdf)
                paths.append(output / name)
            except Rejected as rejected:
                problems.extend(rejected.diagnostics)
    for path in paths:
        click.echo(path)
    if timings:
        watch.print()
    reporter.show([*composed.diagnostics, *(_name_product(problem, output) for problem in problems)])
    if any(problem.severity is Severity.ERROR for problem in problems):
        sys.exit(1)


def _name_product(problem: Diagnostic, output: Path) -> Diagnostic:
    """The diagnostic; where it tells to run a command on a product, by the path it was written to."""
    values = {
        name: str(output / value.name) if isinstance(value, ProductFile) else value
        for name, value in problem.values.items()
    }
    return replace(problem, values=values)


class _Composing:
    """The content's pages, composed when first asked for: once for all products, once more for a handout."""

    def __init__(self, order: _Order, watch: Stopwatch) -> None:
        self._order = order
        self._watch = watch
        self._pages: dict[Handout | None, Composed] = {}

    def pages(self, handout: Handout | None = None) -> Composed:
        """The pages all products share, or those of a handout that is set anew."""
        wanted = handout if handout is not None and handout.recomposed else None
        if wanted not in self._pages:
            from layout.pipeline.composing import compose_folder

            self._pages[wanted] = compose_folder(self._order.content, self._watch.stage, handout=wanted)
        return self._pages[wanted]

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What composing had to say."""
        return [found for composed in self._pages.values() for found in composed.diagnostics]


def _make(
    edition: Edition,
    order: _Order,
    composing: _Composing,
    watch: Stopwatch,
    report: Callable[[Diagnostic], None],
) -> tuple[str, bytes]:
    """The name and the bytes of one product."""
    from layout.pipeline.building import build_edition, build_within
    from layout.pipeline.files import output_name

    if edition.name == HANDOUT:
        from layout.pipeline.handout import build_handout

        composed = composing.pages(order.handout)
        name = output_name(composed.brochure, edition, order.handout.suffix)
        job = order.wishes.job(SCHEMES[order.handout.form])
        return name, build_handout(composed, order.handout, job, name, report, watch.stage)
    composed = composing.pages()
    name = output_name(composed.brochure, edition)
    if edition.tagged and order.max_size:
        return name, build_within(composed, edition, order.max_size, watch.stage)
    return name, build_edition(composed, edition, watch.stage, order.shop, report, order.convert_covers)


def _refuse_unused(names: tuple[str, ...], handout: Handout, wishes: Wishes) -> None:
    """A wish that no product of this run heeds is a slip."""
    if (handout != Handout() or wishes.asked) and names and HANDOUT not in names:
        raise Misuse("usage-handout-only", click.get_current_context())
    if handout.columns > 1 and handout.language is None:
        raise Misuse("usage-columns", click.get_current_context())
    wishes.refuse_unheeded(SCHEMES[handout.form])


def _refuse_unmade(names: tuple[str, ...], asked: Mapping[str, object]) -> None:
    """A wish for an edition that is not made here is a slip too."""
    for option, wish in asked.items():
        if wish and names and not set(names) & set(HEEDED_BY[option]):
            editions = " / ".join(f"-e {name}" for name in HEEDED_BY[option])
            raise Misuse("usage-edition-only", click.get_current_context(), option=option, editions=editions)


def read_shop(name: str | None) -> PrinterProfile | None:
    """The profile a user named, if any; raises Rejected where it cannot be read."""
    if name is None:
        return None
    from layout.source.printer import read_printer

    return read_printer(name)
