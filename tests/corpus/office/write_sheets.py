"""Reports as xlsx and csv: merged squares, several sheets, numbers as text, formulas with their cached values,
hidden rows and columns, number formats."""

import csv
import random
import re
import zipfile

from openpyxl import Workbook
from openpyxl.styles import Alignment

STYLES = ["one", "many", "texts", "hidden", "formats", "formulas"]
CSV_STYLES = ["utf8", "marked", "gb18030", "tsv"]


def positions(grid):
    """Rows of (square or None, starts here)."""
    owners = [[None] * grid["columns"] for _ in grid["rows"]]
    for index, row in enumerate(grid["rows"]):
        column = 0
        for square in row:
            while column < grid["columns"] and owners[index][column]:
                column += 1
            for down in range(square["rows"]):
                for across in range(square["columns"]):
                    if index + down < len(owners) and column + across < grid["columns"]:
                        owners[index + down][column + across] = (square, down == across == 0)
            column += square["columns"]
    return owners


def number(text):
    """The number that a spreadsheet would make of typed text, or None."""
    if re.fullmatch(r"-?\d{1,15}", text) and str(int(text)) == text:
        return int(text)
    if re.fullmatch(r"-?\d{1,9}\.\d{1,6}", text):
        return float(text)
    return None


def put_table(sheet, grid, top, style, formulas):
    """Writes a grid with its top left corner in row `top`, column 1; returns the next free row."""
    for index, row in enumerate(positions(grid)):
        for column, owner in enumerate(row):
            if not owner or not owner[1]:
                continue
            square, _ = owner
            cell = sheet.cell(top + index, column + 1)
            value = number(square["text"]) if square["cell"] else None
            if value is None or style == "texts":
                cell.value = square["text"] or None
                if square["cell"] and style == "texts":
                    cell.number_format = "@"
            else:
                cell.value = value
                if isinstance(value, float):
                    cell.number_format = "0." + "0" * len(square["text"].split(".")[1])
                elif style == "formats":
                    cell.number_format = "#,##0"
                if style == "formulas" and square["cell"].startswith("requests.") and square["cell"].endswith(".total"):
                    formulas[(sheet.title, cell.coordinate)] = (
                        f"SUM({sheet.cell(top + index, column - 5).coordinate}:{sheet.cell(top + index, column).coordinate})", value)
            cell.alignment = Alignment(wrap_text=True, horizontal="center")
            if square["rows"] > 1 or square["columns"] > 1:
                sheet.merge_cells(start_row=top + index, start_column=column + 1,
                                  end_row=top + index + square["rows"] - 1,
                                  end_column=column + square["columns"])
    return top + len(grid["rows"])


def write_xlsx(truth, style, path):
    """Writes a report as a workbook."""
    chance = random.Random(f"{style}{truth['seed']}")
    book = Workbook()
    sheet = book.active
    sheet.title = "年度报告"
    formulas, row = {}, 1
    for piece in truth["pieces"]:
        if "hidden" in piece:
            continue
        if "section" in piece and style == "many" and piece["number"] > 1:
            sheet = book.create_sheet(piece["section"].replace("、", "")[:28])
            row = 1
        if "table" in piece:
            first = row
            row = put_table(sheet, piece["table"], row, style, formulas)
            if style == "hidden":
                for column in range(1, 4):
                    sheet.cell(row, column).value = 999
                sheet.row_dimensions[row].hidden = True
                row += 1
                sheet.cell(first, 20).value = "草稿"
                sheet.column_dimensions["T"].hidden = True
            row += 1
            continue
        lines = piece.get("title") or piece.get("signature") or [
            piece.get("section") or piece.get("heading") or piece.get("paragraph")]
        for line in lines:
            sheet.cell(row, 1).value = line
            if chance.random() < 0.7:
                sheet.merge_cells(start_row=row, start_column=1, end_row=row, end_column=10)
            row += 1
    if style == "hidden":
        draft = book.create_sheet("草稿")
        draft["A1"] = "一、本年新收政府信息公开申请数量"
        draft["B1"] = 12345
        draft.sheet_state = "hidden"
    book.save(path)
    if formulas:
        cache(path, formulas)


def cache(path, formulas):
    """Puts formulas with their cached values into the saved workbook, which openpyxl cannot do itself."""
    with zipfile.ZipFile(path) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    name = "xl/worksheets/sheet1.xml"
    text = parts[name].decode()
    for (_, coordinate), (formula, value) in formulas.items():
        text, times = re.subn(rf'(<c r="{coordinate}"[^>]*?)(?: t="n")?><v>[^<]*</v></c>',
                              rf"\1><f>{formula}</f><v>{value}</v></c>", text)
        assert times == 1, coordinate
    parts[name] = text.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part, data in parts.items():
            new.writestr(part, data)


def write_csv(truth, style, path):
    """Writes a report as separated values: spans leave empty fields."""
    rows = []
    for piece in truth["pieces"]:
        if "hidden" in piece:
            continue
        if "table" in piece:
            for row in positions(piece["table"]):
                rows.append([owner[0]["text"].replace("\n", "") if owner and owner[1] else "" for owner in row])
            continue
        lines = piece.get("title") or piece.get("signature") or [
            piece.get("section") or piece.get("heading") or piece.get("paragraph")]
        rows += [[line] for line in lines]
    encoding = {"utf8": "utf-8", "marked": "utf-8-sig", "gb18030": "gb18030", "tsv": "utf-8"}[style]
    with open(path, "w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter="\t" if style == "tsv" else ",").writerows(rows)
