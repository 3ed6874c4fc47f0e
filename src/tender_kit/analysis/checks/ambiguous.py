"""Ambiguous: the notice gives one fact two different values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from tender_kit.analysis.checks.check import Check, Matter
from tender_kit.analysis.checks.fields import listed, name_facts
from tender_kit.analysis.wording import say_duration, say_figure, say_moment, say_money, say_period, say_region
from tender_kit.models.notice import Notice
from tender_kit.models.values import Duration, Money, Period, Region
from tender_kit.vocab.words import Words, load_words


def _look(notice: Notice) -> Iterator[Matter]:
    zh, en = load_words("zh"), load_words("en")
    for name, name_en, reading in name_facts(notice):
        if reading.state != "ambiguous":
            continue
        values = [candidate.value for candidate in reading.candidates]
        yield Matter(
            "warning",
            f"{name}有不同的写法,无法确定以哪个为准:{listed([_say(value, zh) for value in values], ';')}。",
            f"{name_en}: the notice gives different values: {listed([_say(value, en) for value in values], '; ')}.",
            (*(e for candidate in reading.candidates for e in candidate.evidence), *reading.evidence),
        )


def _say(value: Any, words: Words) -> str:
    match value:
        case Money():
            return say_money(value, words)
        case Duration():
            return say_duration(value, words)
        case Period():
            return say_period(value, words)
        case Region():
            return say_region(value)
        case Decimal():
            return say_figure(value)
        case date():
            return say_moment(value)
    return str(value)


CHECK = Check(
    code="ambiguous",
    title="前后不一致",
    title_en="Contradictions",
    why="同一事项前后不同时按任何一个准备都可能出错,应向采购人询问。",
    source="财政部令第87号第二十七条(澄清或者修改);政府采购法第五十一条(询问)",
    look=_look,
)
