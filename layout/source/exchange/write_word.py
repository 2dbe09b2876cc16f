"""Takes passages, gives a Word document with a table of four columns for a translator; reads none."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from xml.sax.saxutils import escape

from layout.model.content.exchange import ExchangeUnit

_TYPES = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
<Default Extension="xml" ContentType="application/xml"/>\
<Override PartName="/word/document.xml" \
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>
"""
_RELATIONS = """\
<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
<Relationship Id="rId1" Target="word/document.xml" \
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>
"""
_HEAD = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    '<w:tbl><w:tblPr><w:tblW w:w="14600" w:type="dxa"/><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="999999"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + '</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
)
_FOOT = (
    '</w:tbl><w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
    '<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567"'
    ' w:gutter="0"/>'
    "</w:sectPr></w:body></w:document>\n"
)
_WIDTHS = (2300, 5100, 5100, 2100)
"""Of the columns, in twentieths of a point."""
_THEN = (1980, 1, 1, 0, 0, 0)
"""The time that parts of the archive bear: equal content gives equal bytes."""


def write_word(units: Iterable[ExchangeUnit], source: str, target: str, headings: Sequence[str]) -> bytes:
    """A .docx with a row a passage: identity, source, target and remark, under `headings`."""
    regions = (None, source, target, None)
    rows = [_row(headings, regions, head=True)]
    rows += [_row((unit.identity, unit.source, unit.target, unit.remark), regions) for unit in units]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in _WIDTHS)
    body = f"{_HEAD}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}{_FOOT}"
    parts = {"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": body}
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, _THEN), text.encode(), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _row(cells: Sequence[str], regions: Sequence[str | None], head: bool = False) -> str:
    settings = "<w:trPr><w:tblHeader/></w:trPr>" if head else "<w:trPr><w:cantSplit/></w:trPr>"
    inner = (_cell(*one, head) for one in zip(cells, _WIDTHS, regions, strict=True))
    return f"<w:tr>{settings}{''.join(inner)}</w:tr>"


def _cell(text: str, width: int, region: str | None, head: bool) -> str:
    language = f'<w:lang w:val="{region}"/>' if region else "<w:noProof/>"
    style = f'<w:rPr>{"<w:b/>" if head else ""}<w:sz w:val="20"/>{language}</w:rPr>'
    run = f'<w:r>{style}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p>{run}</w:p></w:tc>'
