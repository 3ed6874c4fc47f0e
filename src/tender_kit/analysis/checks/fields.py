"""The single facts of a notice by name, for the checks that speak of how they were read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from tender_kit.analysis.checks.check import Matter
from tender_kit.analysis.facts import FACT_PATHS, walk_facts
from tender_kit.core.readings import Evidence, Reading, Severity
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import load_words

# The name of a fact in Chinese and in English, and its evidence.
Named = tuple[str, str, tuple[Evidence, ...]]


@cache
def _names() -> dict[str, tuple[str, str]]:
    zh, en = load_words("zh").table("field"), load_words("en").table("field")
    return {path: (zh[path], en[path]) for paths in FACT_PATHS.values() for path in paths}


def name_facts(notice: Notice) -> Iterator[tuple[str, str, Reading[Any]]]:
    """Yield (Chinese name, English name, reading) of each fact that the notice speaks of, also of lots, awards and items."""
    return (named for named in _named(notice) if named[2].state != "absent")


def _named(notice: Notice) -> Iterator[tuple[str, str, Reading[Any]]]:
    names = _names()
    for _, path, readings in walk_facts(notice):
        for reading in readings:
            yield *names[path], reading
    for lot in notice.lots:
        yield f"{lot.number}包名称", f"name of lot {lot.number}", lot.name
        yield f"{lot.number}包预算金额", f"budget of lot {lot.number}", lot.budget
        yield f"{lot.number}包最高限价", f"ceiling of lot {lot.number}", lot.ceiling
        yield f"{lot.number}包数量", f"quantity of lot {lot.number}", lot.quantity
        yield f"{lot.number}包服务期限", f"term of lot {lot.number}", lot.service
    for award in notice.awards:
        who = award.supplier.name.value or award.lot or ""
        yield f"中标(成交)金额({who})", f"award ({who})", award.amount
        yield "供应商名称", "supplier", award.supplier.name
    for item in notice.items:
        yield f"“{item.name}”单价", f"unit price of “{item.name}”", item.unit_price
        yield f"“{item.name}”总价", f"total of “{item.name}”", item.total


def named_together(severity: Severity, named: list[Named], zh: str, en: str) -> Iterator[Matter]:
    """One matter that names several facts behind its two sentences; nothing where there are none."""
    if named:
        yield Matter(
            severity,
            f"{zh}{listed([fact[0] for fact in named], '、')}。",
            f"{en}{listed([fact[1] for fact in named], ', ')}.",
            tuple(place for fact in named for place in fact[2]),
        )


def listed(names: list[str], mark: str) -> str:
    """Write names once each, in order, no more than twelve."""
    unique = list(dict.fromkeys(names))
    return mark.join(unique[:12]) + (" …" if len(unique) > 12 else "")
