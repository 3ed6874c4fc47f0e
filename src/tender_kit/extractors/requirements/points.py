"""Scoring rules inside a clause: what earns points is no measure, what must be reached is one."""

from __future__ import annotations

import re

from tender_kit.quantities.measures import MeasureMatch

_POINTS = re.compile(
    r"(?:得|扣|加|计|共|为|给|减|最高)[\d*一二三四五六七八九十](?:[\d*]*\.?[\d*]*)分(?!钟|散|类|别)|基础分|得分"
    r"|酌情(?:给|加|打|评)分|不得分|扣完为止|不计分|[\d*]分/(?:次|个|人|例)"
)
_MUST = re.compile(r"须|应|需|必须|要求|不得?(?:少于|低于)|至少|≥")
# What a later clause takes points off for has to be reached: 全年开展小组10个,每组不少于5节,缺1节扣0.5分.
_DEDUCTED = re.compile(r"[,;](?:每)?(?:缺|少|未|漏|不足|不达|达不到|低于)[^,;。得加]{0,14}扣[\d*.]+分")
_BAND = re.compile(r"[<≤~-]\s?[\d*]|[\d*%][<≤]")


def drop_scoring(text: str, matches: tuple[MeasureMatch, ...]) -> tuple[MeasureMatch, ...]:
    """Drop the figures of scoring rules: steps, bands and samples in a text that gives points.

    A figure stays where its own clause says must and no points follow it at once
    (``投入比须≥5%,基础分为4分``, not ``≥95%得10分``).
    """
    if not _POINTS.search(text):
        return matches
    return tuple(match for match in matches if _stands(text, match))


def _stands(text: str, match: MeasureMatch) -> bool:
    if not _POINTS.search(_sentence(text, match)):
        return True
    if match.implied:
        return False
    if _DEDUCTED.search(text, match.end, match.end + 60):
        return True
    clause = text[match.clause_start : match.clause_end]
    end = _next_break(text, match.end)
    following = text[match.end : end]
    behind = text[end + 1 : end + 4]
    if (
        _POINTS.search(following)
        or _BAND.search(text[match.end : match.end + 4])
        or re.match(r"(?:可|均)?(?:得|扣|加|计|不得)", behind)
    ):
        return False
    return bool(_MUST.search(clause)) and not re.search(r"每(?:少|缺|增|多|超|满)|的$|完成\d", clause)


_STOP = re.compile(r"[。;\n]")


def _sentence(text: str, match: MeasureMatch) -> str:
    start = max((found.end() for found in _STOP.finditer(text, max(0, match.clause_start - 300), match.clause_start)), default=0)
    found = _STOP.search(text, match.end, match.end + 300)
    return text[max(start, match.clause_start - 300) : found.start() if found else match.end + 300]


def _next_break(text: str, start: int) -> int:
    found = re.compile(r"[,;。\n]").search(text, start, start + 300)
    return found.start() if found else min(len(text), start + 300)
