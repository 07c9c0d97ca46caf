"""Reports as PDF from our own geometry: predefined CJK CMaps, embedded fonts, lines as Word, WPS and printers draw
them, letters set one by one, bold by striking twice, what nobody sees, rotated, lying and folded sheets, heads
repeated on every page, tables that a page break leaves open, an empty user password."""

from pathlib import Path

from reportlab.lib import pdfencrypt
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

import geometry

STYLES = ["predefined", "embedded", "rectangles", "letters", "narrow", "rotated", "encrypted", "borderless", "sides",
          "double", "dashes", "adjusted", "bold", "hidden", "across", "folded", "repeated", "openbreak"]
# Pages that are not upright A4.
PAGES = {"rotated": (geometry.HEIGHT, geometry.WIDTH), "across": (geometry.HEIGHT, geometry.WIDTH)}
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
    page = PAGES.get(style, (geometry.WIDTH, geometry.HEIGHT))
    sheets = geometry.set_report(truth, style, page)
    encrypt = pdfencrypt.StandardEncryption("", ownerPassword="owner", canCopy=0) if style == "encrypted" else None
    size = (page[0] * (2 if style == "folded" else 1) * mm, page[1] * mm)
    canvas = Canvas(str(path), pagesize=size, encrypt=encrypt, invariant=1)
    canvas.setTitle(truth["title"])
    for index, sheet in enumerate(sheets):
        if style == "rotated":
            # The page is set sideways and /Rotate turns it upright; reportlab swaps the sides of the page itself.
            canvas.setPageRotation(90)
            canvas.transform(0, 1, -1, 0, size[1], 0)
        if style == "folded" and index % 2:
            canvas.translate(page[0] * mm, 0)
        for line in sheet.lines:
            rule(canvas, style, page[1], *line)
        for text in sheet.texts:
            show(canvas, style, page, *text)
        if style == "hidden":
            hide(canvas, page)
        if style != "folded" or index % 2 or index + 1 == len(sheets):
            canvas.showPage()
    canvas.save()


def rule(canvas, style, tall, x0, y0, x1, y1):
    """Draws one side of a cell, in millimetres from the top."""
    left, top, wide, high = x0 * mm, (tall - y0) * mm, (x1 - x0) * mm, (y1 - y0) * mm
    if style == "rectangles":
        canvas.rect(left, top - high, max(wide, 0.5), max(high, 0.5), stroke=0, fill=1)
    elif style == "sides":
        # As Word prints: thin rectangles with square corners of their own, each side once for each of its two cells.
        for shift in (0, 0.48):
            across, down = (shift, 0) if high else (0, shift)
            canvas.rect(left + across, top - high - down, max(wide, 0.48), max(high, 0.48), stroke=0, fill=1)
            canvas.rect(left + across, top - down, 0.48, 0.48, stroke=0, fill=1)
    elif style == "double":
        canvas.setLineWidth(0.4)
        for shift in (-0.75, 0.75):
            across, down = (shift, 0) if high else (0, shift)
            canvas.line(left + across, top + down, left + wide + across, top - high + down)
    elif style == "dashes":
        canvas.setLineWidth(0.5)
        at, end = 0.0, wide + high
        while at < end:
            to = min(at + 2.0, end)
            canvas.line(left + (at if wide else 0), top - (at if high else 0), left + (to if wide else 0), top - (to if high else 0))
            at += 4.0
    else:
        canvas.setLineWidth(0.5)
        canvas.line(left, top, left + wide, top - high)


def show(canvas, style, page, x, y, points, words):
    """Shows a line of words; x and baseline in millimetres from the top left."""
    name, height = font(style), (page[1] - y) * mm
    canvas.setFont(name, points * mm)
    if style == "letters":
        for letter in words:
            canvas.drawString(x * mm, height, letter)
            x += geometry.advance(letter, points)
    elif style == "adjusted":
        # One TJ array for the line, each letter set back to where it stands.
        parts, at = [], x
        for letter in words:
            wide = geometry.advance(letter, points)
            drift = pdfmetrics.stringWidth(letter, name, points * mm) - wide * mm
            parts.append(f"<{letter.encode('utf-16-be').hex()}> {drift / (points * mm) * 1000:.2f}")
            at += wide
        inner = canvas._doc.getInternalFontName(name)
        canvas._code.append(f"BT {inner} {points * mm:.3f} Tf 1 0 0 1 {x * mm:.3f} {height:.3f} Tm [{' '.join(parts)}] TJ ET")
    else:
        canvas.drawString(x * mm, height, words)
        if style == "bold":
            # Bold as some printers do it: the same again, a little aside.
            canvas.drawString(x * mm + 0.35, height, words)


def hide(canvas, page):
    """Words and lines that nobody sees: beside the page, behind a clip, without ink."""
    canvas.setFont(font("hidden"), 9)
    canvas.drawString((page[0] + 10) * mm, page[1] / 2 * mm, "99999")
    for y in range(30, int(page[1]) - 30, 7):
        text = canvas.beginText(120 * mm, y * mm)
        text.setTextRenderMode(3)
        text.textOut("88888")
        canvas.drawText(text)
    canvas.saveState()
    clip = canvas.beginPath()
    clip.rect(0, 0, 5, 5)
    canvas.clipPath(clip, stroke=0)
    for y in range(30, int(page[1]) - 30, 7):
        canvas.drawString(100 * mm, y * mm, "77777")
        canvas.line(20 * mm, y * mm, 190 * mm, y * mm)
    canvas.restoreState()
