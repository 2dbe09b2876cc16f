"""Gives one broken file for each rule about access: a sound mail file with exactly one fault in it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.faults.paper import Stream, embed_font, show, small_font, words
from tests.faults.seeds import Seed
from tests.faults.sound import Node, Tagged, image, mail_paper, marked


def mailing(change: Callable[[Tagged], object]) -> Seed:
    """A seed that changes a sound mail file."""

    def seed() -> bytes:
        tagged = mail_paper()
        change(tagged)
        return tagged.build()

    return seed


def kids(tagged: Tagged) -> list[Node]:
    """The blocks of the file's only part."""
    part = tagged.tree.kids[0]
    assert isinstance(part, Node)
    return [kid for kid in part.kids if isinstance(kid, Node)]


def first(tagged: Tagged, kind: str) -> Node:
    """The first block of a kind."""
    return next(node for node in kids(tagged) if node.kind == kind)


def entry(kind: str, key: str, value: object) -> Seed:
    """A seed that sets an entry of the first element of a kind."""
    return mailing(lambda tagged: first(tagged, kind).entries.update({key: value}))


def catalog(**entries: object) -> Seed:
    """A seed that sets entries of the catalog."""
    return mailing(lambda tagged: tagged.paper.catalog.update(entries))


def xmp(old: str, new: str) -> Seed:
    """A seed that changes XMP."""

    def change(tagged: Tagged) -> None:
        assert tagged.paper.xmp and old in tagged.paper.xmp
        tagged.paper.xmp = tagged.paper.xmp.replace(old, new)

    return mailing(change)


def czech_as_polish(tagged: Tagged) -> None:
    """A Czech paragraph that says it is Polish."""
    node = next(n for n in kids(tagged) if n.kind == "P" and n.entries["Lang"] == b"cs")
    node.entries["Lang"] = b"pl"


def pale(tagged: Tagged) -> None:
    """A paragraph in pale grey on the white page."""
    sheet = tagged.paper.sheets[0]
    sheet.content = sheet.content.replace("/P <</MCID 2>> BDC\n", "/P <</MCID 2>> BDC\n0.7 0.7 0.7 rg ", 1)
    assert "0.7 0.7 0.7 rg" in sheet.content


def crowded(tagged: Tagged) -> None:
    """A second small link right below the first, in a block of its own."""
    paper, page = tagged.paper, tagged.paper.sheets[0]
    area = {"Type": "/Annot", "Subtype": "/Link", "Rect": [60, 188, 160, 199], "F": 4, "Border": [0, 0, 0]}
    action = {"S": "/URI", "URI": b"https://example.org/2"}
    link = paper.add({**area, "A": action, "Contents": words("Liczba")})
    page.entries["Annots"].append(link)
    ((_, before),) = tagged.links[0][2].kids
    page.content += marked("Link", before + 1, show("Liczba", 60, 190))
    anchor = Node("Link", [(0, before + 1)], {"Lang": b"pl"})
    part = tagged.tree.kids[0]
    assert isinstance(part, Node)
    part.kids.append(Node("P", [anchor], {"Lang": b"pl"}))
    tagged.links.append((0, link, anchor))


def reversed_order(tagged: Tagged) -> None:
    """The tree read from its last block to its first."""
    part = tagged.tree.kids[0]
    assert isinstance(part, Node)
    headings, paragraphs = part.kids[:2], part.kids[2:6]
    part.kids[:6] = [*paragraphs[::-1], *headings]


def orphan(tagged: Tagged) -> None:
    """A paragraph taken out of the tree, its marked content left on the page."""
    part = tagged.tree.kids[0]
    assert isinstance(part, Node)
    part.kids.remove(kids(tagged)[5])


def ghost(tagged: Tagged) -> None:
    """An element that holds marked content which no page has."""
    kids(tagged)[4].kids.append((0, 99))


def crossed(tagged: Tagged) -> None:
    """Two entries of the ParentTree that lead to each other's element."""
    tagged.twists = {(0, 2): (0, 3)}


def bare(tagged: Tagged) -> None:
    """Text painted outside any marked content."""
    tagged.paper.sheets[0].content += show("Dwa brzegi", 60, 100)


def unmapped(tagged: Tagged) -> None:
    """A font without ToUnicode."""
    sheet = tagged.paper.sheets[0]
    sheet.resources["Font"]["F2"] = embed_font(tagged.paper, mapped=False)
    sheet.content = sheet.content.replace("/F1", "/F2", 1)


def skipped(tagged: Tagged) -> None:
    """A heading of level 3 after one of level 1."""
    kids(tagged)[2].kind = "H3"


def no_tree(tagged: Tagged) -> None:
    """A file that does not say it is tagged."""
    tagged.paper.catalog["MarkInfo"] = {"Marked": False}


def dumb_link(tagged: Tagged) -> None:
    """A link without a description."""
    del tagged.paper.objects[tagged.links[0][1].number - 1]["Contents"]


def headless(tagged: Tagged) -> None:
    """A table whose head cells do not say what they head."""
    for row in first(tagged, "Table").kids:
        assert isinstance(row, Node)
        for cell in row.kids:
            assert isinstance(cell, Node)
            cell.entries.pop("A", None)


def pressed(tagged: Tagged) -> None:
    """An image in CMYK."""
    sheet = tagged.paper.sheets[0]
    sheet.resources["XObject"]["Im1"] = image(tagged.paper)


def hidden_from_print(tagged: Tagged) -> None:
    """A link that is shown but not printed."""
    tagged.paper.objects[tagged.links[0][1].number - 1]["F"] = 0


def smoothed(tagged: Tagged) -> None:
    """An image that readers are to smooth as they like."""
    picture = tagged.paper.sheets[0].resources["XObject"]["Im1"]
    tagged.paper.objects[picture.number - 1].entries["Interpolate"] = True


def blended(tagged: Tagged) -> None:
    """A blend mode of a program's own."""
    sheet = tagged.paper.sheets[0]
    sheet.resources["ExtGState"] = {"Bad": {"BM": "/Glow"}}
    sheet.content = "/Bad gs\n" + sheet.content


def layered(tagged: Tagged) -> None:
    """A layer that a usage rule turns on and off."""
    layer = tagged.paper.add({"Type": "/OCG", "Name": words("Tekst")})
    setting = {"Name": words("Zwykłe"), "AS": [{"Event": "/Print", "OCGs": [layer], "Category": ["/Print"]}]}
    tagged.paper.catalog["OCProperties"] = {"OCGs": [layer], "D": setting}


def renamed(tagged: Tagged) -> None:
    """A paragraph under a name that no role map explains."""
    kids(tagged)[2].kind = "Akapit"


def loose_row(tagged: Tagged) -> None:
    """A paragraph that says it is an item of a list."""
    kids(tagged)[2].kind = "LI"


def nameless_note(tagged: Tagged) -> None:
    """A note without an identifier."""
    kids(tagged)[2].kind = "Note"


def decorated(tagged: Tagged) -> None:
    """A rule marked as an artifact inside a paragraph's content."""
    sheet = tagged.paper.sheets[0]
    body = "/Artifact BMC\n60 390 20 1 re f\nEMC\n"
    sheet.content = sheet.content.replace("/P <</MCID 2>> BDC\n", "/P <</MCID 2>> BDC\n" + body)


def member(tagged: Tagged) -> dict[str, Any]:
    """The descendant of the file's font."""
    objects = tagged.paper.objects
    return next(one for one in objects if isinstance(one, dict) and one.get("Subtype") == "/CIDFontType2")


def widened(tagged: Tagged) -> None:
    """A font whose dictionary makes every character a tenth of an em wider."""
    first_cid, widths = member(tagged)["W"]
    member(tagged)["W"] = [first_cid, [width + 100 for width in widths]]


def unlisted(tagged: Tagged) -> None:
    """A font whose list of characters names but the first eight."""
    descriptor = tagged.paper.objects[member(tagged)["FontDescriptor"].number - 1]
    descriptor["CIDSet"] = tagged.paper.add(Stream({}, b"\xff"))


def unencoded(tagged: Tagged) -> None:
    """A TrueType font of letters with an encoding that is not known for such fonts."""
    descriptor = tagged.paper.objects[member(tagged)["FontDescriptor"].number - 1]
    _, glyphs, advances = small_font()
    sheet = tagged.paper.sheets[0]
    sheet.resources["Font"]["F2"] = tagged.paper.add(
        {
            "Type": "/Font",
            "Subtype": "/TrueType",
            "BaseFont": "/ABCDEF+Lato-Regular",
            "Encoding": "/StandardEncoding",
            "FirstChar": 97,
            "LastChar": 97,
            "Widths": [advances[glyphs["a"]]],
            "FontDescriptor": tagged.paper.add({**descriptor, "Flags": 32}),
            "ToUnicode": tagged.paper.add(
                Stream(
                    {},
                    b"1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <61> <0061> endbfchar",
                )
            ),
        }
    )
    sheet.content += "/Artifact BMC\nBT /F2 9 Tf 60 100 Td (a) Tj ET\nEMC\n"


def named_as_file(tagged: Tagged) -> None:
    """The title is the name of the layout program's file."""
    assert tagged.paper.xmp
    for title in ("Dwa brzegi / Dva břehy", "Dwa brzegi", "Dva břehy"):
        tagged.paper.xmp = tagged.paper.xmp.replace(f">{title}<", ">broszura_v3.indd<")
    tagged.paper.info["Title"] = words("broszura_v3.indd")


def untitled(tagged: Tagged) -> None:
    """No title in XMP, and none in Info that could disagree."""
    assert tagged.paper.xmp
    start, end = tagged.paper.xmp.index("<dc:title>"), tagged.paper.xmp.index("</dc:title>")
    tagged.paper.xmp = tagged.paper.xmp[:start] + tagged.paper.xmp[end + len("</dc:title>") :]


MAIL_SEEDS: dict[str, Seed] = {
    "access-structure": mailing(no_tree),
    "access-claim": xmp("<pdfuaid:part>1</pdfuaid:part>", ""),
    "access-intent": catalog(OutputIntents=[]),
    "access-language": catalog(Lang=b"en"),
    "access-title": mailing(untitled),
    "access-shown-title": catalog(ViewerPreferences={}),
    "access-title-words": mailing(named_as_file),
    "access-title-languages": xmp("<rdf:li xml:lang='cs'>Dva břehy</rdf:li>", ""),
    "access-passage": mailing(czech_as_polish),
    "access-parent-tree": mailing(crossed),
    "access-orphan": mailing(orphan),
    "access-leaf": mailing(ghost),
    "access-untagged": mailing(bare),
    "access-text": mailing(unmapped),
    "access-order": mailing(reversed_order),
    "access-alternative": entry("Figure", "Alt", words("  ")),
    "access-contrast": mailing(pale),
    "access-target": mailing(crowded),
    "access-alternative-words": entry("Figure", "Alt", words("IMG_2041")),
    "access-headings": mailing(skipped),
    "access-tables": mailing(headless),
    "access-links": mailing(dumb_link),
    "access-tabs": mailing(lambda tagged: tagged.paper.sheets[0].entries.pop("Tabs")),
    "colour-press": mailing(pressed),
    "font-composite": mailing(lambda tagged: member(tagged).pop("CIDToGIDMap")),
    "font-encoding": mailing(unencoded),
    "font-widths": mailing(widened),
    "font-subset": mailing(unlisted),
    "access-roles": mailing(renamed),
    "access-nesting": mailing(loose_row),
    "access-notes": mailing(nameless_note),
    "access-language-code": entry("P", "Lang", b"pl_PL"),
    "access-artifacts": mailing(decorated),
    "archive-frame": lambda: mail_paper().build() + b"-- sent from my telephone\n",
    "archive-catalog": catalog(Requirements=[{"S": "/EnableJavaScripts"}]),
    "archive-form": catalog(AcroForm={"Fields": [], "NeedAppearances": True}),
    "archive-action": catalog(OpenAction={"S": "/Named", "N": "/Print"}),
    "archive-annotation": mailing(hidden_from_print),
    "archive-image": mailing(smoothed),
    "archive-blend": mailing(blended),
    "archive-layers": mailing(layered),
    "archive-xmp": xmp('begin="\ufeff"', 'begin="\ufeff" bytes="4000"'),
    "archive-schemas": xmp(
        "<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/", "<pdfaSchema:namespaceURI>"
    ),
}
"""Rule -> a file that breaks it and no other, held against the built-in profile `mail`."""
