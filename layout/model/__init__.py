"""The records that stages hand to each other: frozen, built on the standard library and msgspec."""
