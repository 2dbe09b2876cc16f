"""The namespaces of OpenDocument (ISO/IEC 26300-1, 1.2) as element names are written with them; data."""

from __future__ import annotations

_OASIS = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, TEXT, TABLE, STYLE, DRAW, MANIFEST = (
    f"{_OASIS}{name}:1.0}}" for name in ("office", "text", "table", "style", "drawing", "manifest")
)
FO, SVG = (f"{_OASIS}{name}-compatible:1.0}}" for name in ("xsl-fo", "svg"))
XLINK = "{http://www.w3.org/1999/xlink}"
DC = "{http://purl.org/dc/elements/1.1/}"
LO = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
"""LibreOffice's own additions."""
