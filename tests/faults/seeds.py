"""Gives one broken file for each rule about print: a sound file with exactly one fault in it."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

from tests.faults.paper import BLEED, MEDIA, MM, TRIM, Paper, Stream, show
from tests.faults.sound import image, print_intent, print_paper, rectangle, tint

Seed = Callable[[], bytes]
"""Makes one broken file."""


def sowing(change: Callable[[Paper], object], x1a: bool = False, pages: int = 4) -> Seed:
    """A seed that changes a sound print file."""

    def seed() -> bytes:
        paper = print_paper(pages, x1a)
        change(paper)
        return paper.build()

    return seed


def content(addition: str, first: bool = False) -> Seed:
    """A seed that adds operators to the second page."""

    def change(paper: Paper) -> None:
        sheet = paper.sheets[1]
        sheet.content = addition + sheet.content if first else sheet.content + addition

    return sowing(change)


def resource(kind: str, name: str, make: Callable[[Paper], Any], use: str) -> Seed:
    """A seed that gives the second page a resource and uses it."""

    def change(paper: Paper) -> None:
        sheet = paper.sheets[1]
        sheet.resources[kind] = {**sheet.resources.get(kind, {}), name: make(paper)}
        sheet.content += use

    return sowing(change)


def page_entry(**entries: Any) -> Seed:
    """A seed that sets entries of the second page."""
    return sowing(lambda paper: paper.sheets[1].entries.update(entries))


def catalog_entry(**entries: Any) -> Seed:
    """A seed that sets entries of the catalog."""
    return sowing(lambda paper: paper.catalog.update(entries))


def state(**entries: Any) -> Seed:
    """A seed that sets a graphics state."""
    return resource("ExtGState", "Bad", lambda paper: entries, "q /Bad gs Q\n")


def xobject(entries: dict[str, Any], data: bytes = b"", use: str = "q /Bad Do Q\n") -> Seed:
    """A seed that paints an XObject."""
    whole = {"Type": "/XObject", **entries}
    return resource("XObject", "Bad", lambda paper: paper.add(Stream(dict(whole), data)), use)


FORM: dict[str, Any] = {"Subtype": "/Form", "BBox": [0, 0, 50, 50]}


def form(body: str, **entries: Any) -> Seed:
    """A seed that paints a form."""
    return xobject({**FORM, **entries}, body.encode())


def info(**entries: Any) -> Seed:
    """A seed that sets entries of Info; None takes one out."""

    def change(paper: Paper) -> None:
        for key, value in entries.items():
            paper.info[key] = value
            if value is None:
                del paper.info[key]

    return sowing(change)


def xmp(old: str, new: str) -> Seed:
    """A seed that changes XMP."""

    def change(paper: Paper) -> None:
        assert paper.xmp is not None and old in paper.xmp
        paper.xmp = paper.xmp.replace(old, new)

    return sowing(change)


def intent(change: Callable[[Paper, dict[str, Any]], None]) -> Seed:
    """A seed that changes the output intent."""

    def alter(paper: Paper) -> None:
        change(paper, paper.catalog["OutputIntents"][0])

    return sowing(alter)


def encrypted() -> bytes:
    """A file locked by pypdf with an empty user password."""
    from io import BytesIO

    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=BytesIO(print_paper().build()))
    writer.pdf_header = "%PDF-1.6"
    writer.encrypt("", "owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def object_streams() -> bytes:
    """An X-1a file whose objects lie in an object stream."""
    from io import BytesIO

    from pypdf import PdfWriter

    writer = PdfWriter(clone_from=BytesIO(print_paper(x1a=True).build()))
    writer.pdf_header = "%PDF-1.4"
    out = BytesIO()
    writer.write(out)
    return _pack(out.getvalue())


def _pack(data: bytes) -> bytes:
    """The file with a cross-reference stream in place of its table (ISO 32000-1, 7.5.8)."""
    start = int(data.rsplit(b"startxref", 1)[1].split()[0])
    table, trailer = data[start:].split(b"trailer", 1)
    rows = [line.split() for line in table.split(b"\n")[2:] if len(line.split()) == 3]
    entries = b"".join(
        bytes((kind == b"n",)) + int(place).to_bytes(4, "big") + b"\0" for place, _, kind in rows
    )
    own = start.to_bytes(4, "big")
    entries += b"\1" + own + b"\0"
    inside = trailer.split(b"startxref")[0].strip()[2:-2].replace(b"/Size", b"/OldSize")
    head = b"%d 0 obj\n<<%s /Type /XRef /Size %d /W [1 4 1] /Length %d /Filter /FlateDecode>>\nstream\n"
    packed = zlib.compress(entries)
    body = head % (len(rows), inside, len(rows) + 1, len(packed)) + packed + b"\nendstream\nendobj\n"
    return data[:start] + body + b"startxref\n%d\n%%%%EOF\n" % start


def damaged() -> bytes:
    """A file whose table of objects is said to be elsewhere."""
    data = print_paper().build()
    start = int(data.rsplit(b"startxref", 1)[1].split()[0])
    return data.replace(b"startxref\n%d" % start, b"startxref\n%d" % (start + 7))


def recursive(paper: Paper) -> None:
    """A form that paints itself."""
    own = paper.add(None)
    paper.objects[own.number - 1] = Stream(
        {"Type": "/XObject", **FORM, "Resources": {"XObject": {"Again": own}}}, b"/Again Do"
    )
    paper.sheets[1].resources["XObject"] = {**paper.sheets[1].resources["XObject"], "Again": own}
    paper.sheets[1].content += "/Again Do\n"


def unembedded(paper: Paper) -> None:
    """A font inside a form that is not in the file."""
    font = {"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/Helvetica", "Encoding": "/WinAnsiEncoding"}
    inside = Stream(
        {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": [0, 0, 400, 600],
            "Resources": {"Font": {"F9": font}, "ExtGState": paper.sheets[1].resources["ExtGState"]},
        },
        b"0 0 0 1 k /Over gs BT /F9 9 Tf 80 300 Td (text) Tj ET",
    )
    paper.sheets[1].resources["XObject"] = {**paper.sheets[1].resources["XObject"], "Bad": paper.add(inside)}
    paper.sheets[1].content += "q /Bad Do Q\n"


def two_definitions(paper: Paper) -> None:
    """One spot ink, defined in two ways."""
    paper.sheets[1].resources["ColorSpace"] = {
        **paper.sheets[1].resources["ColorSpace"],
        "One": tint("Gold", (0, 0.2, 0.8, 0)),
        "Two": tint("Gold", (0, 0.4, 0.8, 0)),
    }
    paper.sheets[1].content += "/One cs 1 scn 80 300 20 20 re f /Two cs 1 scn 120 300 20 20 re f\n"


def small_bleed(paper: Paper) -> None:
    """A page with 2 mm of bleed, its art reaching that bleed."""
    box = (TRIM[0] - 2 * MM, TRIM[1] - 2 * MM, TRIM[2] + 2 * MM, TRIM[3] + 2 * MM)
    paper.sheets[1].entries["BleedBox"] = list(box)


def other_size(paper: Paper) -> None:
    """A page 2 mm narrower than the others, all its boxes sound."""
    sheet = paper.sheets[1]
    for name, box in (("TrimBox", TRIM), ("BleedBox", BLEED)):
        sheet.entries[name] = [box[0], box[1], box[2] - 2 * MM, box[3]]


def without_marks(paper: Paper) -> None:
    """A page without anything outside its bleed."""
    sheet = paper.sheets[1]
    start = sheet.content.index("q /All CS")
    sheet.content = sheet.content[:start]


def rendered_ink(paper: Paper) -> None:
    """Two tints of 200 % each, the upper one in other inks and overprinting: 400 % where they meet."""
    paper.sheets[1].content += "q 1 1 0 0 k 80 200 40 40 re f /Over gs 0 0 1 1 k 80 200 40 40 re f Q\n"


def short_triangle(paper: Paper) -> None:
    """A shape whose box reaches the bleed's end while a part of its edge stops at the trim."""
    x, y = TRIM[0], TRIM[1]
    paper.sheets[1].content = paper.sheets[1].content.replace(f"0 0 0 0.1 k {rectangle(BLEED)} f\n", "")
    paper.sheets[1].content = (
        f"0 0 0 0.5 k {BLEED[0]:.3f} {y + 200:.3f} m {x:.3f} {y + 200:.3f} l {x:.3f} {y + 290:.3f} l"
        f" {x + 60:.3f} {y + 290:.3f} l {x + 60:.3f} {y + 190:.3f} l {BLEED[0]:.3f} {y + 190:.3f} l f\n"
        + paper.sheets[1].content
    )


def blend_group(paper: Paper) -> None:
    """A page group that blends in RGB (the group itself is allowed by PDF/X-4)."""
    paper.sheets[1].entries["Group"] = {"S": "/Transparency", "CS": "/DeviceRGB"}


def missing_glyph(paper: Paper) -> None:
    """Text with a code that the font program has no glyph for."""
    paper.sheets[1].content += "q 0 0 0 1 k /Over gs BT /F1 9 Tf 80 300 Td <00010FFF> Tj ET Q\n"


def member(paper: Paper) -> dict[str, Any]:
    """The descendant of the file's font."""
    return next(
        one for one in paper.objects if isinstance(one, dict) and one.get("Subtype") == "/CIDFontType2"
    )


def two_profiles(paper: Paper) -> None:
    """A second intent with a copy of the profile instead of the same object."""
    second = print_intent(paper)
    second["S"] = "/GTS_PDFA1"
    paper.catalog["OutputIntents"].append(second)


def gray_profile(paper: Paper, found: dict[str, Any]) -> None:
    """An intent with an RGB monitor's profile said to have three components."""
    from tests.faults.sound import srgb_profile

    found["DestOutputProfile"] = paper.add(Stream({"N": 3}, srgb_profile()))


def newer_profile(paper: Paper, found: dict[str, Any]) -> None:
    """An intent whose profile says that it is of ICC version 5."""
    profile = paper.objects[found["DestOutputProfile"].number - 1]
    profile.data = profile.data[:8] + b"\5" + profile.data[9:]


def fourth_profile(paper: Paper) -> None:
    """A profile of ICC version 4, which PDF 1.4 does not know."""
    profile = paper.objects[paper.catalog["OutputIntents"][0]["DestOutputProfile"].number - 1]
    profile.data = profile.data[:8] + b"\4" + profile.data[9:]


def no_registry(paper: Paper, found: dict[str, Any]) -> None:
    """An intent that neither names a registry nor says what it is."""
    del found["RegistryName"], found["Info"]


def lzw_packed(paper: Paper) -> None:
    """A form packed by LZW."""
    stream = Stream({"Type": "/XObject", **FORM, "Filter": "/LZWDecode"}, bytes((0x80, 0x08, 0x20, 0x20)))
    paper.sheets[1].resources["XObject"] = {**paper.sheets[1].resources["XObject"], "Bad": paper.add(stream)}


def launch(paper: Paper) -> None:
    """A bookmark that runs an action instead of leading to a place."""
    item = paper.add({"Title": b"Start", "A": {"S": "/GoTo", "D": b"x"}})
    paper.catalog["Outlines"] = paper.add({"Type": "/Outlines", "First": item, "Last": item, "Count": 1})


def note(paper: Paper) -> None:
    """A note on the page."""
    found = {"Type": "/Annot", "Subtype": "/Text", "Rect": [100, 100, 120, 120], "Contents": b"?"}
    paper.sheets[1].entries["Annots"] = [paper.add(found)]


def model(paper: Paper) -> None:
    """A 3D model beside the page, outside its bleed."""
    box = [BLEED[2] + 2, 100, BLEED[2] + 6, 104]
    paper.sheets[1].entries["Annots"] = [paper.add({"Type": "/Annot", "Subtype": "/3D", "Rect": box})]


def torn(paper: Paper) -> None:
    """A picture whose packed data end in the middle."""
    packed = zlib.compress(bytes(range(256)) * 225)
    entries = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": 120,
        "Height": 120,
        "ColorSpace": "/DeviceCMYK",
        "BitsPerComponent": 8,
        "Filter": "/FlateDecode",
    }
    cut = paper.add(Stream(entries, packed[: len(packed) // 2], plain=True))
    paper.sheets[1].resources["XObject"] = {**paper.sheets[1].resources["XObject"], "Bad": cut}
    paper.sheets[1].content += "q 24 0 0 24 100 300 cm /Bad Do Q\n"


def fields(paper: Paper) -> None:
    """A form field without a widget on any page."""
    paper.catalog["AcroForm"] = {"Fields": [paper.add({"FT": "/Tx", "T": b"name"})]}


def unembedded_stroke(size: float) -> str:
    """Text of a size."""
    return "q 0 0 0 1 k /Over gs " + show("male", 80, 300, size) + "Q\n"


def _with_picture(width: float, space: Any, pixel: bytes, **more: Any) -> Seed:
    use = f"q {width} 0 0 {width} 100 300 cm /Bad Do Q\n"
    return resource("XObject", "Bad", lambda paper: image(paper, space, pixel, **more), use)


def _bitmap(paper: Paper) -> Any:
    entries = {"Subtype": "/Image", "Width": 120, "Height": 120, "ImageMask": True, "BitsPerComponent": 1}
    return paper.add(Stream({"Type": "/XObject", **entries}, bytes(15 * 120)))


def gradient(paper: Paper) -> dict[str, Any]:
    """A gradient that ends in RGB."""
    function = {"FunctionType": 2, "Domain": [0, 1], "C0": [1, 0, 0], "C1": [0, 0, 1], "N": 1}
    return {"ShadingType": 2, "ColorSpace": "/DeviceRGB", "Coords": [0, 0, 50, 0], "Function": function}


def managed(paper: Paper) -> Any:
    """sRGB by its ICC profile."""
    from tests.faults.sound import srgb_profile

    return ["/ICCBased", paper.add(Stream({"N": 3, "Alternate": "/DeviceRGB"}, srgb_profile()))]


def external(paper: Paper) -> None:
    """A stream whose data lie in another file."""
    paper.add(Stream({"F": b"other.bin", "FFilter": "/FlateDecode"}, b"", plain=True))


def plain_text(size: float, colour: str) -> str:
    """Text in a colour."""
    return f"q {colour} k /Over gs " + show("Dva brehy", 80, 300, size) + "Q\n"


def untitled(paper: Paper) -> None:
    """No title in Info, none in XMP."""
    del paper.info["Title"]
    assert paper.xmp is not None
    start, end = paper.xmp.index("<dc:title>"), paper.xmp.index("</dc:title>") + len("</dc:title>")
    paper.xmp = paper.xmp[:start] + paper.xmp[end:]


GRAY_BOX = f"0 0 0 0.3 k {TRIM[0]:.3f} 200 100 40 re f\n"
RANGE = {"FunctionType": 2, "Domain": [0, 1], "N": 1}

PRINT_SEEDS: dict[str, Seed] = {
    "pdf-version": sowing(lambda paper: setattr(paper, "header", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")),
    "pdf-header": lambda: _shift(print_paper().build()),
    "pdf-damaged": damaged,
    "pdf-identifier": sowing(lambda paper: paper.trailer.clear()),
    "pdf-encrypted": encrypted,
    "pdf-javascript": sowing(lambda paper: paper.add({"S": "/JavaScript", "JS": b"app.alert(1)"})),
    "pdf-action": sowing(launch),
    "pdf-form": sowing(fields),
    "pdf-annotation": sowing(note),
    "pdf-media": sowing(model),
    "pdf-filter": sowing(lzw_packed),
    "pdf-external": sowing(external),
    "pdf-opi": form("", OPI={"2.0": {}}),
    "pdf-postscript": xobject({"Subtype": "/PS"}),
    "pdf-reference": form("", Ref={"F": b"other.pdf", "Page": 0}),
    "pdf-alternates": _with_picture(24, "/DeviceCMYK", b"\x40\x20\x10\x00", Alternates=[]),
    "pdf-transfer": state(TR=RANGE),
    "pdf-halftone": state(HT={"HalftoneType": 6}),
    "pdf-viewer-area": catalog_entry(ViewerPreferences={"PrintArea": "/CropBox"}),
    "pdf-layers": catalog_entry(OCProperties={"OCGs": [], "D": {}}),
    "pdf-transparency": state(ca=0.5),
    "pdf-attachment": catalog_entry(Names={"EmbeddedFiles": {"Names": []}}),
    "content-operator": content("BX 1 foo EX\n"),
    "content-operand": content("(x) w\n"),
    "content-nesting": content("q\n"),
    "content-resource": content("/Missing Do\n"),
    "content-undecodable": xobject({**FORM, "Filter": "/ASCIIHexDecode"}, b"zz>"),
    "content-recursion": sowing(recursive),
    "metadata-claim": xmp(">PDF/X-4<", ">PDF/X-3<"),
    "metadata-trapped": info(Trapped="/Unknown"),
    "metadata-title": sowing(untitled),
    "metadata-dates": info(CreationDate=None),
    "metadata-xmp": xmp("</rdf:RDF>", "</rdf:XYZ>"),
    "metadata-identity": xmp("<xmpMM:VersionID>1</xmpMM:VersionID>", ""),
    "metadata-disagree": info(Title=b"Another title"),
    "intent-count": catalog_entry(OutputIntents=[]),
    "intent-profile": intent(gray_profile),
    "intent-identifier": intent(no_registry),
    "intent-condition": intent(lambda paper, found: found.update(OutputConditionIdentifier=b"FOGRA51")),
    "intent-shared": sowing(two_profiles),
    "intent-version": intent(newer_profile),
    "pdf-presentation": page_entry(PresSteps={"Type": "/NavNode"}),
    "pdf-limits": content("q " * 29 + "Q " * 29),
    "render-intent": content("/Saturated ri\n"),
    "box-trim": sowing(lambda paper: paper.sheets[1].entries.pop("TrimBox")),
    "box-trim-and-art": page_entry(ArtBox=list(TRIM)),
    "box-nesting": page_entry(MediaBox=[BLEED[0] + 1, *MEDIA[1:]]),
    "box-crop": page_entry(CropBox=list(TRIM)),
    "box-bleed": sowing(small_bleed),
    "page-size": sowing(other_size),
    "page-multiple": sowing(lambda paper: None, pages=5),
    "page-unit": page_entry(UserUnit=1.0001),
    "bleed-cover": content(GRAY_BOX),
    "marks-missing": sowing(without_marks),
    "marks-near": content(f"0 0 0 1 K 0.5 w {TRIM[0] - 4:.3f} 100 m {TRIM[0] - 4:.3f} 140 l S\n"),
    "colour-rgb": resource("Shading", "Bad", gradient, "q 80 200 40 40 re W n /Bad sh Q\n"),
    "colour-managed": resource("ColorSpace", "Bad", managed, "/Bad cs 0 0 1 scn 80 200 40 40 re f\n"),
    "colour-blend-space": sowing(blend_group),
    "colour-unknown": resource(
        "ColorSpace", "Bad", lambda paper: ["/Odd", 1], "/Bad cs 1 scn 80 200 40 40 re f\n"
    ),
    "spot-policy": resource(
        "ColorSpace", "Bad", lambda paper: tint("Gold", (0, 0.2, 0.8, 0)), "/Bad cs 1 scn 80 200 40 40 re f\n"
    ),
    "spot-alternate": resource(
        "ColorSpace",
        "Bad",
        lambda paper: ["/Separation", "/Black", "/DeviceCMYK", {"FunctionType": 9}],
        "/Bad cs 1 scn 80 200 40 40 re f\n",
    ),
    "colour-registration": content("q /All cs 0.2 scn 80 200 40 40 re f Q\n"),
    "ink-object": content("1 1 1 0.2 k 80 200 40 40 re f\n"),
    "overprint-white": content("q /Over gs 0 0 0 0 k 80 200 40 40 re f Q\n"),
    "font-embedded": sowing(unembedded),
    "font-glyph": sowing(missing_glyph),
    "font-program": sowing(lambda paper: member(paper).update(Subtype="/CIDFontType0")),
    "font-unmeasured": sowing(lambda paper: member(paper).pop("W")),
    "image-torn": sowing(torn),
    "image-low": _with_picture(72, "/DeviceCMYK", b"\x40\x20\x10\x00"),
    "image-soft": _with_picture(34, "/DeviceCMYK", b"\x40\x20\x10\x00"),
    "image-bitmap": resource("XObject", "Bad", _bitmap, "q 20 0 0 20 100 300 cm /Bad Do Q\n"),
    "text-small": content(unembedded_stroke(5)),
    "text-inks": content(plain_text(13, "0.15 0.88 0.75 0.08")),
    "box-media": page_entry(MediaBox=[0, 0, 0, 0]),
    "text-overprint-mode": resource(
        "ExtGState",
        "Bad",
        lambda paper: {"op": True, "OPM": 0},
        "q 0 0 0 1 k /Bad gs " + show("Dva brehy", 80, 300, 9) + "Q\n",
    ),
    "text-knockout": content("0 0 0 1 k " + show("Dva brehy", 80, 300, 9)),
    "text-safe-zone": content("q 0 0 0 1 k /Over gs " + show("Dva", TRIM[0] + 4 * MM, 300, 9) + "Q\n"),
    "image-safe-zone": content(f"q 24 0 0 24 {TRIM[0] + 2 * MM:.3f} 300 cm /Im1 Do Q\n"),
    "line-thin": content("0 0 0 1 K 0.1 w 80 300 m 300 300 l S\n"),
}
"""Rule -> a file that breaks it and no other, held against the built-in profile `print`."""

RENDERED_SEEDS: dict[str, Seed] = {
    "ink-area": sowing(rendered_ink, pages=2),
    "bleed-rendered": sowing(short_triangle, pages=2),
}
"""Those that only a rendering shows."""

X1A_SEEDS: dict[str, Seed] = {
    "pdf-version": sowing(lambda paper: setattr(paper, "header", b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"), x1a=True),
    "pdf-object-streams": object_streams,
    "pdf-filter": sowing(
        lambda paper: paper.add(Stream({"Filter": "/JPXDecode"}, b"", plain=True)), x1a=True
    ),
    "pdf-transparency": sowing(
        lambda paper: paper.sheets[1].entries.update(Group={"S": "/Transparency", "CS": "/DeviceCMYK"}),
        x1a=True,
    ),
    "metadata-claim": sowing(lambda paper: paper.info.update(GTS_PDFXVersion=b"PDF/X-3:2003"), x1a=True),
    "intent-version": sowing(fourth_profile, x1a=True),
}
"""Those of the built-in profile `print-x1a`."""


def _shift(data: bytes) -> bytes:
    """The file with a line before its header, its table of objects set right."""
    lead = b"# mail\n"
    start = int(data.rsplit(b"startxref", 1)[1].split()[0])
    head, rest = data[:start], data[start:]
    lines = rest.split(b"\n")
    moved = [
        b"%010d 00000 n " % (int(line[:10]) + len(lead)) if line.endswith(b" n ") else line for line in lines
    ]
    whole = b"\n".join(moved).replace(b"startxref\n%d" % start, b"startxref\n%d" % (start + len(lead)))
    return lead + head + whole
