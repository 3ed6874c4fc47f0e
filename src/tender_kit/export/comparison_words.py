"""Put the parts of a comparison into words: what its tables and its page say alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from tender_kit.analysis.topics import group_label
from tender_kit.analysis.wording import say_figure, say_measure, say_money_briefly
from tender_kit.models.comparison import Cell, Change, Column, Comparison, Entry, Row, RowGroup
from tender_kit.models.values import Money
from tender_kit.vocab.words import LANGUAGES, Words

_SIGNS: dict[Change, str] = {"same": "=", "added": "+", "dropped": "−", "tightened": "↑", "loosened": "↓", "changed": "≠"}


def rows_by_group(comparison: Comparison) -> dict[RowGroup, list[Row]]:
    """Gather the rows of each group, the groups in the order in which they first appear."""
    groups: dict[RowGroup, list[Row]] = {}
    for row in comparison.rows:
        groups.setdefault(row.group, []).append(row)
    return groups


def say_row(row: Row, words: Words) -> str:
    """Name a row."""
    return row.label if words.language == "zh" else row.label_en or row.label


def say_section(section: str, words: Words) -> str:
    """Name a section of the taxonomy."""
    return group_label(section)[LANGUAGES.index(words.language)]


def say_basis(row: Row, words: Words) -> str:
    """Write the unit and the basis on which the figures of a row are compared: 次/年."""
    return "/".join(filter(None, (row.unit, words("word", "per_year") if row.per_year else "")))


def row_label(row: Row, words: Words) -> str:
    """Name a row, with the basis of its figures."""
    label, basis = say_row(row, words), say_basis(row, words)
    return f"{label}({basis})" if basis else label


def row_depths(rows: Iterable[Row]) -> list[int]:
    """Tell how deep each row hangs below others; a parent that is not there counts for nothing."""
    depths: dict[str, int] = {}
    found = []
    for row in rows:
        depth = depths[row.parent] + 1 if row.parent in depths else 0
        depths[row.key] = depth
        found.append(depth)
    return found


def rounded(value: Decimal) -> str:
    """Write a computed figure with at most two decimals, or three digits where it is below one.

    >>> rounded(Decimal("33.333333")), rounded(Decimal("0.0123456")), rounded(Decimal("1200"))
    ('33.33', '0.0123', '1200')
    """
    places = 2 if abs(value) >= 1 or not value else 2 - value.adjusted()
    return say_figure(round(value, places))


def say_lead(row: Row, words: Words) -> str:
    """Write by how much the strictest columns ask more than the next: +8 次/年(50%), −2 天(40%)."""
    if row.lead is None:
        return ""
    sign = "−" if row.direction == "less" else "+"
    basis = say_basis(row, words)
    percent = f"({rounded(row.lead_percent)}%)" if row.lead_percent is not None else ""
    return f"{sign}{rounded(row.lead)}{basis and ' ' + basis}{percent}"


def say_comparable(figure: Decimal, row: Row, words: Words) -> str:
    """Write a figure on the basis of its row."""
    basis = say_basis(row, words)
    gap = "" if basis.startswith("%") or not basis else " "
    return f"{rounded(figure)}{gap}{basis}"


def converted(entry: Entry, row: Row, words: Words) -> str:
    """Write the comparable figure of an entry where it is another than the notice states, or for another time."""
    measure = entry.measure
    is_as_stated = measure is None or (measure.value == entry.figure and (not row.per_year or measure.per == "year"))
    if entry.figure is None or is_as_stated:
        return ""
    return f"= {say_comparable(entry.figure, row, words)}"


def split_figure(entry: Entry, words: Words) -> tuple[str, str]:
    """Part the words of an entry into its figure and the clause: ("≥4 次/季度", "每季度入户走访不少于4次")."""
    if entry.measure:
        figure = say_measure(entry.measure, words, subject=False)
        if figure and entry.text.startswith(figure):
            return figure, entry.text.removeprefix(figure).removeprefix(" · ")
    return "", entry.text


def bare_text(text: str, state: str, words: Words) -> str:
    """Take the word of a state off a text that stands under a badge with the same word; "" where nothing else is left.

    >>> from tender_kit.vocab.words import load_words
    >>> bare_text("**万元(已遮蔽)", "masked", load_words("zh")), bare_text("未能读懂", "unread", load_words("zh"))
    ('**万元', '')
    """
    word = words("state", state)
    return "" if text == word else text.removesuffix(f"({word})")


def say_uncompared(entry: Entry, words: Words) -> str:
    """Write why a figure is not compared."""
    return f"{words('compare', 'uncompared')}: {words('uncompared', entry.uncompared)}" if entry.uncompared else ""


def say_figures(row: Row, column: int, words: Words) -> list[str]:
    """Write what one column comes to: the figure that binds most where it states several, and its ratios."""
    cell = row.cells[column]
    several = sum(entry.figure is not None for entry in cell.entries) > 1
    binding = [f"{words('compare', 'binding')} {say_comparable(cell.figure, row, words)}"] if several and cell.figure else []
    figures = ((ratio.kind, ratio.figures[column] if column < len(ratio.figures) else None) for ratio in row.ratios)
    return [*binding, *(f"{words('ratio', kind)} {rounded(figure)}" for kind, figure in figures if figure is not None)]


def change_of(row: Row, column: int) -> Change | None:
    """Give what a column changes against the version before it; None for the first one."""
    return row.changes[column] if column < len(row.changes) else None


def say_change(change: Change | None, words: Words) -> str:
    """Write a change with its sign, so that it is seen without colour."""
    return f"{_SIGNS.get(change, '')} {words('change', change)}".strip() if change else ""


def column_facts(column: Column, words: Words) -> list[str]:
    """Write what the ratios of a column rest on: its lots, budget, term and staff."""
    facts = []
    if column.lots:
        facts.append(words("compare", "lots").format(lots="、".join(column.lots)))
    if column.yuan is not None:
        facts.append(say_money_briefly(Money(yuan=column.yuan), words))
    if column.months is not None:
        facts.append(words("compare", "months").format(figure=rounded(column.months)))
    if column.staff is not None:
        facts.append(words("compare", "staff").format(figure=rounded(column.staff)))
    return facts


def nested(entries: Sequence[Entry]) -> Iterator[tuple[int, Entry]]:
    """Yield the entries of a cell with their depth, each followed by those that hang under it; none is lost, none twice."""
    below: dict[int | None, list[int]] = {}
    for index, entry in enumerate(entries):
        is_nested = entry.under is not None and 0 <= entry.under < len(entries) and entry.under != index
        below.setdefault(entry.under if is_nested else None, []).append(index)
    seen: set[int] = set()
    waiting = [(0, index) for index in reversed(below.get(None, ()))]
    while waiting:
        depth, index = waiting.pop()
        seen.add(index)
        yield depth, entries[index]
        waiting += [(depth + 1, child) for child in reversed(below.get(index, ())) if child not in seen]
    # Entries that hang under each other in a ring have no top; only a file written by hand holds them.
    yield from ((0, entry) for index, entry in enumerate(entries) if index not in seen)


def say_entry(entry: Entry, row: Row, words: Words) -> str:
    """Write one entry in a line: ★, its clause number, its words, its comparable figure, why it is not compared."""
    mark = "★" if entry.mandatory else ""
    notes = [note for note in (converted(entry, row, words), say_uncompared(entry, words)) if note]
    text = " ".join(filter(None, (mark, entry.number, entry.text)))
    return f"{text} [{'; '.join(notes)}]" if notes else text


def asking(cells: Sequence[Cell]) -> list[int]:
    """Give the columns that speak of a row."""
    return [index for index, cell in enumerate(cells) if cell.state != "absent"]
