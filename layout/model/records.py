"""What every record is made with: a compiled `Struct`, `field` for defaults, `replace` for a changed copy.

All structs share one compiled maker; a dataclass writes and compiles its methods at every start. A struct
says what it is by keywords of its class: `frozen=True` (hashed by its fields), `kw_only=True`, `order=True`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field, msgpack
from msgspec.structs import asdict

if TYPE_CHECKING:
    # Of the two, a type checker holds the changes against the record's fields for this one alone.
    from dataclasses import replace
else:
    from msgspec.structs import replace

__all__ = ["Struct", "asdict", "field", "replace", "spell"]


def spell(record: Struct) -> bytes:
    """All that a record holds, what its equality leaves out too; two of one kind differ where this does."""
    return msgpack.encode(record)
