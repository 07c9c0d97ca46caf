"""Pages as places: every letter and every ruling line of a report, for PDF and OFD. Millimetres from top left."""

import random

WIDTH, HEIGHT, MARGIN = 210.0, 297.0, 20.0


class Sheet:
    """One page: texts (x, baseline y, size, words) and lines (x0, y0, x1, y1)."""

    def __init__(self):
        self.texts, self.lines = [], []


def advance(letter, size):
    """The width of a letter: none for joiners, half for ASCII, whole for the rest."""
    if letter in "\u00ad\u200b\u200c\u200d\u2060\ufeff":
        return 0.0
    return size / 2 if ord(letter) < 0x2000 else size


def wrap(text, width, size):
    """Lines no wider than `width`; runs of ASCII letters and digits are not cut unless they must."""
    lines = []
    for part in text.split("\n"):
        line, used, word = "", 0.0, ""
        for letter in part + "\0":
            if letter != "\0" and letter.isascii() and letter not in " ,":
                word += letter
                continue
            for unit in ([word] if word else []) + ([letter] if letter != "\0" else []):
                wide = sum(advance(one, size) for one in unit)
                if line and used + wide > width + 0.01:
                    lines.append(line)
                    line, used = "", 0.0
                line += unit
                used += wide
            word = ""
        lines.append(line)
    return lines


class Setter:
    """Sets a report on pages."""

    def __init__(self, style, seed, page=(WIDTH, HEIGHT)):
        self.style = style
        self.chance = random.Random(f"{style}{seed}")
        self.page_width, self.page_height = page
        self.sheets = []
        self.turn()

    def turn(self):
        self.sheets.append(Sheet())
        self.y = MARGIN

    def room(self, height):
        if self.y + height > self.page_height - MARGIN:
            self.turn()

    def line(self, text, size=4.2, indent=0.0, align="left"):
        """Sets wrapped lines of prose."""
        width = self.page_width - 2 * MARGIN - indent
        for words in wrap(text, width, size):
            self.room(size * 1.6)
            wide = sum(advance(letter, size) for letter in words)
            x = {"left": MARGIN + indent, "center": (self.page_width - wide) / 2,
                 "right": self.page_width - MARGIN - wide}[align]
            self.sheets[-1].texts.append((x, self.y + size, size, words))
            self.y += size * 1.6
            indent = 0.0

    def table(self, grid):
        """Sets a grid; rows that do not fit go to the next page."""
        size = 3.0
        widths = self.widths(grid)
        rows = owners(grid)
        heights = [size * 1.4 + 1.6] * len(rows)
        laid = {}
        for index, row in enumerate(rows):
            for column, owner in enumerate(row):
                if owner and owner[1]:
                    square = owner[0]
                    width = sum(widths[column:column + square["columns"]])
                    lines = wrap(square["text"], width - 1.2, size)
                    laid[index, column] = lines
                    if square["rows"] == 1:
                        heights[index] = max(heights[index], len(lines) * size * 1.2 + 1.6)
        for index, row in enumerate(rows):
            for column, owner in enumerate(row):
                if owner and owner[1] and owner[0]["rows"] > 1:
                    reach = range(index, min(index + owner[0]["rows"], len(rows)))
                    missing = len(laid[index, column]) * size * 1.2 + 1.6 - sum(heights[at] for at in reach)
                    if missing > 0:
                        for at in reach:
                            heights[at] += missing / len(reach)
        start = 0
        while start < len(rows):
            end, used = start, 0.0
            while end < len(rows) and self.y + used + heights[end] <= self.page_height - MARGIN:
                used += heights[end]
                end += 1
            if end == start:
                self.turn()
                continue
            self.block(grid, rows, widths, heights, laid, size, start, end)
            self.y += used
            start = end
            if start < len(rows):
                self.turn()
        self.y += 3.0

    def widths(self, grid):
        """Column widths over the text width: labels wide, figures narrow; `narrow` sets groups letter by letter."""
        room = self.page_width - 2 * MARGIN
        if grid["about"] == "Requests":
            labels = [5.0, 9.0, 46.0] if self.style == "narrow" else [14.0, 20.0, 46.0]
            rest = (room - sum(labels)) / (grid["columns"] - 3)
            return labels + [rest] * (grid["columns"] - 3)
        return [room / grid["columns"]] * grid["columns"]

    def block(self, grid, rows, widths, heights, laid, size, start, end):
        """The rows `start` to `end` of a grid at the current place, with their ruling lines."""
        sheet, top = self.sheets[-1], self.y
        tops = {start: top}
        for index in range(start, end):
            tops[index + 1] = tops[index] + heights[index]
        lefts = [MARGIN]
        for width in widths:
            lefts.append(lefts[-1] + width)
        drawn = set()
        for index in range(start, end):
            for column, owner in enumerate(rows[index]):
                if not owner:
                    continue
                square, key = owner[0], id(owner[0])
                if key in drawn:
                    continue
                drawn.add(key)
                first = max(start, next(at for at in range(len(rows))
                                        if any(one and one[0] is square for one in rows[at])))
                last = min(end, first + square["rows"] if first > start else last_row(rows, square) + 1)
                x0, x1 = lefts[column], lefts[min(column + square["columns"], len(lefts) - 1)]
                y0, y1 = tops[first], tops[last]
                if self.style != "borderless":
                    sheet.lines += [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
                lines = next((laid[at] for at in laid if rows[at[0]][at[1]][0] is square), [])
                if first_row(rows, square) < start:
                    # A label that began on the page before is set there.
                    continue
                high = len(lines) * size * 1.2
                y = y0 + max((y1 - y0 - high) / 2, 0.4) + size
                for words in lines:
                    wide = sum(advance(letter, size) for letter in words)
                    x = x0 + max((x1 - x0 - wide) / 2, 0.4) if square["cell"] or len(lines) == 1 else x0 + 0.6
                    if words:
                        sheet.texts.append((x, y, size, words))
                    y += size * 1.2


def owners(grid):
    """Rows of (square or None, starts here)."""
    table = [[None] * grid["columns"] for _ in grid["rows"]]
    for index, row in enumerate(grid["rows"]):
        column = 0
        for square in row:
            while column < grid["columns"] and table[index][column]:
                column += 1
            for down in range(square["rows"]):
                for across in range(square["columns"]):
                    if index + down < len(table) and column + across < grid["columns"]:
                        table[index + down][column + across] = (square, down == across == 0)
            column += square["columns"]
    return table


def first_row(rows, square):
    return next(at for at, row in enumerate(rows) if any(one and one[0] is square for one in row))


def last_row(rows, square):
    return max(at for at, row in enumerate(rows) if any(one and one[0] is square for one in row))


def set_report(truth, style, page=(WIDTH, HEIGHT)):
    """The pages of a report."""
    setter = Setter(style, truth["seed"], page)
    for piece in truth["pieces"]:
        if "hidden" in piece:
            continue
        if "title" in piece:
            for line in piece["title"]:
                setter.line(line, size=7.0, align="center")
        elif "section" in piece:
            setter.line(piece["section"], size=5.0)
        elif "table" in piece:
            setter.table(piece["table"])
        elif "signature" in piece:
            for line in piece["signature"]:
                setter.line(line, align="right")
        else:
            setter.line(piece.get("paragraph", piece.get("heading")), indent=8.4)
    for number, sheet in enumerate(setter.sheets, 1):
        words = f"- {number} -"
        sheet.texts.append((setter.page_width / 2 - 4, setter.page_height - 10, 3.5, words))
    return setter.sheets
