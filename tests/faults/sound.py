"""Gives sound files that every rule passes: one for print (PDF/X-4 or X-1a), one for mail (UA-1 and A-2a)."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any, Union

from tests.faults.paper import BLEED, MEDIA, ROOT, TRIM, Paper, Ref, Sheet, Stream, embed_font, show, words

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
%s
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

NOON = "2026-11-22T10:00:00Z"
DATES = f"<xmp:CreateDate>{NOON}</xmp:CreateDate><xmp:ModifyDate>{NOON}</xmp:ModifyDate>"
PRINT_XMP = (
    DATES
    + "<xmp:MetadataDate>2026-11-22T10:00:00Z</xmp:MetadataDate>"
    + "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Dwa brzegi</rdf:li></rdf:Alt></dc:title>"
    + "<pdf:Trapped>False</pdf:Trapped><pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
    + "<xmpMM:DocumentID>uuid:1</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>"
    + "<xmpMM:RenditionClass>default</xmpMM:RenditionClass>"
)
EXTENSION = (
    "<pdfaExtension:schemas xmlns:pdfaExtension='http://www.aiim.org/pdfa/ns/extension/'"
    " xmlns:pdfaSchema='http://www.aiim.org/pdfa/ns/schema#'"
    " xmlns:pdfaProperty='http://www.aiim.org/pdfa/ns/property#'>"
    "<rdf:Bag><rdf:li rdf:parseType='Resource'>"
    "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>"
    "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>"
    "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"
    "<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType='Resource'>"
    "<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>"
    "<pdfaProperty:category>internal</pdfaProperty:category>"
    "<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>"
    "</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"
)
"""The description of PDF/UA's schema, which PDF/A-2 does not know."""
MAIL_XMP = (
    DATES
    + "<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>Dwa brzegi / Dva břehy</rdf:li>"
    + "<rdf:li xml:lang='pl'>Dwa brzegi</rdf:li><rdf:li xml:lang='cs'>Dva břehy</rdf:li></rdf:Alt></dc:title>"
    + EXTENSION
    + "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>"
)


def rectangle(box: tuple[float, ...]) -> str:
    """The operands of `re` for a box."""
    return f"{box[0]:.3f} {box[1]:.3f} {box[2] - box[0]:.3f} {box[3] - box[1]:.3f} re"


def crop_marks() -> str:
    """Marks at the corners in the registration colour, clear of the bleed."""
    lines = []
    for x in (TRIM[0], TRIM[2]):
        for low, high in ((0.0, BLEED[1] - 4), (BLEED[3] + 4, MEDIA[3])):
            lines.append(f"{x:.3f} {low:.3f} m {x:.3f} {high:.3f} l S")
    for y in (TRIM[1], TRIM[3]):
        for low, high in ((0.0, BLEED[0] - 4), (BLEED[2] + 4, MEDIA[2])):
            lines.append(f"{low:.3f} {y:.3f} m {high:.3f} {y:.3f} l S")
    return "q /All CS 1 SCN 0.25 w\n" + "\n".join(lines) + "\nQ\n"


def image(paper: Paper, space: Any = "/DeviceCMYK", pixel: bytes = b"\x40\x20\x10\x00", **more: Any) -> Ref:
    """An image of 120 × 120 equal pixels."""
    entries = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": 120,
        "Height": 120,
        "ColorSpace": space,
        "BitsPerComponent": 8,
    }
    return paper.add(Stream(entries | more, pixel * 120 * 120))


def tint(ink: str, cmyk: tuple[float, float, float, float]) -> list[Any]:
    """A Separation space with a linear way to CMYK."""
    function = {"FunctionType": 2, "Domain": [0, 1], "C0": [0, 0, 0, 0], "C1": list(cmyk), "N": 1}
    return ["/Separation", f"/{ink}", "/DeviceCMYK", function]


def print_paper(pages: int = 4, x1a: bool = False) -> Paper:
    """A file that a print shop need not touch; every page alike."""
    paper = Paper()
    font = embed_font(paper)
    picture = image(paper)
    over = paper.add({"Type": "/ExtGState", "OP": True, "op": True, "OPM": 1})
    for _ in range(pages):
        paper.sheets.append(
            Sheet(
                f"0 0 0 0.1 k {rectangle(BLEED)} f\n"
                + "q 0 0 0 1 k /Over gs\n"
                + show("Dwa brzegi, jedna rzeka", 80, 500)
                + show("Dva brehy, jedna reka", 240, 500)
                + "Q\n0 0 0 1 K 0.5 w 80 480 m 300 480 l S\n"
                + "q 24 0 0 24 100 400 cm /Im1 Do Q\n"
                + crop_marks(),
                {
                    "Font": {"F1": font},
                    "XObject": {"Im1": picture},
                    "ExtGState": {"Over": over},
                    "ColorSpace": {"All": tint("All", (1, 1, 1, 1))},
                },
                {"MediaBox": list(MEDIA), "BleedBox": list(BLEED), "TrimBox": list(TRIM)},
            )
        )
    paper.info = {
        "Title": words("Dwa brzegi"),
        "CreationDate": b"D:20261122100000Z",
        "ModDate": b"D:20261122110000+01'00'",
        "Trapped": "/False",
        "Producer": b"tests",
    }
    claim = "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
    paper.xmp = XMP % (PRINT_XMP.replace(claim, "") if x1a else PRINT_XMP)
    paper.trailer = {"ID": [b"0123456789abcdef", b"0123456789abcdef"]}
    if x1a:
        paper.header = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
        paper.info["GTS_PDFXVersion"] = b"PDF/X-1a:2003"
    paper.catalog = {"OutputIntents": [print_intent(paper)]}
    return paper


def print_intent(paper: Paper) -> dict[str, Any]:
    """FOGRA39 as output intent."""
    data = (ROOT / "layout" / "resources" / "icc" / "FOGRA39L_coated.icc").read_bytes()
    return {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFX",
        "OutputConditionIdentifier": b"FOGRA39",
        "RegistryName": b"http://www.color.org",
        "Info": b"Coated FOGRA39",
        "DestOutputProfile": paper.add(Stream({"N": 4}, data)),
    }


@cache
def srgb_profile() -> bytes:
    """An sRGB profile as Pillow makes it."""
    from PIL import ImageCms

    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


@dataclass
class Node:
    """A structure element; kids are nodes or (page index, MCID)."""

    kind: str
    kids: list[Union[Node, tuple[int, int]]] = field(default_factory=list)
    entries: dict[str, Any] = field(default_factory=dict)


@dataclass
class Tagged:
    """A paper for mail with its tree; `twists` send a (page, MCID) of the ParentTree to another's element."""

    paper: Paper
    tree: Node
    links: list[tuple[int, Ref, Node]] = field(default_factory=list)
    twists: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)

    def build(self) -> bytes:
        self.paper.before.append(self._write_tree)
        return self.paper.build()

    def _write_tree(self, paper: Paper, pages: list[Ref]) -> None:
        root = paper.add(None)
        parents: dict[tuple[int, int], Ref] = {}
        known: dict[int, Ref] = {}
        top = self._write_node(paper, self.tree, root, pages, (parents, known))
        for place, other in self.twists.items():
            parents[place] = parents[other]
        nums: list[Any] = []
        for page in range(len(pages)):
            count = max((mcid for at, mcid in parents if at == page), default=-1) + 1
            nums += [page, [parents.get((page, mcid), "null") for mcid in range(count)]]
        for index, (_, note, node) in enumerate(self.links):
            key = len(pages) + index
            paper.objects[note.number - 1]["StructParent"] = key
            nums += [key, known[id(node)]]
        paper.objects[root.number - 1] = {"Type": "/StructTreeRoot", "K": top, "ParentTree": {"Nums": nums}}
        paper.catalog["StructTreeRoot"] = root

    def _write_node(
        self,
        paper: Paper,
        node: Node,
        parent: Ref,
        pages: list[Ref],
        made: tuple[dict[tuple[int, int], Ref], dict[int, Ref]],
    ) -> Ref:
        own = paper.add(None)
        made[1][id(node)] = own
        kids: list[Any] = []
        for kid in node.kids:
            if isinstance(kid, Node):
                kids.append(self._write_node(paper, kid, own, pages, made))
            else:
                made[0].setdefault(kid, own)
                kids.append({"Type": "/MCR", "Pg": pages[kid[0]], "MCID": kid[1]})
        for page, note, held in self.links:
            if held is node:
                kids.append({"Type": "/OBJR", "Pg": pages[page], "Obj": note})
        paper.objects[own.number - 1] = {
            "Type": "/StructElem",
            "S": f"/{node.kind}",
            "P": parent,
            "K": kids,
            **node.entries,
        }
        return own


POLISH = (
    "Aglomeracja Opolska i Olomuniec",
    "Spotkanie jest dla mieszkańców oraz gości",
    "Zapraszamy do rozmowy",
)
CZECH = (
    "Opolská aglomerace a Olomouc",
    "Setkání je pro obyvatele a hosty, kteří přijedou",
    "Zveme vás k rozhovoru",
)


def marked(tag: str, mcid: int, body: str) -> str:
    """Marked content that is a leaf of the structure tree."""
    return f"/{tag} <</MCID {mcid}>> BDC\n{body}EMC\n"


def mail_paper() -> Tagged:
    """A tagged page in two columns, with a heading, paragraphs, a figure, a table and a link."""
    paper = Paper(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
    font = embed_font(paper)
    picture = image(paper, "/DeviceRGB", b"\x40\x80\xc0")
    link = paper.add(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": [60, 200, 160, 215],
            "Contents": words("Strona projektu"),
            "A": {"S": "/URI", "URI": b"https://example.org"},
            "F": 4,
            "Border": [0, 0, 0],
        }
    )
    body = "/Artifact BMC\n0.9 0.9 0.8 rg 0 0 400 30 re f\nEMC\n0 0 0 rg\n"
    tree = Node("Document")
    part = Node("Part")
    tree.kids.append(part)
    mcid = 0
    for row, kind in enumerate(("H1", "P", "P")):
        for language, x, lines in (("pl", 60, POLISH), ("cs", 260, CZECH)):
            body += marked(kind, mcid, show(lines[row], x, 500 - 40 * row))
            part.kids.append(Node(kind, [(0, mcid)], {"Lang": language.encode()}))
            mcid += 1
    body += marked("Figure", mcid, "q 60 0 0 60 60 330 cm /Im1 Do Q\n")
    alternative = words("Most na Odrze / Most přes Odru")
    part.kids.append(Node("Figure", [(0, mcid)], {"Alt": alternative, "Lang": b"pl"}))
    rows: list[Node] = []
    for row, kind in enumerate(("TH", "TD")):
        cells: list[Node] = []
        for column, text in enumerate(("Rok", "Liczba")):
            mcid += 1
            body += marked(kind, mcid, show(text, 60 + 60 * column, 280 - 20 * row))
            scope = {"A": {"O": "/Table", "Scope": "/Column"}} if kind == "TH" else {}
            cells.append(Node(kind, [(0, mcid)], {"Lang": b"pl", **scope}))
        rows.append(Node("TR", list(cells)))
    part.kids.append(Node("Table", list(rows)))
    mcid += 1
    body += marked("Link", mcid, show("Strona projektu", 60, 204))
    anchor = Node("Link", [(0, mcid)], {"Lang": b"pl"})
    part.kids.append(Node("P", [anchor], {"Lang": b"pl"}))
    entries = {"MediaBox": [0, 0, 450, 600], "StructParents": 0, "Tabs": "/S", "Annots": [link]}
    paper.sheets = [Sheet(body, {"Font": {"F1": font}, "XObject": {"Im1": picture}}, entries)]
    paper.info = {
        "Title": words("Dwa brzegi / Dva břehy"),
        "CreationDate": b"D:20261122100000Z",
        "ModDate": b"D:20261122100000Z",
    }
    paper.xmp = XMP % MAIL_XMP
    paper.trailer = {"ID": [b"0123456789abcdef", b"0123456789abcdef"]}
    intent = {
        "Type": "/OutputIntent",
        "S": "/GTS_PDFA1",
        "OutputConditionIdentifier": b"sRGB",
        "Info": b"sRGB",
        "DestOutputProfile": paper.add(Stream({"N": 3}, srgb_profile())),
    }
    paper.catalog = {
        "OutputIntents": [intent],
        "Lang": b"pl",
        "MarkInfo": {"Marked": True},
        "ViewerPreferences": {"DisplayDocTitle": True},
    }
    return Tagged(paper, tree, [(0, link, anchor)])
