"""Small OpenDocument texts for tests, written part by part."""

from __future__ import annotations

import io
import zipfile

_OASIS = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in (
        *((one, f"{_OASIS}:{one}:1.0") for one in ("office", "text", "table", "style")),
        ("draw", f"{_OASIS}:drawing:1.0"),
        ("fo", f"{_OASIS}:xsl-fo-compatible:1.0"),
        ("svg", f"{_OASIS}:svg-compatible:1.0"),
        ("xlink", "http://www.w3.org/1999/xlink"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("loext", "urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"),
    )
)
KIND = "application/vnd.oasis.opendocument.text"
LISTS = """
<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/>
<text:list-level-style-number text:level="2" style:num-format="a"/></text:list-style>
<text:list-style style:name="L2"><text:list-level-style-number text:level="1" style:num-format="1"/>
</text:list-style>
"""


def paragraph(inside: str, style: str = "Standard") -> str:
    """A paragraph around words and elements."""
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def heading(inside: str, level: int) -> str:
    """A heading by its outline level."""
    return f'<text:h text:outline-level="{level}">{inside}</text:h>'


def listed(*items: str, style: str = "L1") -> str:
    """A list of bullets (L1) or numbers (L2); an item is words, or elements as they are."""
    inner = (one if one.startswith("<") else paragraph(one) for one in items)
    rows = "".join(f"<text:list-item>{one}</text:list-item>" for one in inner)
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:list{named}>{rows}</text:list>"


def table(*rows: tuple[str, ...]) -> str:
    """A table whose cells hold elements, or plain words."""
    cells = (
        "".join(
            f"<table:table-cell>{cell if cell.startswith('<') else paragraph(cell)}</table:table-cell>"
            for cell in row
        )
        for row in rows
    )
    return (
        "<table:table>"
        + "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
        + "</table:table>"
    )


def style(name: str, properties: str, family: str = "text", parent: str = "") -> str:
    """An automatic style with text properties."""
    above = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{above}>'
        f"<style:text-properties {properties}/></style:style>"
    )


def content(*blocks: str, styles: str = "") -> str:
    """The part content.xml with these blocks in its body."""
    return (
        f"<office:document-content {NAMES}><office:automatic-styles>{LISTS}{styles}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(blocks)}</office:text></office:body></office:document-content>"
    )


def named_styles(styles: str) -> str:
    """The part styles.xml."""
    return f"<office:document-styles {NAMES}><office:styles>{styles}</office:styles></office:document-styles>"


def text_document(
    *blocks: str, styles: str = "", named: str = "", parts: dict[str, str | bytes] | None = None
) -> bytes:
    """The bytes of an .odt with these blocks in its body."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", KIND)
        archive.writestr("content.xml", content(*blocks, styles=styles), zipfile.ZIP_DEFLATED)
        archive.writestr("styles.xml", named_styles(named), zipfile.ZIP_DEFLATED)
        for name, data in (parts or {}).items():
            archive.writestr(name, data)
    return out.getvalue()
