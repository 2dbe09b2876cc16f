"""Takes a path as typed, gives a Path of the wanted kind; opens nothing."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import click

from layout.commands.arguments.usage import Misuse, name_parameter


class PathArgument(click.Path):
    """A path, which need not exist: of anything, of a file only or of a folder only."""

    def __init__(self, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(file_okay=file_okay, dir_okay=dir_okay, readable=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path; raises Misuse for what is there and may not be read."""
        path = super().convert(value, param, ctx)
        if param is not None and os.access(path, os.F_OK) and not os.access(path, os.R_OK):
            raise Misuse("usage-path-forbidden", ctx, option=name_parameter(param), path=str(path))
        return path
