"""Ambiguous: the notice gives one fact two different values."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.checks.check import Check, Matter
from tender_kit.analysis.checks.fields import listed, name_facts
from tender_kit.analysis.wording import say_value
from tender_kit.models.notice import Notice
from tender_kit.vocab.words import load_words


def _look(notice: Notice) -> Iterator[Matter]:
    zh, en = load_words("zh"), load_words("en")
    of_lots = {e for lot in notice.lots for e in lot.service.evidence}  # terms of lots that differ contradict nothing
    for name, name_en, reading in name_facts(notice):
        if reading.state != "ambiguous" or all(e in of_lots for candidate in reading.candidates for e in candidate.evidence):
            continue
        values = [candidate.value for candidate in reading.candidates]
        yield Matter(
            "warning",
            f"{name}有不同的写法,无法确定以哪个为准:{listed([say_value(value, zh) for value in values], ';')}。",
            f"{name_en}: the notice gives different values: {listed([say_value(value, en) for value in values], '; ')}.",
            (*(e for candidate in reading.candidates for e in candidate.evidence), *reading.evidence),
        )


CHECK = Check(
    code="ambiguous",
    title="前后不一致",
    title_en="Contradictions",
    why="同一事项前后不同时按任何一个准备都可能出错,应向采购人询问。",
    source="财政部令第87号第二十七条(澄清或者修改);政府采购法第五十一条(询问)",
    look=_look,
)
