"""Topics that grammar decides: a unit with a verb or a noun beside it leaves no doubt. The rules are data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from tender_kit.vocab.load import read_toml


@dataclass(frozen=True, slots=True)
class Facts:
    """What a rule may look at: the clause, its part about this figure, what stands left of it, the sentence, the titles.

    ``lead`` is what stands before the figure since the last comma, other figures among it; ``title`` the nearest of the titles.
    """

    clause: str
    quote: str
    left: str
    lead: str
    sentence: str
    before: str
    titles: str
    title: str
    unit: str
    within: bool
    implied: bool
    per: str


@dataclass(frozen=True, slots=True)
class _Rule:
    topic: str
    units: frozenset[str]
    clause: re.Pattern[str] | None
    around: re.Pattern[str] | None
    never: re.Pattern[str] | None
    lead: re.Pattern[str] | None
    sentence: re.Pattern[str] | None
    title: re.Pattern[str] | None


def _pattern(words: str) -> re.Pattern[str] | None:
    return re.compile(words) if words else None


@cache
def _rules() -> tuple[_Rule, ...]:
    entries = read_toml("topic_rules.toml")["rule"]
    parts = ("clause", "around", "never", "lead", "sentence", "title")
    return tuple(_Rule(e["topic"], frozenset(e["units"].split()), *(_pattern(e.get(p, "")) for p in parts)) for e in entries)


@lru_cache(maxsize=256)
def _rules_of(unit: str) -> tuple[_Rule, ...]:
    return tuple(rule for rule in _rules() if unit in rule.units)


@dataclass(frozen=True, slots=True)
class _Words:
    topic: str
    words: re.Pattern[str]
    units: frozenset[str]
    sentence: re.Pattern[str] | None
    never: re.Pattern[str] | None


@cache
def _by_words(kind: str) -> tuple[_Words, ...]:
    entries = read_toml("topic_rules.toml")[kind]
    return tuple(
        _Words(
            topic=entry["topic"],
            words=re.compile(entry["words"]),
            units=frozenset(entry.get("units", "").split()),
            sentence=_pattern(entry.get("sentence", "")),
            never=_pattern(entry.get("never", "")),
        )
        for entry in entries
    )


def rule_topic(facts: Facts) -> str | None:
    """Give the topic that the first fitting rule decides, else None.

    >>> rule_topic(Facts("突发事件2小时内报告", "突发事件2小时内报告", "突发事件", "", "", "", "", "", "小时", True, False, ""))
    'rep.incident'
    """
    if facts.implied:
        return _report(facts)
    if facts.within:
        return _time_limit(facts)
    decided = _media_level(facts) or _regular_report(facts)
    if decided:
        return decided
    return next((rule.topic for rule in _rules_of(facts.unit) if _fits(rule, facts)), None)


def general_topic(facts: Facts) -> str | None:
    """Give the topic of a general word, for a clause that no word of a topic is in: any other 活动 is an event."""
    return next((entry.topic for entry in _by_words("general") if facts.unit in entry.units and _is_general(entry, facts)), None)


def _is_general(entry: _Words, facts: Facts) -> bool:
    if entry.never and entry.never.search(facts.clause):
        return False
    return bool(entry.words.search(facts.clause) and (entry.sentence is None or entry.sentence.search(facts.sentence)))


def clause_topic(demand: str) -> str | None:
    """Give the topic that grammar decides for a clause as a whole, "" where it demands nothing, None where grammar does not tell.

    >>> clause_topic("重大事项第一时间报告"), clause_topic("采购人可对服务内容作出细化"), clause_topic("开展小组活动")
    ('rep.incident', '', None)
    """
    return next((entry.topic for entry in _by_words("clause") if entry.words.search(demand)), None)


def demand_of(text: str) -> str:
    """Blank out of a clause whom its duty is owed to, who helps with it, and what a course is on; offsets stay.

    >>> demand_of("面向社工开设课程,内容包括政策解读")
    '····开设课程,········'
    """
    return _aside().sub(lambda found: "·" * len(found.group()), text)


def without_agents(text: str) -> str:
    """Blank out who does a thing, so that the deed is heard: nobody counts the 社工 of 社工上门探视4次. Offsets stay.

    >>> without_agents("社工上门探视4次"), without_agents("社工4名")
    ('··上门探视4次', '社工4名')
    """
    return _form("agent").sub(lambda found: "·" * len(found.group()), text)


def names_people(word: str) -> bool:
    """Whether a word names people and no deed: 工作人员, 监护人."""
    return bool(_form("people").fullmatch(word))


def is_form(title: str) -> bool:
    """Whether a title names a part of the document and says nothing of its matter: 服务需求, 任务清单, 质量管理."""
    return bool(_form("title").fullmatch(title.strip()))


@cache
def _form(kind: str) -> re.Pattern[str]:
    return re.compile(read_toml("topic_rules.toml")["form"][kind])


@cache
def _aside() -> re.Pattern[str]:
    return re.compile("|".join(read_toml("topic_rules.toml")["form"]["aside"]))


# Posts stand in a row (负责人1名、督导1名), and a group is followed by what each one is (每个小组不少于4节).
_OWN_WORDS = ("staff.", "svc.case_key", "svc.group", "svc.event_people", "pub.case")


def _fits(rule: _Rule, facts: Facts) -> bool:
    words = facts.quote if rule.topic.startswith(_OWN_WORDS) else facts.clause
    if rule.clause and not rule.clause.search(words):
        return False
    if rule.never and rule.never.search(words):
        return False
    return _is_governed(rule, facts)


def _is_governed(rule: _Rule, facts: Facts) -> bool:
    """Whether what stands around the clause is what the rule asks for."""
    asked = ((rule.lead, facts.lead), (rule.sentence, facts.sentence), (rule.title, facts.title))
    if any(pattern and not pattern.search(text) for pattern, text in asked):
        return False
    return rule.around is None or any(map(rule.around.search, (facts.sentence, facts.titles, facts.before)))


def _time_limit(facts: Facts) -> str | None:
    for text in (facts.clause, facts.sentence):
        found = next((entry.topic for entry in _by_words("limit") if entry.words.search(text)), None)
        if found:
            return found
    return None


_REPORTS = {"month": "rep.month", "quarter": "rep.quarter", "half_year": "rep.year", "year": "rep.year", "week": "rep.month"}
_REPORT = re.compile(
    r"报送|上报|汇报|提交|通报|报(?:区|县|市|街|民政|采购|甲|告|表)|小结|总结|简报|月报|上传[^,;。]{0,8}(?:表|数据|资料)"
)


def _report(facts: Facts) -> str | None:
    return _REPORTS.get(facts.per) if _REPORT.search(facts.clause) else None


_REGULAR = re.compile(r"(?:分析|情况|进度|工作|服务|数据|统计)报告|月报|季报|报表|(?:月度|季度|工作)(?:工作)?(?:小结|总结|汇报)")


def _regular_report(facts: Facts) -> str | None:
    """A report that is due by the month or the quarter, with its count: 运行分析报告每季度提交1份."""
    if facts.unit not in ("份", "次", "期") or facts.per not in ("month", "quarter") or not _REGULAR.search(facts.quote):
        return None
    return _REPORTS[facts.per]


_MEDIA = re.compile(r"媒体|报道|报刊|稿件|采用|刊发|刊登|发布|宣传|公众号|推文|篇")


_OUTLET = re.compile(r"媒体|报刊|报道|稿件|公众号|推文|网站")


def _levels(text: str) -> list[tuple[int, str]]:
    return sorted((found.start(), level.topic) for level in _by_words("level") for found in level.words.finditer(text))


def _media_level(facts: Facts) -> str | None:
    """The level of the media nearest to the left of the figure: 全年省级及以上媒体报道不少于2篇."""
    if facts.unit not in ("篇", "次", "条", "期", "个"):
        return None
    levels = _levels(facts.left)
    if not levels and facts.unit == "篇" and not _OUTLET.search(facts.left):
        levels = _levels(facts.before)
    if not levels or not (_MEDIA.search(facts.clause) or (facts.unit == "篇" and _MEDIA.search(facts.sentence))):
        return None
    return levels[-1][1]
