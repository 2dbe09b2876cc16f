"""Takes a command and a language, writes its help page: usage, options by what they settle, examples."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import click

from layout.commands.arguments.size import Size
from layout.resources.help import (
    GROUPS,
    about_command,
    about_option,
    examples_of,
    help_word,
)
from layout.resources.spoken import name_term

_OWN = {"--help": "help", "--version": "version"}
"""Options that click gives, and what `help.toml` calls them."""


def write_help(command: click.Command, ctx: click.Context, language: str) -> str:
    """The page of one command."""
    name = str(command.name)
    page = ctx.make_formatter()
    arguments = [_name_argument(one, language) for one in command.params if isinstance(one, click.Argument)]
    words = " ".join([help_word("options", language), *arguments])
    page.write_usage(ctx.command_path, words, prefix=f"{help_word('usage', language)}: ")
    _write_text(page, about_command(name, language))
    options = [one for one in command.get_params(ctx) if isinstance(one, click.Option)]
    own = [one for one in options if one.opts[-1] not in _OWN]
    for group in GROUPS:
        rows = [_row(one, name, language) for one in own if _group_of(one, name, language) == group]
        _write_rows(page, help_word(group, language), rows)
    _write_rows(page, help_word("further", language), _own_rows(options, language))
    program = ctx.find_root().info_name
    with page.section(help_word("examples", language)):
        for example in examples_of(name, language):
            page.write(f"{'':{page.current_indent}}{program} {example.run}\n")
            page.write(f"{'':{page.current_indent + 4}}{example.about}\n")
    return page.getvalue().rstrip("\n")


def write_overview(
    ctx: click.Context, commands: Iterable[str], options: Iterable[click.Parameter], language: str
) -> str:
    """The page of the program: what it is, and a line a command."""
    page = ctx.make_formatter()
    words = f"[{help_word('command', language)}] {help_word('options', language)}"
    page.write_usage(ctx.command_path, words, prefix=f"{help_word('usage', language)}: ")
    _write_text(page, help_word("program", language))
    _write_rows(
        page,
        help_word("commands", language),
        [(command, about_command(command, language)) for command in commands],
    )
    shown = [one for one in options if isinstance(one, click.Option)]
    _write_rows(page, help_word("further", language), _own_rows(shown, language))
    _write_text(page, help_word("each", language))
    return page.getvalue().rstrip("\n")


def _write_text(page: click.HelpFormatter, text: str) -> None:
    page.write_paragraph()
    with page.indentation():
        page.write_text(text)


def _write_rows(page: click.HelpFormatter, title: str, rows: list[tuple[str, str]]) -> None:
    if rows:
        with page.section(title):
            page.write_dl(rows)


def _own_rows(options: Iterable[click.Option], language: str) -> list[tuple[str, str]]:
    own = ((one, _OWN.get(one.opts[-1])) for one in options)
    return [(", ".join(one.opts), help_word(name, language)) for one, name in own if name]


def _group_of(option: click.Option, command: str, language: str) -> str:
    return about_option(command, str(option.name), language).group


def _row(option: click.Option, command: str, language: str) -> tuple[str, str]:
    names = sorted(option.opts, key=len)
    metavar = _name_value(option, language)
    left = f"{', '.join(names)} {metavar}".rstrip()
    return left, f"{about_option(command, str(option.name), language).about}{_remarks(option, language)}"


def _remarks(option: click.Option, language: str) -> str:
    """Whether an option must be given, what it is otherwise, and within which bounds."""
    said = list(_bounds(option))
    if option.required:
        said.append(help_word("needed", language))
    elif option.show_default:
        usual = option.default if isinstance(option.default, tuple) else (option.default,)
        said.append(f"{help_word('default', language)}: {', '.join(map(str, usual))}")
    return f"  [{'; '.join(said)}]" if said else ""


def _bounds(option: click.Option) -> Iterator[str]:
    limits = option.type
    if isinstance(limits, click.IntRange | click.FloatRange) and limits.min is not None:
        yield f"{limits.min:g}–{limits.max:g}" if limits.max is not None else f"≥ {limits.min:g}"


def _name_value(option: click.Option, language: str) -> str:
    """What stands behind an option: its choices, or the kind of its value."""
    if option.is_flag:
        return ""
    if isinstance(option.type, click.Choice):
        return f"[{'|'.join(map(str, option.type.choices))}]"
    if option.metavar:
        return help_word(option.metavar, language)
    if isinstance(option.type, click.Path):
        return help_word("path" if option.type.file_okay else "folder", language)
    named: Mapping[type[click.ParamType[Any]], str] = {
        click.IntRange: "number",
        click.FloatRange: "number",
        Size: "size",
    }
    kind = next((word for kind, word in named.items() if isinstance(option.type, kind)), "text")
    return help_word(kind, language)


def _name_argument(argument: click.Argument, language: str) -> str:
    name = name_term("argument", str(argument.name), language)
    name = f"{name} [{name}]" if argument.nargs == -1 else name
    return name if argument.required else f"[{name}]"
