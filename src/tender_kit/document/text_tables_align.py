"""Which cell stands under which head, where cells are missing or broken over lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

_COUNTER = re.compile(r"(?:\d{1,3}|\d{1,2}[-.]\d{1,3}|[一二三四五六七八九十]{1,3}|\(?[\d*]{1,2}\)|\*{1,2})[.、]?")
_LOT = re.compile(
    r"第?[A-Z\d*一二三四五六七八九十]{1,4}(?:包|标段|标项)?"
    r"|(?:采购包|合同包|包|标段|包组|分包|标项)[A-Z\d*一二三四五六七八九十]{1,3}"
    r"|[^。;,]{2,26}[\d*](?:包|标段|号)?"
)
_FIGURE = r"(?:约|≥|≤|不少于)?(?:[\d*]{1,3}(?:,[\d*]{3})+|[\d*]+)(?:\.[\d*]+)?"
_QUANTITY = re.compile(_FIGURE + r"\s?(?:\(?[一-鿿a-zA-Z㎡/]{1,6}\)?)?")
_MONEY = re.compile(r"[¥$]?" + _FIGURE + r"\s?(?:亿元|万元|元|万)?(?:/[一-鿿]{1,3})?")
_UNIT = re.compile(r"[一-鿿/㎡]{1,4}(?:\([一-鿿]{1,4}\))?")
_POINTS = re.compile(r"(?:满分)?(?:[\d*]+(?:\.[\d*]+)?(?:\s?[-~至]\s?[\d*]+(?:\.[\d*]+)?)?\s?(?:分|%)?)|[/—-]{1,2}")

_SHAPES: dict[str, re.Pattern[str]] = {
    "number": _COUNTER,
    "lot": _LOT,
    "quantity": _QUANTITY,
    "unit_price": _MONEY,
    "total": _MONEY,
    "budget": _MONEY,
    "unit": _UNIT,
    "points": _POINTS,
    "earned": _POINTS,
    "rank": _COUNTER,
}
_TYPED = set(_SHAPES) | {"group"}
_LEADING = {"name", "lot_name", "factor"}
_LONG_SHAPED = 30


def shape_of(kind: str | None) -> re.Pattern[str] | None:
    """Give the pattern that a cell of a kind of column has as a whole; None for words."""
    return _SHAPES.get(kind or "")


def fits(kind: str | None, text: str) -> int:
    """Rate a cell under a head: 3 for a typed column's shape, 1 or 2 for words under a head of words, else negative."""
    shape = _SHAPES.get(kind or "")
    if shape is None:
        return 1 if kind not in _LEADING else -1 if text[:1].isdecimal() and _QUANTITY.fullmatch(text) else 2
    if len(text) > _LONG_SHAPED:
        return -2
    return 3 if shape.fullmatch(text) else -2


def rate_cell(kind: str | None, text: str) -> int:
    """Rate a cell as ``align`` does; an empty one costs more under a typed head and under a name."""
    return fits(kind, text) if text else -2 if shape_of(kind) or kind in _LEADING else -1


def align(texts: Sequence[str], kinds: Sequence[str | None]) -> tuple[int, list[tuple[int, int]]]:
    """Lay ``texts`` in order under ``kinds``: how well they fit, and for each column the run that it takes.

    A column takes none, one or (a column of words) several of them; every text stands somewhere.

    >>> align(["1", "01", "社工站运营", "1项"], ["number", "lot", "name", "industry", "quantity"])[1]
    [(0, 1), (1, 2), (2, 3), (3, 3), (3, 4)]
    """
    rows, width = len(texts), len(kinds)
    if rows == width:
        rates = [fits(kind, text) for kind, text in zip(kinds, texts, strict=True)]
        if all(rate > 0 for rate in rates):
            return sum(rates), [(k, k + 1) for k in range(width)]
    worst = -(10**6)
    best = [[worst] * (rows + 1) for _ in range(width + 1)]
    came = [[0] * (rows + 1) for _ in range(width + 1)]
    best[0][0] = 0
    for column, kind in enumerate(kinds):
        for taken in range(rows + 1):
            score, start = _best_step(best[column], texts, kind, taken)
            best[column + 1][taken], came[column + 1][taken] = score, start
    runs = []
    end = rows
    for column in range(width, 0, -1):
        start = came[column][end]
        runs.append((start, end))
        end = start
    return best[width][rows], runs[::-1]


def _best_step(above: list[int], texts: Sequence[str], kind: str | None, taken: int) -> tuple[int, int]:
    """The best way in which a column ends before text ``taken``; the shortest run wins a tie."""
    miss = rate_cell(kind, "")
    best, start = above[taken] + miss, taken
    if taken:
        one = above[taken - 1] + fits(kind, texts[taken - 1])
        if one >= best:
            best, start = one, taken - 1
    for back in range(2, min(taken, 12 if kind not in _TYPED else 3) + 1):
        several = above[taken - back] + (2 - back if kind not in _TYPED else -back)
        if several > best:
            best, start = several, taken - back
    return best, start
