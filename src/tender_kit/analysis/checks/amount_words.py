"""Money: a sum in words and the same sum in digits agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from tender_kit.analysis.checks.check import Check, Matter
from tender_kit.analysis.checks.fields import name_facts
from tender_kit.analysis.wording import say_figure
from tender_kit.core.fold import fold
from tender_kit.core.readings import Evidence
from tender_kit.models.notice import Notice
from tender_kit.models.values import Money
from tender_kit.quantities.money import Amount, find_amounts

_CAPITALS = re.compile("[壹贰叁肆伍陆柒捌玖拾佰仟]")


def _look(notice: Notice) -> Iterator[Matter]:
    for name, name_en, reading in name_facts(notice):
        if not isinstance(reading.value, Money) and not any(isinstance(c.value, Money) for c in reading.candidates):
            continue
        candidates = tuple(e for candidate in reading.candidates for e in candidate.evidence)
        quotes = dict.fromkeys((*reading.evidence, *candidates))
        if not any(_CAPITALS.search(quote.quote) for quote in quotes):
            continue
        for worded, figured, evidence in _pairs(quotes):
            one, other = say_figure(worded), say_figure(figured)
            yield Matter(
                "error",
                f"{name}大写为{one}元,小写为{other}元,不一致。",
                f"{name_en}: {one} yuan in words, but {other} yuan in digits.",
                evidence,
            )
            break


def _pairs(quotes: dict[Evidence, None]) -> Iterator[tuple[Decimal, Decimal, tuple[Evidence, ...]]]:
    """A sum in words with one in digits that differs, of one quote or of two."""
    found = [(amount, _is_worded(amount, quote), quote) for quote in quotes for amount in find_amounts(fold(quote.quote), "元")]
    known = [(amount.yuan, worded, quote) for amount, worded, quote in found if amount.yuan is not None]
    for one, one_worded, first in known:
        for other, other_worded, second in known:
            if one_worded and not other_worded and one != other and abs(second.start - first.end) < 80:
                yield one, other, (first, second)


def _is_worded(amount: Amount, quote: Evidence) -> bool:
    return bool(_CAPITALS.search(quote.quote[amount.start : amount.end]))


CHECK = Check(
    code="amount_words_digits",
    title="大小写金额",
    title_en="Sums in words and in digits",
    why="大写与小写不一致时以大写为准,金额可能因此相差十倍。",
    source="财政部令第87号第五十九条(大写金额和小写金额不一致的,以大写金额为准)",
    look=_look,
)
