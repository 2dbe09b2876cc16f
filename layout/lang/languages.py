"""The table of languages: each one's record by its tag."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from layout.lang.czech.language import CZECH
from layout.lang.language import Language
from layout.lang.polish.language import POLISH

LANGUAGES: Mapping[str, Language] = MappingProxyType({record.tag: record for record in (POLISH, CZECH)})
