"""Reports as PDF from our own geometry: predefined CJK CMaps, embedded fonts, thin rectangles for lines, letters set
one by one, rotated pages, an empty user password."""

from pathlib import Path

from reportlab.lib import pdfencrypt
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import geometry

STYLES = ["predefined", "embedded", "rectangles", "letters", "narrow", "rotated", "encrypted", "borderless"]
# A TrueType font with Chinese letters (not OpenType with CFF), for the style `embedded`; office.py may set it.
FONT_FILE = "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"


def styles():
    """The styles that this machine can write."""
    return [style for style in STYLES if style != "embedded" or Path(FONT_FILE).exists()]


def font(style):
    """The font's name: STSong-Light, which no file embeds, or the TrueType font."""
    if style == "embedded":
        if "corpus" not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont("corpus", FONT_FILE, subfontIndex=0))
        return "corpus"
    if "STSong-Light" not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    return "STSong-Light"


def write(truth, style, path):
    """Writes a report."""
    page = (geometry.HEIGHT, geometry.WIDTH) if style == "rotated" else (geometry.WIDTH, geometry.HEIGHT)
    sheets = geometry.set_report(truth, style, page)
    encrypt = pdfencrypt.StandardEncryption("", ownerPassword="owner", canCopy=0) if style == "encrypted" else None
    size = (page[1] * mm, page[0] * mm) if style == "rotated" else (page[0] * mm, page[1] * mm)
    canvas = Canvas(str(path), pagesize=size, encrypt=encrypt, invariant=1)
    canvas.setTitle(truth["title"])
    name = font(style)
    for sheet in sheets:
        if style == "rotated":
            # The page is set sideways and /Rotate turns it upright.
            canvas.setPageRotation(90)
            canvas.transform(0, 1, -1, 0, size[0], 0)
        tall = page[1]
        for x0, y0, x1, y1 in sheet.lines:
            if style == "rectangles":
                canvas.rect(x0 * mm, (tall - y1) * mm, max((x1 - x0) * mm, 0.5), max((y1 - y0) * mm, 0.5), stroke=0, fill=1)
            else:
                canvas.setLineWidth(0.5)
                canvas.line(x0 * mm, (tall - y0) * mm, x1 * mm, (tall - y1) * mm)
        for x, y, points, words in sheet.texts:
            canvas.setFont(name, points * mm)
            if style == "letters":
                for letter in words:
                    canvas.drawString(x * mm, (tall - y) * mm, letter)
                    x += geometry.advance(letter, points)
            else:
                canvas.drawString(x * mm, (tall - y) * mm, words)
        canvas.showPage()
    canvas.save()
