"""Measures: the figures that bind, each with comparator, unit and rhythm, found in one scan over the figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from tender_kit.core.scan import find_from
from tender_kit.quantities import measure_traps as traps
from tender_kit.quantities.measure_figures import read_figure
from tender_kit.quantities.measure_grammar import BREAK, FIRST, SCAN, SENTENCE_END
from tender_kit.quantities.measure_left import Comparator, Figure
from tender_kit.quantities.measure_rhythms import RHYTHMIC, Governor, find_bare_rhythms


@dataclass(frozen=True, slots=True)
class MeasureMatch:
    """One measure in a text.

    ``start`` and ``end`` hold the figure with its comparator and unit, ``clause_start`` and ``clause_end``
    the shortest clause that carries it. ``figure`` and ``digits`` are where the digits begin and end.
    ``implied`` measures have no figure: they are a rhythm alone.
    """

    start: int
    end: int
    figure: int
    digits: int
    comparator: Comparator
    value: Decimal | None
    upper: Decimal | None
    mask: str | None
    unit: str | None
    per: str | None
    clause_start: int
    clause_end: int
    implied: bool = False


class Clause(NamedTuple):
    """What stands between two punctuation marks. ``hard`` is the sentence mark before it, "" for a comma."""

    start: int
    end: int
    hard: str
    sentence: int


# How far a figure looks in a clause without any punctuation: real ones end long before.
_FAR = 150


def split_clauses(text: str) -> list[Clause]:
    """Split a text at commas and sentence marks; a comma inside a figure is none."""
    clauses, start, hard, sentence = [], 0, "。", 0
    for mark in BREAK.finditer(text):
        clauses.append(Clause(start, mark.start(), hard, sentence))
        start, hard = mark.end(), mark.group() if mark.group() in SENTENCE_END else ""
        sentence = start if hard else sentence
    clauses.append(Clause(start, len(text), hard, sentence))
    return clauses


def find_measures(text: str, *, masked: bool = False) -> tuple[MeasureMatch, ...]:
    """Find the quantified duties of a folded text, in order. With ``masked``, asterisks are digits.

    >>> [(m.comparator, str(m.value), m.unit, m.per) for m in find_measures("全年主题活动不少于8次,每次不少于30人")]
    [('at_least', '8', '次', 'year'), ('at_least', '30', '人', None)]
    """
    rhythmic = bool(RHYTHMIC.search(text))
    if not rhythmic and not FIRST.search(text):
        return ()
    clauses = split_clauses(text)
    figures = _figures(text, clauses, masked)
    if not rhythmic and not any(figures):
        return ()
    governor = Governor(text)
    found: list[MeasureMatch] = []
    for index, clause in enumerate(clauses):
        governor.enter(clause.start, clause.hard)
        sentence = _sentence(text, clauses, index) if figures[index] else ""
        measures = [m for f in figures[index] if (m := _measure(text, clause, f, governor, sentence))]
        found += measures
        if rhythmic and not measures:
            found += _implied(text, clauses, index)
        governor.leave(clause.start, clause.end)
    return tuple(sorted(found, key=lambda m: m.start))


def _figures(text: str, clauses: list[Clause], masked: bool) -> list[list[Figure]]:
    """Read the figures of each clause."""
    starts = [clause.start for clause in clauses]
    figures: list[list[Figure]] = [[] for _ in clauses]
    previous: Figure | None = None
    for match in find_from(FIRST, SCAN, text):
        if "*" in match["figure"] and not masked:
            continue
        index = bisect_right(starts, match.start()) - 1
        figure = read_figure(text, match, clauses[index].start, clauses[index].sentence, previous)
        if figure is not None:
            figures[index].append(figure)
            previous = figure
    return figures


def _sentence(text: str, clauses: list[Clause], index: int) -> str:
    """The whole sentence around a clause, bounded."""
    clause = clauses[index]
    last = clause.end
    for following in clauses[index + 1 : index + 8]:
        if following.hard:
            break
        last = following.end
    return text[max(clause.sentence, clause.start - 200) : min(last, clause.start + 6 * _FAR)]


def _measure(text: str, clause: Clause, figure: Figure, governor: Governor, sentence: str) -> MeasureMatch | None:
    near = max(clause.start, figure.start - _FAR)
    words = text[near : min(clause.end, figure.end + _FAR)]
    before = text[max(clause.sentence, near - 200) : near]
    counted_acts = figure.unit in ("次", "场", "轮", "遍")
    if (
        traps.clause_is_no_duty(words, sentence)
        or (traps.clause_is_condition(words) and not figure.within)
        or traps.is_buyers_own(before, words, counted_acts=counted_acts)
        or (figure.comparator in ("exactly", "about") and traps.describes_the_place(before + words))
    ):
        return None
    start, end = _quote(text, clause, figure)
    per = figure.per or governor.per_at(near, figure.start, _inherits(words, figure))
    if figure.within or (figure.comparator == "exactly" and _OBJECTS.search(text, near, figure.start)):
        per = None
    return MeasureMatch(
        start=figure.begin,
        end=figure.end,
        figure=figure.start,
        digits=figure.digits,
        comparator=figure.comparator,
        value=figure.value,
        upper=figure.upper,
        mask=figure.mask,
        unit=figure.unit,
        per=per,
        clause_start=start,
        clause_end=end,
    )


# 每季度对辖区46家机构开展监测: there are 46 of them, whatever the quarter.
_OBJECTS = re.compile(r"(?<![比核校面配派])对(?:(?:本|全|各|所有|[一-龥]{0,4}辖)[区县市街镇乡]?内?)?$")
_STAFF = re.compile(r"配备|配置|专职|兼职|社工|督导|负责人|专干|人员|护理员|队伍|团队|持证|驻点|派驻|值[班守]|床位")
_POST = re.compile(
    r"(?:主管|主任|[站园院]长|厨师长?|医[生师]|护士|教师|保[安洁]员?|工程师|会计|出纳|律师)(?:不少于|至少|≥)?[\d*]"
)
_DATED = re.compile(r"[0-9*]月[0-9*]{1,2}日|(?:留样|保存|存放|跟踪|持续|间隔)(?:时间|时长)?")
_COUNTED = "次 场 例 期 个 件 篇 条 份 家 户 户次 人次 人 名 小时 学时 课时 工时 万元 元 本 册 项 节 支 处 张 届"
_EVENTS = frozenset(_COUNTED.split())


def _inherits(words: str, figure: Figure) -> bool:
    """Whether a rhythm earlier in the sentence governs: not levels, not time limits, not head counts."""
    if figure.within or figure.unit not in _EVENTS or figure.comparator == "at_most" or _DATED.search(words):
        return False
    if words.startswith("其中") and not _POST.search(words):
        return True
    return not (figure.unit in ("人", "名", "支", "张") and (_STAFF.search(words) or _POST.search(words)))


_AGED = re.compile(r"[\d*]{1,3}[-—~至][\d*]{1,3}周?岁")  # 80名16-59周岁的残疾人: whom the figure counts
# Words that begin with the sign of a joint: 及时率, 并发用户数.
_NO_JOINT = re.compile(r"及[时格]|并发(?![放布送])|与会|和谐")
_TAIL = re.compile(r"(?:[^、(),;。:\d*\[\]【】]|\([^()\d*,;。]{1,8}\)){0,40}")


def _quote(text: str, clause: Clause, figure: Figure) -> tuple[int, int]:
    """The shortest clause: from its beginning, or from the figure before, to the noun behind the figure."""
    start = figure.item_start
    opened = "(" if text.find(")", start, figure.end) < 0 else ""
    while start < figure.begin and text[start] in " 、,)》”和及与并且的" + opened and not _NO_JOINT.match(text, start):
        start += 1
    end = figure.end
    aged = _AGED.match(text, end, clause.end)
    tail = _TAIL.match(text, aged.end() if aged else end, clause.end)
    if tail and not figure.closes:
        end = tail.end()
    if figure.closes and end < len(text) and text[end] == ")":
        end += 1
    while end > figure.end and text[end - 1] in " \t、":
        end -= 1
    return start, end


_NEXT_IS_COUNT = re.compile(
    r"(?:合计|累计|共|均)?(?:不少于|不低于|不得少于|至少|[0-9*]{1,6}(?!个?(?:日|天|小时|工作日|分钟|[0-9*])))"
)


def _implied(text: str, clauses: list[Clause], index: int) -> Iterator[MeasureMatch]:
    """The rhythms of a clause that has no count of its own."""
    clause = clauses[index]
    if clause.end - clause.start > 400 or not RHYTHMIC.search(text, clause.start, clause.end):
        return
    following = clauses[index + 1] if index + 1 < len(clauses) else None
    if following and not following.hard and _NEXT_IS_COUNT.match(text, following.start, following.end):
        return
    words = text[clause.start : clause.end]
    before = text[max(clause.sentence, clause.start - 200) : clause.start]
    sentence = _sentence(text, clauses, index)
    if traps.clause_is_no_duty(words, sentence) or traps.is_buyers_own(before, words, counted_acts=True):
        return
    for period in find_bare_rhythms(text, clause.start, clause.end):
        yield MeasureMatch(
            start=period.start,
            end=period.end,
            figure=period.start,
            digits=period.end,
            comparator="exactly",
            value=Decimal(1),
            upper=None,
            mask=None,
            unit="次",
            per=period.per,
            clause_start=clause.start,
            clause_end=clause.end,
            implied=True,
        )


__all__ = ["Clause", "Comparator", "MeasureMatch", "find_measures", "split_clauses"]
