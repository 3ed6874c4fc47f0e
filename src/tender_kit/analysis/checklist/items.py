"""The items of a price list that no requirement clause repeats: they bind by their number and their price."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.checklist.case import Case, make_row
from tender_kit.analysis.checklist.places import is_covered, joined_runs
from tender_kit.analysis.wording import say_figure, say_reading
from tender_kit.core.readings import evidence_of
from tender_kit.models.checklist import ChecklistRow
from tender_kit.models.notice import Notice
from tender_kit.models.results import Item


def item_rows(case: Case, notice: Notice) -> Iterator[ChecklistRow]:
    """Give a row for each item; those that say the same share one."""
    runs = joined_runs(piece for clause in notice.requirements for piece in clause.evidence)
    items: dict[tuple[str, tuple[str, ...]], list[Item]] = {}
    for item in notice.items:
        known = [is_covered(piece.start, piece.end, runs) for piece in item.evidence]
        if not all(known):
            # Its scope is cut into clauses already where some of its cells are.
            items.setdefault((_say_item(case, item, briefly=any(known)), item.lots), []).append(item)
    for (said, _), alike in items.items():
        item = alike[0]
        yield make_row(
            case,
            notice,
            "requirement",
            said,
            evidence_of(alike),
            kind="item",
            clause_number=item.number or "",
            lots=item.lots,
            answer=case.words.say("todo_item"),
            due=case.reading("schedule.bid_deadline").value,
        )


def _say_item(case: Case, item: Item, *, briefly: bool) -> str:
    amount = "" if item.quantity is None else say_figure(item.quantity)
    prices = [
        f"{case.words('head', name)} {say_reading(price, case.words)}"
        for name, price in (("unit_price", item.unit_price), ("total", item.total))
        if price.state != "absent"
    ]
    parts = (item.name, f"{amount}{item.unit or ''}", *prices, *(() if briefly else (item.scope, item.standard)))
    return " · ".join(part for part in parts if part)
