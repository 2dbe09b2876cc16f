"""Takes regular expressions as they are written in tables and constants, compiles each when it is first used.

A page meets few of the program's some three hundred expressions, and compiling all took a sixth of its time.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast


def late_pattern(expression: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """What `re.compile` gives, compiled with the first use; a mistake in the expression is raised then.

    The module's own functions (`re.sub(pattern, …)`) do not take it, its methods are all there.
    """
    return cast("re.Pattern[AnyStr]", LatePattern(expression, flags))


class LatePattern:
    """Answers as a compiled pattern does; from the first use on its methods are that pattern's own."""

    __slots__ = (
        "_expression",
        "_flags",
        "findall",
        "finditer",
        "fullmatch",
        "match",
        "search",
        "split",
        "sub",
        "subn",
    )

    def __init__(self, expression: Any, flags: int) -> None:
        self._expression, self._flags = expression, flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._expression, self._flags)
        for method in self.__slots__[2:]:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
