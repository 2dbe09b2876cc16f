"""Takes the `theme` of a brochure and gives the finished Theme; never draws or measures."""

from __future__ import annotations

import re

from layout.model.diagnostic import Severity, Span
from layout.model.fonts import FontCatalogue
from layout.model.records import Struct, replace
from layout.model.theme import Theme
from layout.model.values import Listed, Values
from layout.resources.places import themes_folder
from layout.source.fields.files import read_yaml, shown_path
from layout.source.fields.scalars import Schema, take_scalar
from layout.source.nodes.parsing import Node, Scalar
from layout.source.nodes.reading import Reading, Refused, nearest
from layout.source.themes.checks import Judged, check_theme
from layout.source.themes.fields import theme_reader
from layout.source.themes.palette import NAME, Changes, Placed
from layout.source.themes.type_system import set_type

DEFAULT_THEME = "two-banks"


class ThemeWish(Struct, frozen=True):
    """The theme that content asks for: a base by name and what is changed of it."""

    base: str
    where: Span
    changes: Changes


class ThemeReader:
    """A theme's name, or a mapping of its base and overrides."""

    def read(self, node: Node, reading: Reading) -> ThemeWish:
        where = reading.span(node)
        if isinstance(node, Scalar):
            return ThemeWish(take_scalar(node, reading, "expected-text").text, where, {})
        return split_base(theme_reader().read(node, reading), DEFAULT_THEME, where)

    def schema(self) -> Schema:
        return {"anyOf": [{"type": "string", "pattern": f"^{NAME}$"}, {"$ref": "#/$defs/theme"}]}


def split_base(changes: Changes, default: str, where: Span) -> ThemeWish:
    """The base that overrides name, or the default, apart from the overrides."""
    base = changes.get("base")
    rest = {name: change for name, change in changes.items() if name != "base"}
    if isinstance(base, Placed):
        return ThemeWish(base.value, base.where, rest)
    return ThemeWish(default, where, rest)


def read_theme(wish: ThemeWish, reading: Reading, fonts: FontCatalogue) -> Theme:
    """The theme wished for, checked; raises Refused after reporting what is wrong with it."""
    places: dict[tuple[str, ...], Span] = {}
    errors = _count_errors(reading)
    base = _load(wish.base, wish.where, reading, places, ())
    theme = set_type(base, wish.changes, places)
    theme = check_theme(Judged(theme, places, wish.where, reading), fonts)
    if _count_errors(reading) > errors:
        raise Refused
    return theme


def _count_errors(reading: Reading) -> int:
    return sum(mistake.severity is Severity.ERROR for mistake in reading.mistakes)


def _load(
    name: str, where: Span, reading: Reading, places: dict[tuple[str, ...], Span], seen: tuple[str, ...]
) -> Theme:
    """A theme by name: the content's own themes first, then the built-in ones; bases are loaded before it."""
    own = reading.folder / "themes" / f"{name}.yaml"
    built_in = themes_folder() / f"{name}.yaml"
    if not re.fullmatch(NAME, name):
        _refuse_unknown(name, where, reading)
    if own.is_file() and name not in seen:
        inner = Reading(folder=reading.folder, mistakes=reading.mistakes)
        path = own
    elif built_in.is_file():
        inner = Reading(folder=themes_folder(), mistakes=reading.mistakes)
        path = built_in
    elif name in seen:
        reading.refuse("theme-loop", where, theme=name)
    else:
        _refuse_unknown(name, where, reading)
    node = read_yaml(path, inner)
    if node is None:
        raise Refused
    wish = split_base(theme_reader().read(node, inner), "", inner.span(node))
    base = Theme()
    if wish.base:
        base = _load(wish.base, wish.where, reading, places, (*seen, name))
    theme = set_type(base, wish.changes, places)
    return replace(theme, name=name)


def _refuse_unknown(name: str, where: Span, reading: Reading) -> None:
    folders = (reading.folder / "themes", themes_folder())
    known = sorted({file.stem for folder in folders if folder.is_dir() for file in folder.glob("*.yaml")})
    near = nearest(name, known) or DEFAULT_THEME
    values: Values = {"value": name, "nearest": near, "choices": Listed(tuple(known))}
    reading.refuse("unknown-theme", where, folder=shown_path(folders[0]), **values)
