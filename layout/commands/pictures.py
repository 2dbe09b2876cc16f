"""Takes content, prints what its pictures are worth in print, or draws them small; changes none."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import click

from layout.commands.arguments.places import PathArgument
from layout.commands.arguments.usage import Command
from layout.commands.terminal.start import DEFAULT_CONTENT, stop_without_content
from layout.commands.terminal.wording import with_messages
from layout.model.products.picture_list import ListedPicture
from layout.model.products.printer import PrinterProfile
from layout.model.units import to_mm
from layout.model.values import Count, Extent, Percent
from layout.pipeline.checks.listing import draw_thumbnails, list_pictures
from layout.pipeline.composing import compose_folder
from layout.pipeline.files import write_product
from layout.reporting import Reporter
from layout.resources.spoken import name_term, say
from layout.source.printer import read_printer

_HEADS = ("page", "file", "kind", "size", "ppi", "colours", "profile", "ink", "place", "written")
_NOTHING = "–"
_FINE = 2
"""Spaces between two columns."""


@click.command(cls=Command)
@click.argument("content", type=PathArgument(), default=DEFAULT_CONTENT)
@click.option("--sheet", type=PathArgument(dir_okay=False))
@click.option("--printer")
@click.option("--json", "as_json", is_flag=True)
@with_messages
def pictures(
    content: Path, sheet: Path | None, printer: str | None, as_json: bool, reporter: Reporter
) -> None:
    """Print for each picture of CONTENT its size, resolution, colours and ink in print."""
    stop_without_content(content)
    shop = PrinterProfile() if printer is None else read_printer(printer)
    composed = compose_folder(content)
    listed = list_pictures(composed, shop)
    if sheet is not None:
        language = reporter.language
        write_product(sheet, draw_thumbnails(composed, listed, lambda one: _caption(one, language)))
    if as_json:
        text = json.dumps([describe_picture(one) for one in listed], ensure_ascii=False, indent=1)
        click.echo(f"{text}\n".encode("utf-8", "replace"), nl=False)
        return
    for line in tabulate(listed, reporter.language):
        click.echo(line)
    enlarged = sum(one.enlarged for one in listed)
    if enlarged:
        click.echo(reporter.phrase("pictures-enlarged", count=Count(enlarged)), err=True)


def describe_picture(one: ListedPicture) -> dict[str, Any]:
    """A picture as plain values; lengths in millimetres, ink in parts of 1."""
    return {
        "file": one.file,
        "content": one.where.file,
        "line": one.where.line,
        "page": one.page,
        "place": one.place,
        "kind": one.kind,
        "width_mm": round(to_mm(one.width), 2),
        "height_mm": round(to_mm(one.height), 2),
        "ppi": None if one.ppi is None else round(one.ppi),
        "colours": list(one.colours),
        "profile": one.profile or None,
        "ink": None if one.ink is None else round(one.ink, 3),
        "enlarged": one.enlarged,
    }


def tabulate(listed: Sequence[ListedPicture], language: str) -> Iterator[str]:
    """A head and a line for each picture, their columns one below the other."""
    rows = [tuple(name_term("pictures", head, language) for head in _HEADS)]
    rows += [_cells(one, language) for one in listed]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADS))]
    for row in rows:
        cells = (cell.ljust(width + _FINE) for cell, width in zip(row, widths, strict=True))
        yield "".join(cells).rstrip()


def _cells(one: ListedPicture, language: str) -> tuple[str, ...]:
    return (
        str(one.page),
        one.file,
        one.kind,
        say(Extent(one.width, one.height), language),
        _resolution(one, language),
        _colours(one, language),
        one.profile or _NOTHING,
        _NOTHING if one.ink is None else say(Percent(one.ink), language),
        name_term("picture-place", one.place, language),
        f"{one.where.file}:{one.where.line}",
    )


def _resolution(one: ListedPicture, language: str) -> str:
    if one.ppi is None:
        return _NOTHING
    return (
        f"{round(one.ppi)} {name_term('pictures', 'enlarged', language)}"
        if one.enlarged
        else f"{round(one.ppi)}"
    )


def _colours(one: ListedPicture, language: str) -> str:
    if not one.colours:
        return _NOTHING
    grey = name_term("pictures", "grey", language)
    return ", ".join(grey if colour == "grey" else colour for colour in one.colours)


def _caption(one: ListedPicture, language: str) -> tuple[str, ...]:
    page, file, kind, size, ppi, colours, profile, ink, place, _ = _cells(one, language)
    ppi = ppi if one.ppi is None else f"{ppi} ppi"
    return (f"{page} · {file}", f"{kind} · {size} · {ppi}", f"{colours} · {profile} · {ink}", place)
