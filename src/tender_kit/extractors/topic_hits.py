"""The words of topics in a text: where each stands, and which of them say what is done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import add

from tender_kit.extractors.topic_rules import names_people
from tender_kit.vocab.topics import Topic, patterns_for, topic_words, topics


@dataclass(frozen=True, slots=True)
class Hit:
    """A word or a pattern of a topic in a text."""

    topic: Topic
    start: int
    end: int
    is_word: bool


_TIME_WORD = re.compile(
    r"[每按各]?个?(?:半年|年终|年末|年度|季度|季|月度?|周|天|日|年)|(?:\d*个?工作日)内?|[月季周]度?(?:走访|探访|巡访|入户)|时限|天数|出勤|按时完成|次数"
    r"|人数|平台|专职|备案"
)


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """The synonyms by their first two letters, longest first; words of time alone name nothing."""
    index: dict[str, list[str]] = {}
    for word in sorted((word for word in topic_words() if not _TIME_WORD.fullmatch(word)), key=len, reverse=True):
        index.setdefault(word[:2], []).append(word)
    return {start: tuple(words) for start, words in index.items()}


@lru_cache(maxsize=4096)
def hits_of(text: str) -> tuple[Hit, ...]:
    """Find the words of topics in a text; those inside a longer word do not count."""
    words = _all_words(text)
    spans = sorted({(start, end) for start, end, *_ in words}, key=lambda span: (span[0], -span[1]))
    outer: set[tuple[int, int]] = set()
    reach = -1
    for start, end in spans:
        if end > reach:
            outer.add((start, end))
            reach = end
    known = topics()
    return tuple(Hit(known[topic], start, end, is_word) for start, end, topic, is_word in words if (start, end) in outer)


def _all_words(text: str) -> list[tuple[int, int, str, bool]]:
    """Every longest synonym at its place (a word), and the hits of the patterns of topics (no words)."""
    index, by_word = _words(), topic_words()
    found = []
    for place in [place for place, pair in enumerate(map(add, text, text[1:])) if pair in index]:
        word = next((word for word in index[text[place : place + 2]] if text.startswith(word, place)), None)
        if word:
            found += [(place, place + len(word), topic, True) for topic in by_word[word]]
    for topic, pattern in patterns_for(text):
        if topic == "svc.visit_tier":  # 每月走访 would swallow 走访: a tier is told by its synonyms
            continue
        found += [(match.start(), match.end(), topic, False) for match in pattern.finditer(text) if match.end() > match.start()]
    posts = [(start, end) for start, end, topic, is_word in found if is_word and topic in _POSTS]
    return [hit for hit in found if not (_is_any_team(hit) and any(hit[0] <= start and end <= hit[1] for start, end in posts))]


# 派驻专职心理咨询师2名 is about the post that it names, however long the pattern of 派驻…名.
_POSTS = frozenset(("staff.care_cert", "staff.psych_cert", "staff.social_worker", "staff.lead", "staff.supervisor"))


def _is_any_team(hit: tuple[int, int, str, bool]) -> bool:
    return hit[2] == "staff.team" and not hit[3]


_REPORT = re.compile(
    r"报送|上报|汇报|小结|总结|(?:学年|年度|项目|工作)总报告|简报|月报|季报|提交[^,;。]{0,12}(?:报告|总结|材料)"
    r"|报(?:区|县|市|民政|采购|甲|街)"
)


def reported(hits: Sequence[Hit], text: str) -> Sequence[Hit]:
    """Leave out the topics of reports where nothing is reported: 每半年 alone is a rhythm and no report."""
    return hits if _REPORT.search(text) else [hit for hit in hits if hit.topic.group != "rep" or hit.topic.id == "rep.incident"]


_OF_PEOPLE = re.compile(r"(?:类|等)?(?:人员|对象|者|的)")


def deeds(text: str) -> Sequence[Hit]:
    """Find the words of a clause; those that only say who is meant (社区康复人员, 建档的老人) count where there are no others.

    >>> [hit.topic.id for hit in deeds("社区康复人员每季度面访")]
    ['svc.visit_home']
    """
    hits = reported(hits_of(text), text)
    telling = [hit for hit in hits if not _says_who(hit, text)] or hits
    return [hit for hit in telling if not _counts_deed(hit, telling)]


def _counts_deed(hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a count of those served stands right behind the deed they are served with: 家庭关系调适服务40人次."""
    return hit.topic.id == "res.benefit" and not hit.is_word and any(other.end == hit.start and other.is_word for other in hits)


def _says_who(hit: Hit, text: str) -> bool:
    return bool(_OF_PEOPLE.match(text, hit.end)) or (hit.topic.group == "svc" and names_people(text[hit.start : hit.end]))
