"""Say values in words, in Chinese or in English: what a cell of a table, a report or a checklist shows."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from tender_kit.core.readings import Reading
from tender_kit.models.demands import Measure, Number, Payment, Proof, ScoreRule
from tender_kit.models.values import Duration, Money, Period, Region
from tender_kit.vocab.words import Words

# Which table of the catalogue names the values of a field.
TABLES = {"kind": "kind", "method": "method", "project.category": "category", "set_aside": "set_aside"}


def say_figure(value: Decimal) -> str:
    """Write a figure without trailing zeros, with separators from five digits on.

    >>> say_figure(Decimal("1429200.00")), say_figure(Decimal("2.50"))
    ('1,429,200', '2.5')
    """
    plain = format(value, "f")
    plain = plain.rstrip("0").rstrip(".") if "." in plain else plain
    whole, _, fraction = plain.partition(".")
    grouped = f"{int(whole):,}" if len(whole.lstrip("-")) > 4 else whole
    return f"{grouped}.{fraction}" if fraction else grouped


def say_money(money: Money, words: Words) -> str:
    """Write a sum in yuan, with the 万元 that people speak of where it is round."""
    text = say_figure(money.yuan) + (words("word", "yuan") if money.currency == "CNY" else f" {money.currency}")
    tens = money.yuan / 10000
    is_round = words.language == "zh" and tens >= 1 and tens == tens.quantize(Decimal("0.01"))
    return f"{text}({say_figure(tens)} 万元)" if is_round else text


def say_money_briefly(money: Money, words: Words) -> str:
    """Write a sum for a narrow column: in 万元 in Chinese."""
    if words.language == "zh" and money.currency == "CNY" and money.yuan >= 10000:
        return f"{say_figure((money.yuan / 10000).quantize(Decimal('0.01')))}万元"
    return say_money(money, words)


def say_moment(moment: date) -> str:
    """Write a day, with its time where it has one; days without a time stay days."""
    return moment.strftime("%Y-%m-%d %H:%M") if isinstance(moment, datetime) else moment.isoformat()


def say_duration(duration: Duration, words: Words) -> str:
    """Write a length of time in its own unit."""
    gap = " " if words.language == "en" else ""
    return f"{say_figure(duration.count)}{gap}{words('duration', duration.unit)}"


def say_period(period: Period, words: Words) -> str:
    """Write a term: its length, its ends, or both."""
    lengths = [f"{count}{words('word', unit)}" for unit in ("months", "days") if (count := getattr(period, unit)) is not None]
    ends = [end.isoformat() if end else "…" for end in (period.start, period.end)]
    span = words("word", "to").join(ends) if period.start or period.end else ""
    return f"{lengths[0]}({span})" if lengths and span else "".join(lengths) or span


def say_region(region: Region) -> str:
    """Write a division from the province down, a municipality once.

    >>> say_region(Region(province="北京市", city="北京市", district="通州区"))
    '北京市通州区'
    """
    return "".join(dict.fromkeys(name for name in (region.province, region.city, region.district) if name))


def say_value(value: Any, words: Words, path: str = "") -> str:
    """Write any value of a reading; ``path`` tells which table names it."""
    match value:
        case Money():
            return say_money(value, words)
        case Duration():
            return say_duration(value, words)
        case Period():
            return say_period(value, words)
        case Region():
            return say_region(value)
        case date():
            return say_moment(value)
        case bool():
            return words("word", "yes" if value else "no")
        case Decimal():
            return say_figure(value) + ("%" if path.endswith("percent") else "")
        case _:
            text = value.value if isinstance(value, Enum) else str(value)
            return words(TABLES[path], text) if path in TABLES else text


def say_reading(reading: Reading[Any], words: Words, path: str = "") -> str:
    """Write a reading so that its state is seen: a value, a mask, rivals, or why there is none."""
    if reading.state == "known":
        return say_value(reading.value, words, path)
    if reading.state == "masked":
        return f"{reading.mask or '*'}({words('state', 'masked')})"
    if reading.state == "ambiguous":
        rivals = dict.fromkeys(say_value(candidate.value, words, path) for candidate in reading.candidates)
        return " / ".join(rivals) + f"({words('state', 'ambiguous')})"
    return words("state", reading.state)


def say_number(number: Number) -> str:
    """Write a figure or the shape of a hidden one."""
    return say_figure(number.value) if number.value is not None else number.mask or ""


def say_measure(measure: Measure, words: Words, *, subject: bool = True) -> str:
    """Write a quantified obligation: comparator, figure, unit, rhythm, and what it is about.

    Where its clause stands beside it, ``subject`` is better left out: most subjects are words of the clause.

    >>> from tender_kit.vocab.words import load_words
    >>> say_measure(Measure(comparator="at_least", value=4, unit="次", per="quarter", evidence=()), load_words("zh"))
    '≥4 次/季度'
    """
    figure = measure.mask or ("" if measure.value is None else say_figure(measure.value))
    if measure.upper is not None:
        figure += f"–{say_figure(measure.upper)}"
    gap = "" if not measure.unit or measure.unit.startswith(("%", ":")) else " "
    text = f"{words('comparator', measure.comparator)}{figure}{gap}{measure.unit or ''}"
    if measure.per:
        text += f"/{words('rhythm', measure.per)}"
    if measure.implied:
        text += words("word", "implied")
    return f"{measure.subject}: {text}" if measure.subject and subject else text


def say_measures(measures: tuple[Measure, ...], words: Words) -> str:
    """Write the measures of one clause in a row, each once; what they are about only where there are several to tell apart."""
    subject = len(measures) > 1
    return "; ".join(dict.fromkeys(say_measure(measure, words, subject=subject) for measure in measures))


def say_share(payment: Payment, words: Words) -> str:
    """Write the share or the sum of an instalment."""
    if payment.percent is not None:
        return f"{say_figure(payment.percent)}%"
    if payment.mask:
        return f"{payment.mask}({words('state', 'masked')})"
    return say_money(payment.amount, words) if payment.amount else ""


def say_rule(rule: ScoreRule, words: Words) -> str:
    """Write how points are earned or lost."""
    step = f"({say_number(rule.step)})" if rule.step else ""
    return f"{words('rule', rule.kind)}{step} {say_number(rule.points)}"


_ARTICLE = re.compile(r" ?art\. ?(\d+(?:-\d+)?)(?:\((\d+)\))?")


def say_law(source: str, words: Words) -> str:
    """Write where a law or custom asks for something.

    >>> from tender_kit.vocab.words import load_words
    >>> say_law("政府采购法实施条例 art. 17(2)", load_words("zh"))
    '政府采购法实施条例第17条(2)'
    """
    if source in ("", "custom"):
        return words("word", "by_custom")
    if words.language == "en":
        return source
    return _ARTICLE.sub(lambda found: f"第{found[1]}条" + (f"({found[2]})" if found[2] else ""), source)


def say_proof(proof: Proof, words: Words) -> str:
    """Write a proof; one that the notice does not name says who asks for it."""
    return proof.text if proof.stated else f"{proof.text}({say_law(proof.source, words)})"
