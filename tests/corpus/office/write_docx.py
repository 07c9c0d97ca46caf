"""Reports as docx, the way offices make them: spans, automatic numbers, tracked changes, content controls,
text boxes, layout tables, headers and footers."""

import random
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml

W = ('xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
     'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
     'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
     'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
     'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
     'xmlns:v="urn:schemas-microsoft-com:vml"')

STYLES = ["plain", "numbered", "tracked", "controls", "boxed", "nested"]


class Hand:
    """One way of writing."""

    def __init__(self, style, seed):
        self.style = style
        self.chance = random.Random(f"{style}{seed}")
        self.change = 0

    def run(self, text, bold=False):
        """A run; `\\n` is a line break, now and then cut in two as editing leaves it."""
        properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
        pieces = [text]
        if len(text) > 1 and self.chance.random() < 0.2:
            at = self.chance.randrange(1, len(text))
            pieces = [text[:at], '<w:proofErr w:type="spellStart"/>', text[at:]]
        xml = ""
        for piece in pieces:
            if piece.startswith("<w:"):
                xml += piece
                continue
            inside = "<w:br/>".join(
                f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in piece.split("\n"))
            xml += f"<w:r>{properties}{inside}</w:r>"
        return xml

    def changed(self, text):
        """A run in place of another that tracked changes keep: accepted, the text is `text`."""
        self.change += 1
        mark = f'w:id="{self.change}" w:author="审核" w:date="2024-01-10T09:00:00Z"'
        wrong = str(self.chance.randrange(100, 999))
        return (f"<w:del {mark}><w:r><w:delText>{wrong}</w:delText></w:r></w:del>"
                f'<w:ins {mark.replace(f"{self.change}", f"{self.change + 5000}", 1)}>{self.run(text)}</w:ins>')

    def paragraph(self, inside, properties=""):
        return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inside}</w:p>"

    def text(self, text):
        """A paragraph of prose."""
        inside = self.run(text)
        if self.style == "tracked" and self.chance.random() < 0.3:
            inside += '<w:r><w:rPr><w:vanish/></w:rPr><w:t>隐藏的批注：共收到申请999件。</w:t></w:r>'
        if self.style == "controls" and self.chance.random() < 0.3:
            return (f"<w:sdt><w:sdtPr><w:alias w:val=\"段落\"/></w:sdtPr><w:sdtContent>"
                    f"{self.paragraph(inside)}</w:sdtContent></w:sdt>")
        return self.paragraph(inside, '<w:ind w:firstLineChars="200"/>')

    def cell_inside(self, square):
        text = square["text"]
        if not text:
            return self.paragraph("")
        if self.style == "numbered" and not square["cell"]:
            ordinal, dot, rest = text.partition(".")
            if dot and ordinal.isdigit() and rest:
                return self.paragraph(self.run(rest), self.number(1, int(ordinal)))
        if self.style == "tracked" and square["cell"] and self.chance.random() < 0.1:
            return self.paragraph(self.changed(text))
        if self.style == "controls" and square["cell"] and self.chance.random() < 0.2:
            return self.paragraph(f"<w:sdt><w:sdtContent>{self.run(text)}</w:sdtContent></w:sdt>")
        if "\n" in text and self.chance.random() < 0.5:
            return "".join(self.paragraph(self.run(line)) for line in text.split("\n"))
        return self.paragraph(self.run(text), '<w:jc w:val="center"/>')

    def number(self, level, ordinal):
        """Numbering properties: level 0 is 一、 over the whole text, level 1 is `1.` restarting at 1."""
        if level == 0:
            return '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="70"/></w:numPr>'
        if ordinal == 1:
            self.list = getattr(self, "list", 79) + 1
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{getattr(self, "list", 80)}"/></w:numPr>'


def table_xml(grid, hand):
    """A table with gridSpan and vMerge."""
    columns = grid["columns"]
    width = 9000 // columns
    xml = (f'<w:tbl {W}><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>'
           + "".join(f'<w:{side} w:val="single" w:sz="4"/>'
                     for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
           + "</w:tblBorders></w:tblPr><w:tblGrid>"
           + f'<w:gridCol w:w="{width}"/>' * columns + "</w:tblGrid>")
    open_spans = {}
    for row in grid["rows"]:
        xml += "<w:tr>"
        if hand.style == "tracked" and hand.chance.random() < 0.1:
            xml += "<w:trPr><w:cantSplit/></w:trPr>"
        column, squares = 0, iter(row)
        while column < columns:
            if column in open_spans:
                left, across = open_spans[column]
                xml += (f'<w:tc><w:tcPr><w:gridSpan w:val="{across}"/><w:vMerge/></w:tcPr><w:p/></w:tc>'
                        if across > 1 else "<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>")
                if left == 1:
                    del open_spans[column]
                else:
                    open_spans[column] = (left - 1, across)
                column += across
                continue
            square = next(squares, None)
            if square is None:
                xml += f'</w:tr>' if False else ""
                break
            properties = ""
            if square["columns"] > 1:
                properties += f'<w:gridSpan w:val="{square["columns"]}"/>'
            if square["rows"] > 1:
                properties += '<w:vMerge w:val="restart"/>'
                open_spans[column] = (square["rows"] - 1, square["columns"])
            properties = f'<w:tcW w:w="{width * square["columns"]}" w:type="dxa"/>' + properties
            xml += f"<w:tc><w:tcPr>{properties}</w:tcPr>{hand.cell_inside(square)}</w:tc>"
            column += square["columns"]
        xml += "</w:tr>"
    return xml + "</w:tbl>"


NUMBERING = ["<w:abstractNum {W} w:abstractNumId=\"70\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
             "<w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum>",
             "<w:abstractNum {W} w:abstractNumId=\"71\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
             "<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl></w:abstractNum>"]


def add_numbering(document):
    """Defines list 70 (一、二、…) and lists 80 to 99 (1. 2. …, each from 1)."""
    element = document.part.numbering_part.element
    for existing in list(element):
        element.remove(existing)
    for abstract in NUMBERING:
        element.append(parse_xml(abstract.replace("{W}", W)))
    element.append(parse_xml(f'<w:num {W} w:numId="70"><w:abstractNumId w:val="70"/></w:num>'))
    for number in range(80, 100):
        element.append(parse_xml(
            f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="71"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'))


def text_box(hand, text):
    """A drawing with a text box, and the same words again for old programs."""
    body = f"<w:txbxContent>{hand.paragraph(hand.run(text))}</w:txbxContent>"
    return (f'<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wp:extent cx="3000000" cy="600000"/>'
            f'<wp:docPr id="1" name="box"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
            f"<wps:wsp><wps:cNvSpPr/><wps:spPr/><wps:txbx>{body}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
            f"<mc:Fallback><w:pict><v:shape><v:textbox>{body}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>")


def write(truth, style, path):
    """Writes a report; the truth is what `examples/generate.rs` wrote."""
    hand = Hand(style, truth["seed"])
    document = Document()
    document.core_properties.title = truth["title"]
    add_numbering(document)
    section = document.sections[0]
    section.header.paragraphs[0].text = "政府信息公开年报"
    section.footer.paragraphs[0].text = "— 3 —"
    parts = []
    for piece in truth["pieces"]:
        if "hidden" in piece:
            continue
        if "title" in piece:
            title = "".join(piece["title"])
            if style == "boxed":
                parts.append(text_box(hand, title))
            else:
                parts += [hand.paragraph(hand.run(line, bold=True), '<w:jc w:val="center"/>')
                          for line in piece["title"]]
        elif "section" in piece:
            text = piece["section"]
            if style == "numbered":
                parts.append(hand.paragraph(hand.run(text.split("、", 1)[1]),
                                            '<w:pStyle w:val="Heading1"/>' + hand.number(0, 1)))
            elif style == "plain":
                parts.append(hand.paragraph(hand.run(text)))
            else:
                parts.append(hand.paragraph(hand.run(text), '<w:pStyle w:val="Heading1"/>'))
        elif "table" in piece:
            xml = table_xml(piece["table"], hand)
            if style == "controls" and hand.chance.random() < 0.3:
                xml = f"<w:sdt><w:sdtContent>{xml}</w:sdtContent></w:sdt>"
            parts += [xml, "<w:p/>"]
        elif "signature" in piece:
            parts += [hand.paragraph(hand.run(line), '<w:jc w:val="right"/>') for line in piece["signature"]]
        else:
            parts.append(hand.text(piece.get("paragraph", piece.get("heading"))))
    if style == "nested":
        parts = [f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="9000"/></w:tblGrid><w:tr><w:tc>{"".join(parts)}</w:tc></w:tr></w:tbl>', "<w:p/>"]
    body = document.element.body
    for existing in list(body)[:-1]:
        body.remove(existing)
    for part in parts:
        opened = part.replace(">", f" {W}>", 1) if W not in part.split(">", 1)[0] else part
        if opened.startswith("<w:p/"):
            opened = f"<w:p {W}/>"
        body.insert(len(body) - 1, parse_xml(opened))
    document.save(path)
