"""Made the small PDFs beside it, once, with other producers; run it again only to make them anew.

Needs `pip install reportlab weasyprint typst` in an environment of its own, and Ghostscript. The font is Lato
(OFL, from fonts/lato). Versions used: ReportLab 5.1.0, WeasyPrint 70.0, Typst 0.15.2, Ghostscript 10.00.0.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from importlib import import_module
from pathlib import Path

HERE = Path(__file__).resolve().parent
LATO = HERE.parents[2] / "fonts" / "lato"


def make_reportlab() -> None:
    """A plain canvas: Helvetica from the viewer, RGB, A4, no boxes."""
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(str(HERE / "reportlab.pdf"), invariant=True)
    canvas.setTitle("Two banks")
    canvas.setFillColorRGB(0.7, 0.2, 0.2)
    canvas.drawString(100, 700, "Two banks, one river")
    canvas.rect(100, 500, 200, 100, fill=1)
    canvas.save()


POSTSCRIPT = """%!PS
<< /PageSize [420 595] >> setpagedevice
/Lato-Regular findfont 12 scalefont setfont
0 0 0 1 setcmykcolor 60 500 moveto (Two banks, one river) show
0.9 0.55 0.35 0.25 setcmykcolor 60 300 200 100 rectfill
0.1 setlinewidth 0 0 0 1 setcmykcolor 60 280 moveto 260 280 lineto stroke
showpage
"""


def make_ghostscript() -> None:
    """pdfwrite from PostScript in CMYK: embedded font, a hairline, no boxes and no intent."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.ps"
        source.write_text(POSTSCRIPT)
        fontmap = Path(folder) / "Fontmap"
        fontmap.write_text(f"/Lato-Regular ({LATO / 'Lato-Regular.ttf'}) ;\n")
        command = ["gs", "-q", "-dNOSAFER", "-dBATCH", "-dNOPAUSE", f"-I{folder}", "-sDEVICE=pdfwrite"]
        command += ["-dCompatibilityLevel=1.6", "-o", str(HERE / "ghostscript.pdf"), str(source)]
        subprocess.run(command, check=True)


HTML = """<html lang="pl"><head><title>Dwa brzegi</title><style>
@font-face {font-family: Lato; src: url(Lato-Regular.ttf)}
@page {size: 148mm 210mm; bleed: 3mm; marks: crop; margin: 15mm}
body {font-family: Lato; font-size: 9pt; color: device-cmyk(0 0 0 1)}
</style></head><body><h1>Dwa brzegi</h1><p>Spotkanie jest dla mieszkańców oraz gości.</p>
<p>Na moście: <span lang="cs">Setkání je pro obyvatele a hosty, kteří přijedou.</span></p></body></html>"""


def make_weasyprint() -> None:
    """A page with bleed and crop marks as PDF/X-4, and a tagged one as PDF/UA-1, in two languages."""
    Document = import_module("weasyprint").HTML

    base = str(LATO) + "/"
    Document(string=HTML, base_url=base).write_pdf(str(HERE / "weasyprint-x4.pdf"), pdf_variant="pdf/x-4")
    Document(string=HTML, base_url=base).write_pdf(str(HERE / "weasyprint-ua.pdf"), pdf_variant="pdf/ua-1")


TYPST = """#set page(width: 148mm, height: 210mm, margin: 15mm)
#set document(title: "Dwa brzegi", date: none)
#set text(font: "Lato", size: 9pt, lang: "pl", fill: cmyk(0%, 0%, 0%, 100%))
= Dwa brzegi
Spotkanie jest dla mieszkańców oraz gości.

#text(lang: "cs")[Setkání je pro obyvatele a hosty, kteří přijedou.]
#rect(width: 40mm, height: 20mm, fill: cmyk(90%, 55%, 35%, 25%))
"""


def make_typst() -> None:
    """A tagged page in CMYK with two languages."""
    typst = import_module("typst")

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.typ"
        source.write_text(TYPST)
        typst.compile(str(source), output=str(HERE / "typst.pdf"), font_paths=[str(LATO)])


if __name__ == "__main__":
    make_reportlab()
    if shutil.which("gs"):
        make_ghostscript()
    make_weasyprint()
    make_typst()
