"""Items that are told label by label: 名称 …, 数量 …, 单价 …, one below the other or in one line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from tender_kit.document.model import Pair
from tender_kit.extractors.context import Context
from tender_kit.extractors.items_cells import read_quantity, read_unit
from tender_kit.extractors.resolve import resolve
from tender_kit.extractors.sums import find_money
from tender_kit.models.results import Item
from tender_kit.vocab.columns import column_kind

_PARTS = {"quantity", "unit", "unit_price", "total", "scope", "standard", "term", "other", "number", "people", "note"}
_PROVING = {"quantity", "unit_price"}
_SUBJECT = re.compile(r"标的|货物|产品|服务名称|品目|物资|设备")
_BARE_NAMES = {"名称", "品名"}
_ABOUT_ITEMS = re.compile(r"标的|品目|货物|主要信息|明细|清单")
_LONGEST_NAME = 60
_MOST_PARTS = 40
_REACH = 3000
_NESTED = 8


def find_item_pairs(context: Context, tables: Sequence[tuple[int, int]]) -> list[tuple[int, Item]]:
    """Find the items told in labels outside the given runs of the text (tables that are read by their columns)."""
    runs = sorted(tables)
    starts = [start for start, _ in runs]
    pairs = [pair for pair in context.document.pairs if not _inside(pair.label_span.start, runs, starts)]
    found = []
    at = 0
    while at < len(pairs):
        parts = _parts(pairs, at) if _names_item(pairs[at]) else {}
        if _PROVING & set(parts) or {"scope", "standard"} <= set(parts):
            found.append((pairs[at].label_span.start, _item(context, pairs[at], parts)))
            at += len(parts)
        at += 1
    return found


def _inside(place: int, runs: Sequence[tuple[int, int]], starts: Sequence[int]) -> bool:
    """Whether a place is in one of the runs, or in one that holds the run before it (a table in a cell)."""
    at = bisect_right(starts, place) - 1
    return any(start <= place < end for start, end in runs[max(0, at - _NESTED) : at + 1])


def _names_item(pair: Pair) -> bool:
    """A label that names a subject; 名称 alone only under a heading that speaks of items."""
    text = pair.value.text
    if not 2 <= len(text) <= _LONGEST_NAME:
        return False
    label = "".join(pair.label.split()).replace(":", "")
    if label in _BARE_NAMES:
        return bool(_ABOUT_ITEMS.search(" ".join(pair.section.path)))
    return column_kind(label) == "name" and bool(_SUBJECT.search(label))


def _parts(pairs: Sequence[Pair], at: int) -> dict[str, Pair]:
    """The labels behind a name that say more of the item, up to the next name or a label of another kind.

    What is asked of a service may be a list with labels of its own (1.助餐服务:…); behind it goes on
    what names the subject (主要标的数量).
    """
    parts: dict[str, Pair] = {}
    listing = False
    for pair in pairs[at + 1 : at + 1 + _MOST_PARTS]:
        kind = column_kind(pair.label)
        if _names_item(pair) or pair.label_span.start - pairs[at].label_span.start > _REACH:
            break
        listing = listing and "标的" not in pair.label
        if kind in _PARTS and kind not in parts and not listing:
            parts[kind] = pair
        elif {"scope", "standard"} & set(parts):
            listing = True
        else:
            break
    return parts


def _item(context: Context, name: Pair, parts: dict[str, Pair]) -> Item:
    document = context.document
    amount, unit = parts.get("quantity"), parts.get("unit")
    quantity, own_unit = read_quantity(amount.value.text) if amount else (None, None)
    used = [pair for pair in (name, amount, unit, parts.get("unit_price"), parts.get("total")) if pair and pair.value.text]
    sums = {}
    for kind in ("unit_price", "total"):
        pair = parts.get(kind)
        found = find_money(document, pair.value, f"{pair.label}{pair.note}", rank=0, rule=f"item_{kind}") if pair else []
        sums[kind] = resolve(found[:1])
    number = parts.get("number")
    return Item(
        number=number.value.text if number else None,
        name=name.value.text.replace("\n", " "),
        quantity=quantity,
        unit=own_unit or read_unit(unit.value.text if unit else "", f"数量({amount.note})" if amount and amount.note else ""),
        unit_price=sums["unit_price"],
        total=sums["total"],
        scope=_text(parts.get("scope")),
        standard=_text(parts.get("standard")),
        lots=context.lots_at(name.label_span.start),
        evidence=tuple(document.evidence(pair.value.whole, "item_labels") for pair in used),
    )


def _text(pair: Pair | None) -> str:
    return pair.value.text.replace("\n", " ") if pair else ""
