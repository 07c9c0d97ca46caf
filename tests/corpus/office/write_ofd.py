"""Reports as OFD (GB/T 33190) by hand: text codes with deltas, paths as ruling lines, a page template, a seal's
annotation that means nothing."""

import zipfile
from xml.sax.saxutils import escape

import geometry

STYLES = ["runs", "letters", "template"]
NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


def deltas(words, size):
    """Distances between letters; three and more alike are written `g n v`."""
    steps = [geometry.advance(letter, size) for letter in words[:-1]]
    parts, index = [], 0
    while index < len(steps):
        end = index
        while end < len(steps) and steps[end] == steps[index]:
            end += 1
        value = f"{steps[index]:g}"
        parts.append(f"g {end - index} {value}" if end - index > 2 else " ".join([value] * (end - index)))
        index = end
    return " ".join(parts)


def write(truth, style, path):
    """Writes a report."""
    sheets = geometry.set_report(truth, style)
    identity = iter(range(100, 10**9))
    pages, names = [], []
    for index, sheet in enumerate(sheets):
        objects = ""
        for x0, y0, x1, y1 in sheet.lines:
            wide, high = x1 - x0, y1 - y0
            objects += (f'<ofd:PathObject ID="{next(identity)}" Boundary="{x0:g} {y0:g} {max(wide, 0.1):g} {max(high, 0.1):g}" LineWidth="0.2">'
                        f"<ofd:AbbreviatedData>M 0 0 L {wide:g} {high:g}</ofd:AbbreviatedData></ofd:PathObject>")
        for x, y, size, words in sheet.texts:
            if words.startswith("- ") and style == "template":
                continue
            pieces = [(x, words)]
            if style == "letters":
                pieces, at = [], x
                for letter in words:
                    pieces.append((at, letter))
                    at += geometry.advance(letter, size)
            for at, piece in pieces:
                wide = sum(geometry.advance(letter, size) for letter in piece)
                delta = deltas(piece, size)
                attribute = f' DeltaX="{delta}"' if delta else ""
                objects += (f'<ofd:TextObject ID="{next(identity)}" Boundary="{at:g} {y - size:g} {wide:g} {size * 1.2:g}" Font="2" Size="{size:g}">'
                            f'<ofd:TextCode X="0" Y="{size:g}"{attribute}>{escape(piece)}</ofd:TextCode></ofd:TextObject>')
        template = '<ofd:Template TemplateID="9" ZOrder="Background"/>' if style == "template" else ""
        pages.append(f'{HEAD}<ofd:Page {NS}><ofd:Area><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:Area>{template}'
                     f'<ofd:Content><ofd:Layer ID="{next(identity)}">{objects}</ofd:Layer></ofd:Content></ofd:Page>')
        names.append(f'<ofd:Page ID="{next(identity)}" BaseLoc="Pages/Page_{index}/Content.xml"/>')
    template_page = ""
    if style == "template":
        template_page = '<ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/>'
    document = (f'{HEAD}<ofd:Document {NS}><ofd:CommonData><ofd:MaxUnitID>{next(identity)}</ofd:MaxUnitID>'
                f"<ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
                f"<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>{template_page}</ofd:CommonData>"
                f'<ofd:Pages>{"".join(names)}</ofd:Pages><ofd:Annotations>Annots/Annotations.xml</ofd:Annotations></ofd:Document>')
    root = (f'{HEAD}<ofd:OFD {NS} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>{truth["seed"]:032x}</ofd:DocID>'
            f'<ofd:Title>{escape(truth["title"])}</ofd:Title></ofd:DocInfo><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>')
    resources = f'{HEAD}<ofd:Res {NS} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="宋体" FamilyName="SimSun"/></ofd:Fonts></ofd:Res>'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("OFD.xml", root)
        archive.writestr("Doc_0/Document.xml", document)
        archive.writestr("Doc_0/PublicRes.xml", resources)
        archive.writestr("Doc_0/Annots/Annotations.xml",
                         f'{HEAD}<ofd:Annotations {NS}><ofd:Page PageID="101"><ofd:FileLoc>Page_0/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>')
        archive.writestr("Doc_0/Annots/Page_0/Annotation.xml",
                         f'{HEAD}<ofd:PageAnnot {NS}><ofd:Annot Type="Stamp" ID="5"><ofd:Appearance Boundary="100 100 40 40">'
                         f'<ofd:TextObject ID="6" Boundary="0 0 40 5" Font="2" Size="4"><ofd:TextCode X="0" Y="4">99999</ofd:TextCode></ofd:TextObject>'
                         f"</ofd:Appearance></ofd:Annot></ofd:PageAnnot>")
        if style == "template":
            archive.writestr("Doc_0/Tpls/Tpl_0/Content.xml",
                             f'{HEAD}<ofd:Page {NS}><ofd:Content><ofd:Layer ID="7"><ofd:TextObject ID="8" Boundary="20 8 80 5" Font="2" Size="3.5">'
                             f'<ofd:TextCode X="0" Y="3.5" DeltaX="g 7 3.5">政府信息公开年报</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>')
        for index, page in enumerate(pages):
            archive.writestr(f"Doc_0/Pages/Page_{index}/Content.xml", page)
