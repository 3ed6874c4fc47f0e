"""The rating of a social organisation (1A to 5A), and whether it is still valid."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled, unsure
from tender_kit.analysis.screening.statements import Statement
from tender_kit.models.profile import Profile, Rating

_CLAIMS = re.compile(r"[1-5一二三四五*]\s?A(?![A-Z0-9])|评估等级|等级评估|星级(?:评定|社会组织|机构)")
_LEVEL = re.compile(r"(?P<level>[1-5一二三四五*])\s?A")
_FIGURES = {sign: n for n, signs in enumerate(("1一", "2二", "3三", "4四", "5五"), start=1) for sign in signs}
_VALID_YEARS = 5
_QUESTION = (
    "以评估等级作为资格条件有争议,可以询问采购人",
    "A rating as a condition is contested; ask the buyer",
)


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    for said in bid.said("rating"):
        match = _LEVEL.search(said.text)
        asked = _FIGURES.get(match["level"]) if match else None
        if asked is None:
            yield unsure("评估等级要求未能读出。", "The rating asked for could not be read.", said.evidence)
        elif not profile.organisation.form.is_social_organisation:
            zh, en = (
                f"要求{asked}A级社会组织,本机构不是社会组织。",
                "A rating of social organisations is asked for; this is none.",
            )
            yield fails(zh, en, said.evidence, to_do=_QUESTION)
        elif profile.rating is None:
            yield not_filled("rating", f"要求评估等级{asked}A", f"A rating of {asked}A is asked for", said.evidence)
        else:
            yield _judge(said, asked, profile.rating, bid.bid_day)


def _judge(said: Statement, asked: int, rating: Rating, day: date) -> Answer:
    have = 0 if rating.level == "none" else int(rating.level[0])
    if have < asked:
        shown, shown_en = ("没有评估等级", "has no rating") if not have else (f"为{rating.level}", f"is rated {rating.level}")
        zh, en = f"要求{asked}A,本机构{shown}。", f"{asked}A is asked for; it {shown_en}."
        return fails(zh, en, said.evidence, to_do=_QUESTION)
    last = rating.expires or (_after(rating.issued) if rating.issued else None)
    if last is None:
        return not_filled("rating.expires", f"有{rating.level}评估等级", f"It is rated {rating.level}", said.evidence)
    if last < day:
        return fails(f"{rating.level}评估等级 {last} 到期。", f"The rating expires on {last}.", said.evidence)
    return meets(f"评估等级{rating.level},有效至 {last}。", f"Rated {rating.level} until {last}.", said.evidence)


def _after(issued: date) -> date:
    """The last day of five years."""
    years = issued.year + _VALID_YEARS
    return issued.replace(year=years, day=min(issued.day, 28)) if issued.month == 2 else issued.replace(year=years)


CHECK = ScreenCheck(
    code="rating",
    title="社会组织评估等级",
    title_en="Rating of social organisations",
    why="要求一定评估等级的,等级不够或过期不能参加;等级有效期五年。",
    source="社会组织评估管理办法(民政部令第39号)",
    fields=("rating", "organisation.form"),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="社会组织评估等级为3A级及以上。"),
        Example(("fails",), clause="社会组织评估等级为5A级。"),
        Example(("fails",), clause="社会组织评估等级为3A级及以上。", profile={"rating.expires": "2025-12-31"}),
        Example(("fails",), clause="社会组织评估等级为3A级及以上。", profile={"organisation.form": "企业"}),
        Example(("cannot_tell",), clause="社会组织评估等级为*A级及以上。"),
        Example(("cannot_tell",), clause="社会组织评估等级为3A级及以上。", profile={"rating": None}),
        Example((), clause="具有独立承担民事责任的能力。"),
    ),
)
