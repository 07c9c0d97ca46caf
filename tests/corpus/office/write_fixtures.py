#!/usr/bin/env python3
"""Writes tests/fixtures/oddities: one small file for each format and oddity, about invented organs.

    python3 tests/corpus/office/write_fixtures.py tests/fixtures/oddities

Needs python-docx, openpyxl and LibreOffice's `soffice`. What each is read as stands beside it (`a.doc.txt`, see
tests/readers/formats.rs).
"""

import email.mime.multipart
import email.mime.text
import quopri
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import docx
import openpyxl
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

PAGE = """<html><head><meta charset="{0}"><title>白水镇</title></head><body><h1>白水镇2024年报告</h1>
<table border=1><tr><td rowspan=2>规章</td><td>0</td></tr><tr><td>12</td></tr></table></body></html>"""
NUMBERING = """<w:abstractNum {0} w:abstractNumId="77"><w:lvl w:ilvl="0"><w:start w:val="1"/>
<w:numFmt w:val="chineseCountingThousand"/><w:suff w:val="nothing"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>"""


def odd_document():
    """Numbered headings, merged cells, a nested table, hidden and deleted text, a text box, header and footer."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(NUMBERING.format(nsdecls("w"))))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'))
    document.core_properties.title = "云陂县年报"
    document.sections[0].header.paragraphs[0].text = "页眉"
    document.sections[0].footer.paragraphs[0].text = "— 1 —"
    document.add_paragraph("云陂县2024年政府信息公开工作年度报告")
    for title in ("总体情况", "主动公开政府信息情况"):
        heading = document.add_heading(title, 1)
        heading._p.get_or_add_pPr().append(parse_xml(
            f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="77"/></w:numPr>'))
    paragraph = document.add_paragraph("收到申请")
    paragraph._p.append(parse_xml(f'<w:del {nsdecls("w")} w:id="1" w:author="a"><w:r><w:delText>9</w:delText></w:r></w:del>'))
    paragraph._p.append(parse_xml(f'<w:ins {nsdecls("w")} w:id="2" w:author="a"><w:r><w:t>81</w:t></w:r></w:ins>'))
    paragraph.add_run("旧").font.hidden = True
    paragraph.add_run("件。")
    table = document.add_table(4, 4, style="Table Grid")
    rows = [["信息内容", "本年制发", "本年废止", "现行有效"], ["第二十条", "规章", "0", "5"],
            ["", "规范性文件", "1", "12"], ["合计", "", "1", "17"]]
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(3, 0).merge(table.cell(3, 1))
    document.add_paragraph("")
    outer = document.add_table(4, 2, style="Table Grid")
    for row in range(4):
        outer.cell(row, 0).text, outer.cell(row, 1).text = f"甲{row}", f"{row}"
    inner = outer.cell(3, 1).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "乙", "7"
    document.add_paragraph("落款")
    return document


def boxed(document):
    box = f"""<w:r {nsdecls("w")}><w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape style="width:90pt;height:30pt">
<v:textbox><w:txbxContent><w:p><w:r><w:t>框中文字</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"""
    document.paragraphs[0]._p.append(parse_xml(box))
    return document


def converted(source, extension, filter_name, target):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                        f"{extension}:{filter_name}" if filter_name else extension, "--outdir", folder, str(source)],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
        target.write_bytes((Path(folder) / f"{source.stem}.{extension}").read_bytes())


def workbook():
    book = openpyxl.Workbook()
    sheet = book.active
    for row in [["信息内容", "旧", "本年制发"], ["规章", 9, 0], ["隐藏", 9, 9], ["规范性文件", 9, "12"], ["金额", 9, 6187.4]]:
        sheet.append(row)
    sheet.column_dimensions["B"].hidden = True
    sheet.row_dimensions[3].hidden = True
    sheet["C5"].number_format = "#,##0.00"
    hidden = book.create_sheet("旧表")
    hidden["A1"] = "旧表"
    hidden.sheet_state = "hidden"
    return book


def main():
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    (out / "html-as.doc").write_bytes(PAGE.format("gb2312").encode("gbk"))
    (out / "html-as.xls").write_bytes(PAGE.format("utf-8").encode("utf-8-sig"))
    (out / "text-as.xls").write_bytes("信息内容\t本年制发\r\n规章\t0\r\n规范性文件\t12\r\n".encode("gbk"))
    (out / "text-as.doc").write_bytes("一、总体情况\r\n收到申请81件。\r\n".encode("gbk"))
    (out / "gb18030.txt").write_bytes("一、总体情况\r\n收到申请81件。𠮷\r\n".encode("gb18030"))
    (out / "comma.csv").write_bytes("信息内容,本年制发\r\n规章,\"1,234\"\r\n".encode("gbk"))
    (out / "rtf-as.doc").write_bytes(b"{\\rtf1\\ansi\\ansicpg936 \\trowd\\cellx1000\\cellx2000\\intbl \\'b9\\'e6\\'d5\\'c2\\cell 12\\cell\\row\\pard\\par}")
    (out / "spreadsheet-2003-as.xls").write_text("""<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Worksheet ss:Name="年报"><Table><Column ss:Index="3" ss:Hidden="1"/>
<Row><Cell ss:MergeAcross="1"><Data ss:Type="String">信息内容</Data></Cell><Cell><Data ss:Type="String">旧</Data></Cell><Cell><Data ss:Type="String">制发</Data></Cell></Row>
<Row><Cell ss:MergeDown="1"><Data ss:Type="String">规章</Data></Cell><Cell ss:Index="2"><Data ss:Type="String">甲</Data></Cell><Cell ss:Index="4"><Data ss:Type="Number">12</Data></Cell></Row>
<Row><Cell ss:Index="2"><Data ss:Type="String">乙</Data></Cell><Cell ss:Index="4"><Data ss:Type="Number">0</Data></Cell></Row>
<Row ss:Hidden="1"><Cell><Data ss:Type="String">隐</Data></Cell></Row></Table></Worksheet></Workbook>""")
    (out / "word-2003-as.doc").write_text("""<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>
<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:aml="http://schemas.microsoft.com/aml/2001/core">
<w:styles><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>
<w:body><wx:sect><w:p><w:pPr><w:pStyle w:val="1"/><w:listPr><w:ilvl w:val="0"/><w:ilfo w:val="1"/><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>
<w:p><w:r><w:t>收到</w:t></w:r><aml:annotation aml:id="0" w:type="Word.Deletion"><aml:content><w:r><w:delText>9</w:delText><w:t>9</w:t></w:r></aml:content></aml:annotation><aml:annotation aml:id="1" w:type="Word.Insertion"><aml:content><w:r><w:t>81</w:t></w:r></aml:content></aml:annotation><w:r><w:rPr><w:vanish/></w:rPr><w:t>旧</w:t></w:r><w:r><w:t>件。</w:t></w:r></w:p>
<w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr>
<w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>0</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:sectPr><w:hdr><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr></w:sectPr></wx:sect></w:body></w:wordDocument>""")
    page = quopri.encodestring(PAGE.format("gb2312").encode("gbk")).replace(b"\n", b"\r\n")
    (out / "mhtml-as.doc").write_bytes(
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"----=_NextPart\"\r\n\r\n------=_NextPart\r\n"
        b"Content-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: quoted-printable\r\n"
        b"Content-Type: text/html; charset=\"gb2312\"\r\n\r\n" + page + b"\r\n------=_NextPart--\r\n")
    message = email.mime.multipart.MIMEMultipart("alternative")
    message["Subject"] = "白水镇年报"
    message.attach(email.mime.text.MIMEText("白水镇", "plain", "gbk"))
    message.attach(email.mime.text.MIMEText(PAGE.format("utf-8"), "html", "gbk"))
    (out / "mail.eml").write_bytes(message.as_bytes())
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        odd = folder / "odd.docx"
        odd_document().save(odd)
        (out / "docx-as.doc").write_bytes(odd.read_bytes())
        boxed(odd_document()).save(out / "boxed.docx")
        with zipfile.ZipFile(odd) as source, zipfile.ZipFile(out / "macros.docm", "w", zipfile.ZIP_DEFLATED) as target:
            for name in source.namelist():
                part = source.read(name).replace(
                    b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                    b"application/vnd.ms-word.document.macroEnabled.main+xml")
                target.writestr(name, part)
            target.writestr("word/vbaProject.bin", b"\xd0\xcf\x11\xe0")
        converted(odd, "doc", "MS Word 97", out / "doc-as.docx")
        old = (out / "doc-as.docx").read_bytes()
        (out / "word97.wps").write_bytes(old)
        at = old.find(b"\xec\xa5")
        (out / "encrypted.doc").write_bytes(old[:at + 11] + bytes([old[at + 11] | 1]) + old[at + 12:])
        (out / "cut.doc").write_bytes(old[:len(old) // 2])
        converted(odd, "odt", "", out / "odd.odt")
        converted(odd, "fodt", "", out / "flat.fodt")
        converted(odd, "rtf", "", out / "office.rtf")
        book = folder / "book.xlsx"
        workbook().save(book)
        (out / "xlsx-as.et").write_bytes(book.read_bytes())
        converted(book, "xls", "MS Excel 97", out / "hidden.et")


if __name__ == "__main__":
    main()
