"""Which topic of the taxonomy a clause, or one figure in it, is about.

The clause comes first, then its sentence, then the titles around it, nearest first. Grammar decides before
words do where a unit and a verb leave no doubt (2小时内报告, 不少于40学时); of words the longest one near
the figure wins whose topic accepts the unit. None rather than a wrong one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tender_kit.extractors.topic_hits import Hit, deeds, hits_of, reported
from tender_kit.extractors.topic_rules import (
    Facts,
    clause_topic,
    demand_of,
    general_topic,
    is_form,
    names_people,
    rule_topic,
    without_agents,
)
from tender_kit.quantities.measures import MeasureMatch
from tender_kit.vocab.topics import Topic

_FAMILIES = ("个例件宗案项", "次场期轮回遍班", "人名位", "家所间站支", "篇条次", "份本册套", "户户次")
_STOP = re.compile(r"[;。!?\n]")
_COMMA = re.compile(r"[,;。!?\n:]")


@dataclass(frozen=True, slots=True)
class Place:
    """The titles around a clause, nearest first: its own, the names of its row, its headings.

    ``project`` is the title of the document: it says what a bare verb is about, and is no topic itself.
    """

    titles: tuple[str, ...] = ()
    project: str = ""


_PEOPLE = ("人", "名", "位", "%", None)
_STAFF = re.compile(r"[员师工者]")


def measure_topic(text: str, match: MeasureMatch, place: Place) -> str | None:
    """Tell the topic of one measure in a clause."""
    if match.unit not in _PEOPLE:
        text = without_agents(text)
    start, end = _clause(text, match)
    if (match.unit or "").startswith(":") and _STAFF.search(text, match.clause_start, match.start):
        return "staff.ratio"  # 护理员与学员之比不低于1:6
    facts = Facts(
        clause=text[start:end],
        quote=text[match.clause_start : match.clause_end],
        left=text[start : match.start],
        lead=_lead(text, match),
        sentence=_sentence(text, match),
        before=text[max(0, match.clause_start - 120) : match.clause_start],
        titles=" ".join((*place.titles, place.project)),
        title=next(iter(place.titles), ""),
        unit=_counted(match.unit) or "-",
        within=match.comparator == "at_most"
        and not match.implied
        and match.unit in ("小时", "分钟", "日", "天", "工作日", "日历天"),
        implied=match.implied,
        per=match.per or "",
    )
    found = rule_topic(facts)
    if found:
        return found
    if facts.within:
        return None
    return _by_words(text, match, (start, end), facts, place)


def _by_words(text: str, match: MeasureMatch, clause: tuple[int, int], facts: Facts, place: Place) -> str | None:
    unit = None if match.implied else _counted(match.unit)
    near = match.figure - clause[0]
    found = (
        _best(deeds(facts.quote), unit, match.figure - match.clause_start)
        or _best(deeds(facts.clause), unit, near)
        or general_topic(facts)
        or _uncounted(deeds(facts.clause), unit, near)
        or _only(deeds(facts.quote))
    )
    return (
        found
        or _by_neighbours(text, match, clause, unit)
        or _by_titles(place, None if _is_length_of_each(unit, facts.quote) else unit)
    )


def _by_neighbours(text: str, match: MeasureMatch, clause: tuple[int, int], unit: str | None) -> str | None:
    left, right = _sentence_bounds(text, match)
    before, far = deeds(text[left : clause[0]]), clause[0] - left
    each = _is_length_of_each(unit, text[match.clause_start : match.clause_end])
    return (
        _best(before, unit, far)
        or (_each_of(before or deeds(text[max(0, left - 60) : left]), far) if each else None)
        or _best(deeds(text[clause[1] : right]), unit, 0)
        or _uncounted(before, unit, far)
    )


def _by_titles(place: Place, unit: str | None) -> str | None:
    counted = next((found for title in place.titles if (found := _best(_title_hits(title), unit, 0))), None)
    return counted or (_only(_title_hits(place.titles[0])) if place.titles else None)


# How long each one takes is said of the thing that is done: 作业辅导,每次不少于2小时.
_LENGTH_OF_EACH = re.compile(r"(?:每|单)(?:一)?[次节场期批回人户]")
_LENGTHS = ("小时", "分钟", "天", "个月")
_DONE = ("svc", "asst", "assess", "cap")


def _each_of(hits: Sequence[Hit], figure: int) -> str | None:
    return _best([hit for hit in hits if hit.topic.group in _DONE and hit.topic.id != "svc.visit_tier"], None, figure)


def _is_length_of_each(unit: str | None, quote: str) -> bool:
    return unit in _LENGTHS and _LENGTH_OF_EACH.match(quote) is not None


# 12场次 counts what 12场 counts.
_PLAIN = {"场次": "场", "课次": "次", "期次": "期", "班次": "班", "家次": "家", "班期": "期"}


def _counted(unit: str | None) -> str | None:
    return _PLAIN.get(unit, unit) if unit else unit


def _uncounted(hits: Sequence[Hit], unit: str | None, figure: int) -> str | None:
    """The topic of a thing that is there or not, where a rhythm is asked of it: 台账每月汇总1次."""
    return _best([hit for hit in hits if not hit.topic.unit], None, figure) if unit == "次" else None


def _only(hits: Sequence[Hit]) -> str | None:
    """The topic of the only thing that a figure stands beside, though it is mostly counted otherwise: 设立书屋3处."""
    found = {hit.topic.id for hit in hits if hit.is_word}
    done = all(hit.topic.group in _DONE and hit.topic.id not in _PLACES and not _counts(hit) for hit in hits)
    return found.pop() if done and len(found) == 1 else None


# Words for where a thing is done say nothing of what is done there.
_PLACES = ("cap.station", "svc.patrol")


def text_topic(text: str, place: Place) -> str | None:
    """Tell the topic of a clause as a whole: by grammar, else by its longest word early in it, else by the title above it.

    Whom a duty is owed to and what a course is on are not what is demanded; nor are posts and people beside another word.
    """
    demand = demand_of(text[:160])
    title = _OWN_TITLE.match(demand)
    named = title.end() if title else 0
    first = _STOP.search(demand, named)
    decided = clause_topic(demand[: first.start()] if first else demand)
    if decided is not None:
        return decided or None
    own = _telling(reported(hits_of(demand), demand), demand)
    if own:
        return max(own, key=lambda hit: _weight(hit, named)).topic.id
    return next(
        (max(hits, key=lambda h: h.end - h.start).topic.id for title in place.titles if (hits := _title_hits(title))), None
    )


_OWN_TITLE = re.compile(r"[^,;。:]{2,12}[:。]")
_LIST = re.compile(r"[^,;。:]{1,60}等(?=[一-龥])")
_FIGURE = re.compile(r"[\d*%一二两三四五六七八九十百]")
_LONGEST_WORD, _LONGEST_PATTERN = 8, 6
_PER_HEAD = ("res.benefit", "cap.training_people", "cap.training_days", "staff.days")


def _weight(hit: Hit, title: int) -> float:
    """How much a word says: long, early, and most of all in the name that the clause gives itself (规章建设:…)."""
    longest = _LONGEST_WORD if hit.is_word else _LONGEST_PATTERN
    return min(hit.end - hit.start, longest) * 2 - hit.start / 12 + (3 if hit.end <= title else 0)


def _telling(hits: Sequence[Hit], text: str) -> Sequence[Hit]:
    """The hits that tell what is demanded: no counts where none is named, no people beside a deed, the kind behind a list."""
    hits = [hit for hit in hits if not _counts(hit) or (hit.is_word and _FIGURE.search(text))]
    for found in _LIST.finditer(text):
        stop = _COMMA.search(text, found.end())
        end = stop.start() if stop else len(text)
        if any(found.end() <= hit.start < end for hit in hits):
            hits = [hit for hit in hits if not (found.start() <= hit.start and hit.end <= found.end())]
    return [hit for hit in hits if not names_people(text[hit.start : hit.end])] or hits


def _counts(hit: Hit) -> bool:
    return hit.topic.aggregate == "per_unit" or hit.topic.id in _PER_HEAD


def _title_hits(title: str) -> tuple[Hit, ...]:
    """The words of topics in a title; a title that names a part of the document (服务需求) is about nothing."""
    return () if is_form(title) else hits_of(title)


def named_topics(text: str) -> tuple[str, ...]:
    """Tell the topics that words of a text name, whatever it asks of them, in the order of their first word."""
    return tuple(dict.fromkeys(hit.topic.id for hit in hits_of(text)))


_JOINED = re.compile(r"[、和与及]")


def listed_topics(text: str, unit: str | None) -> tuple[str, ...]:
    """Tell the topics of things that share one figure: 开展1次需求调查、议事协商会议. Empty where the text lists nothing.

    ``unit`` is what the figure counts; None where it does not count the things themselves.
    """
    parts = _JOINED.split(text)
    if len(parts) < 2 or "、" not in text:
        return ()
    found = (_best(reported(hits_of(part), text), unit, 0) for part in parts)
    return tuple(dict.fromkeys(topic for topic in found if topic))


def _best(hits: Sequence[Hit], unit: str | None, figure: int) -> str | None:
    """The best word whose topic accepts the unit: long, and near the figure."""
    scored = [(score, hit) for hit in hits if (score := _score(hit, unit, figure)) is not None]
    return max(scored, key=lambda s: s[0])[1].topic.id if scored else None


def _score(hit: Hit, unit: str | None, figure: int) -> float | None:
    fit = _fit(hit.topic, unit)
    if fit is None:
        return None
    gap = figure - hit.end if hit.end <= figure else max(0, hit.start - figure) * 1.5
    return (hit.end - hit.start) * 2 + fit - gap / 6


def _fit(topic: Topic, unit: str | None) -> float | None:
    """How well a topic takes a unit; None where it does not."""
    if unit is None:
        return 0
    if topic.id in ("svc.visit_tier", "staff.days"):
        return None
    main = topic.unit.split("/")[0]
    if unit == topic.unit or unit == main:
        return 2
    accepted = {u.split("/")[0] for u in topic.accepted_units}
    if unit in accepted or unit in topic.accepted_units:
        return 1.5
    known = accepted | {main}
    for family in _FAMILIES:
        if unit in family and any(u and u in family for u in known):
            return 0.5
    return 1 if unit in ("万元", "元") and known & {"元", "万元", "万"} else None


def _clause(text: str, match: MeasureMatch) -> tuple[int, int]:
    """The comma clause of a measure, as far as its words can name its topic."""
    found = _COMMA.search(text, match.end, match.end + 200)
    end = found.start() if found else min(len(text), match.end + 200)
    return max(match.clause_start, match.start - 200), max(end, match.clause_end)


def _lead(text: str, match: MeasureMatch) -> str:
    """What stands before a figure since the last comma, the figures of a row among it: 每站配社工2名、管理员."""
    start = max(0, match.start - 80)
    return _COMMA.split(text[start : match.start])[-1]


def _sentence_bounds(text: str, match: MeasureMatch) -> tuple[int, int]:
    left = max((m.end() for m in _STOP.finditer(text, max(0, match.clause_start - 200), match.clause_start)), default=0)
    left = max(left, match.clause_start - 160, 0)
    found = _STOP.search(text, match.end, match.end + 80)
    return left, min(found.start() if found else len(text), match.end + 80)


def _sentence(text: str, match: MeasureMatch) -> str:
    left, right = _sentence_bounds(text, match)
    return text[left:right]
