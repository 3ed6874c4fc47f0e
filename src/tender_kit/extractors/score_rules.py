"""Scoring rules in words: how points are earned or lost, and the most that a row can earn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from tender_kit.core.spans import Flow
from tender_kit.document.model import Document
from tender_kit.models.demands import Number, RuleKind, ScoreRule
from tender_kit.quantities.numerals import parse_number

FIGURE = r"(?:(?<![\d*])[\d*]+(?:\.[\d*]+)?|[一二两三四五六七八九十]{1,3}|半)"
_POINTS = re.compile(
    rf"(?P<figure>{FIGURE})\s?分(?!之|钟|别|散|类|析|包|级|公司|项|部|期|批|段|支|布|工|配|担|享|成|数|值|标|局|店|院|会)"
)
_RANGE = re.compile(rf"(?:({FIGURE})\s?分?\s?[-~—至到]\s?)?({FIGURE})\s?[分%]?")
_LOOK_LEFT = 60
_BREAKS = re.compile(r"[;。\n!]")
_STEP = re.compile(rf"({FIGURE})\s?[^\d*,;。]{{0,6}}")
_THRESHOLD = re.compile(
    rf"(?:≥|≧|>=|>|不低于|不少于|达到|达|大于|高于|超过|满|<|≤|小于|低于|不足)\s?({FIGURE})|({FIGURE})\s?[^\d*,;。]{{0,4}}(?:及以上|\(含\)以上|以上)"
)

# Cues to the left of the points, the nearest one counts.
_CUES: tuple[tuple[RuleKind | None, re.Pattern[str]], ...] = (
    ("deduction", re.compile(r"扣(?:减|除|掉)?(?:本项|总分)?$")),
    ("cap", re.compile(r"(?:最高|最多|上限|封顶|不超过|累计不超过)[^\d*,;。]{0,6}$")),
    (None, re.compile(r"(?:共计?|合计|总分|满分|总计|本项|计?满分|此项|该项|(?:^|,)计)(?:为|得|计)?$")),
    ("base", re.compile(r"(?:基础|基本|基准)[^\d*,;。]{0,4}$")),
    ("increment", re.compile(r"每(?:再?增加?|多|超过?|提高|上升|高)[^;。]{0,30}$")),
    ("each", re.compile(r"每[^;。]{0,40}$")),
    ("tier", re.compile(r"(?:得|计|加|给|记|为|:)$")),
)


@dataclass(frozen=True, slots=True)
class _Mention:
    """A figure with 分: its kind of rule, where its words begin, and the figure."""

    kind: RuleKind | None
    cue: str
    start: int
    figure: str
    end: int


def find_rules(document: Document, flow: Flow) -> tuple[ScoreRule, ...]:
    """Find the scoring rules in a criterion, in order."""
    rules = []
    for mention in _mentions(flow.text):
        if mention.kind is None:
            continue
        words = flow.text[mention.start : mention.end]
        before = flow.text[mention.start : mention.end - len(mention.figure) - 1]
        rules.append(
            ScoreRule(
                kind=mention.kind,
                points=read_points(mention.figure),
                step=_step(before) if mention.kind in ("each", "increment", "deduction") else None,
                threshold=_threshold(before) if mention.kind == "tier" else None,
                text=words,
                evidence=(document.evidence(flow.span(mention.start, mention.end), "score_rule"),),
            )
        )
    return tuple(rules)


def most_points(text: str) -> Number | None:
    """Tell the most that a row can earn by its criterion; None where the words do not say.

    A sum (``共8分``) or bare points at the end count first, then a single cap, then the best of
    tiers that fall (tiers that do not may add up). Points for each piece without a cap have no most, deductions have none.

    >>> most_points("每场得2分,共8分").value, most_points("≥90%得6分;≥80%得4分").value, most_points("每名得3分")
    (Decimal('8'), Decimal('6'), None)
    """
    mentions = list(_mentions(text))
    sums = [m for m in mentions if m.kind is None and m.cue]
    if sums:
        return read_points(sums[-1].figure)
    if mentions and mentions[-1].kind is None and not text[mentions[-1].end :].strip(" 。;,."):
        return read_points(mentions[-1].figure)
    caps = [m for m in mentions if m.kind == "cap"]
    if caps:
        return read_points(caps[0].figure) if len(caps) == 1 else None
    tiers = [read_points(m.figure).value for m in mentions if m.kind == "tier"]
    values = [value for value in tiers if value is not None]
    falling = all(a > b for a, b in pairwise(values))
    return Number(value=values[0]) if values and len(values) == len(mentions) and falling else None


def _mentions(text: str) -> Iterator[_Mention]:
    """Find the figures with 分 and tell what the words to their left make of them."""
    behind = 0
    for match in _POINTS.finditer(text):
        start = max(behind, *(b.end() for b in _BREAKS.finditer(text, behind, match.start())), 0)
        left = text[max(start, match.start() - _LOOK_LEFT) : match.start()].rstrip(" ")
        kind, cue = next(((kind, found.group()) for kind, pattern in _CUES if (found := pattern.search(left))), (None, ""))
        lead = len(text[start : match.start()]) - len(text[start : match.start()].lstrip(" ,、;:)"))
        yield _Mention(kind, cue, start + lead, match["figure"], match.end())
        behind = match.end()


def read_points(text: str) -> Number:
    """Read a figure of points: ``8``, ``一``, ``**``, ``*.5``; the upper end of a range (``0-10分``).

    >>> read_points("0-10分").value, read_points("**分").mask, read_points("/")
    (Decimal('10'), '**', Number(value=None, mask=None))
    """
    found = _RANGE.fullmatch(text.strip(" ()").removeprefix("满分").removesuffix("。"))
    if not found:
        return Number()
    figure = found.group(2)
    return Number(mask=figure) if "*" in figure else Number(value=parse_number(figure))


def _step(words: str) -> Number | None:
    """The size of one step: ``每增加2名`` is 2, ``每增加一名`` 1; one where no figure stands."""
    each = words.rfind("每")
    if each < 0:
        return None
    found = _STEP.search(words, each)
    number = read_points(found.group(1)) if found else Number()
    return number if number.value is not None or number.mask else Number(value=parse_number("1"))


def _threshold(words: str) -> Number | None:
    found = _THRESHOLD.search(words)
    if not found:
        return None
    number = read_points(found.group(1) or found.group(2))
    return number if number.value is not None or number.mask else None
