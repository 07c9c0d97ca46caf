#!/usr/bin/env python3
"""Writes generated reports into every office format, the truth as JSON beside each.

    cargo run --example generate -- --count 5 --layouts Html,HtmlOddHeads --out truths
    python3 tests/corpus/office.py truths --out files [--formats docx,xlsx,csv,pdf,ofd,doc,rtf,odt,xls,ods,mail,converted]

Needs python-docx, openpyxl and reportlab; the formats after ofd need LibreOffice's `soffice` (doc, rtf, odt, xls,
ods, converted) and are left out, saying so, where it is missing. `converted` is PDF printed by LibreOffice and, where
there is one, by Chromium. The files are not meant to be committed.
"""

import argparse
import email.mime.multipart
import email.mime.text
import json
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "office"))

import write_docx
import write_ofd
import write_pdf
import write_sheets

OWN = {
    "docx": (write_docx.STYLES, write_docx.write),
    "xlsx": (write_sheets.STYLES, write_sheets.write_xlsx),
    "csv": (write_sheets.CSV_STYLES, write_sheets.write_csv),
    "pdf": (write_pdf.STYLES, write_pdf.write),
    "ofd": (write_ofd.STYLES, write_ofd.write),
}
# Format, LibreOffice's filter, and what it is made from.
CONVERTED = {
    "doc": ("doc:MS Word 97", "docx"),
    "rtf": ("rtf", "docx"),
    "odt": ("odt", "docx"),
    "xls": ("xls:MS Excel 97", "xlsx"),
    "ods": ("ods", "xlsx"),
    "converted": ("pdf", "docx"),
}
# Styles that LibreOffice does not carry over as they are: it shows tracked changes and moves text boxes.
NOT_CONVERTED = {"boxed", "tracked"}


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("truths", type=Path, help="folder of *.json from examples/generate.rs")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--formats", default=",".join([*OWN, *CONVERTED, "mail"]))
    parser.add_argument("--font", default=write_pdf.FONT_FILE, help="TrueType font with Chinese letters, to embed")
    options = parser.parse_args()
    write_pdf.FONT_FILE = options.font
    if len(write_pdf.styles()) < len(write_pdf.STYLES):
        print(f"pdf: the style embedded is left out, there is no {options.font}", file=sys.stderr)
    OWN["pdf"] = (write_pdf.styles(), write_pdf.write)
    options.out.mkdir(parents=True, exist_ok=True)
    formats = options.formats.split(",")
    truths = [(path, json.loads(path.read_text())) for path in sorted(options.truths.glob("*.json"))]
    if not truths:
        sys.exit(f"no truths in {options.truths}")
    count = 0
    for _, truth in truths:
        for name in formats:
            if name in OWN:
                styles, write = OWN[name]
                for style in styles:
                    path = stem(options.out, truth, style, "tsv" if style == "tsv" else name)
                    write(truth, style, path)
                    keep(truth, path, style)
                    count += 1
    soffice = shutil.which("soffice")
    for name in formats:
        if name in CONVERTED and not soffice:
            print(f"{name}: left out, there is no soffice", file=sys.stderr)
        elif name in CONVERTED:
            count += convert(name, [truth for _, truth in truths], options.out)
        elif name == "mail":
            count += sum(mail(path, truth, options.out) for path, truth in truths)
    if "converted" in formats:
        count += print_pages(truths, options.out)
    print(f"{count} files in {options.out}", file=sys.stderr)


def stem(out, truth, style, extension):
    return out / f"{truth['seed']}-{truth['layout']}-{style}.{extension}"


def keep(truth, path, style):
    """The truth beside a file, without the page it was made from."""
    kept = {key: value for key, value in truth.items() if key not in ("pieces", "claims", "values")}
    kept["style"] = style
    Path(f"{path}.json").write_text(json.dumps(kept, ensure_ascii=False, indent=1))


def convert(name, truths, out):
    """Lets LibreOffice convert our own files, all of one kind in one start."""
    to, source = CONVERTED[name]
    styles, write = OWN[source]
    count = 0
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for truth in truths:
            for style in styles:
                if style not in NOT_CONVERTED:
                    write(truth, style, stem(folder, truth, f"{style}-office", source))
        made = sorted(folder.glob(f"*.{source}"))
        result = folder / "result"
        subprocess.run(["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to,
                        "--outdir", str(result), *map(str, made)], check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL, timeout=1800)
        for truth in truths:
            for style in styles:
                extension = to.split(":")[0]
                path = stem(result, truth, f"{style}-office", extension)
                if path.exists():
                    target = out / path.name
                    shutil.move(path, target)
                    keep(truth, target, f"{style}-office")
                    count += 1
    return count


def mail(path, truth, out):
    """The rendered page as mhtml, as a mail, in a zip, and a zip in a zip."""
    source = path.with_suffix("")
    if source.suffix != ".html":
        return 0
    page = source.read_bytes()
    charset = {"Gb18030Declared": "gb18030", "Gb18030Silent": "gb18030", "Utf16Little": "utf-16", "Utf16Big": "utf-16"}
    text = page.decode(charset.get(truth["encoding"], "utf-8-sig"))
    message = email.mime.multipart.MIMEMultipart("related")
    message["Subject"] = truth["title"]
    message.attach(email.mime.text.MIMEText(text, "html", "utf-8"))
    targets = []
    for extension in ("mhtml", "eml"):
        target = stem(out, truth, "mail", extension)
        target.write_bytes(message.as_bytes())
        targets.append(target)
    inner = stem(out, truth, "inner", "zip")
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(source.name, page)
        archive.writestr("__MACOSX/._x", b"\0\5\x16\7")
    outer = stem(out, truth, "nested", "zip")
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_STORED) as archive:
        archive.write(inner, "年报/内.zip")
    for target in [*targets, inner, outer]:
        keep(truth, target, "container")
    return 4


def print_pages(truths, out):
    """The rendered pages printed to PDF by Chromium, where there is one."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        print("converted: no Chromium here, its PDFs are left out", file=sys.stderr)
        return 0
    count = 0
    for path, truth in truths:
        source = path.with_suffix("")
        if source.suffix == ".html":
            target = stem(out, truth, "chromium", "pdf")
            subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                            f"--print-to-pdf={target.resolve()}", source.resolve().as_uri()], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=120)
            keep(truth, target, "chromium")
            count += 1
    return count


if __name__ == "__main__":
    main()
