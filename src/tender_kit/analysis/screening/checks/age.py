"""Registered for so many years."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled, unsure
from tender_kit.analysis.screening.wording import COUNT, read_count, whole_years
from tender_kit.models.profile import Profile

_CLAIMS = re.compile(
    rf"(?:成立|登记|注册|设立)[^,]{{0,8}}?(?:满|超过|不少于|达)?[^,]{{0,3}}?(?P<years>{COUNT})个?(?:周|整)?年(?!\d|月|度)"
)


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    registered = profile.organisation.registered
    for said in bid.said("age"):
        match = _CLAIMS.search(said.text)
        years = read_count(match["years"]) if match else None
        if years is None or years > 100:
            yield unsure("成立年限未能读出。", "The years of existence asked for could not be read.", said.evidence)
        elif registered is None:
            yield not_filled("organisation.registered", f"须成立满{years}年", f"It has to be {years} years old", said.evidence)
        else:
            have = whole_years(registered, bid.bid_day)
            zh = f"须成立满{years}年,本机构 {registered} 登记,至 {bid.bid_day} 满{have}年。"
            en = f"It has to be {years} years old; registered {registered}, it is {have} on {bid.bid_day}."
            yield meets(zh, en, said.evidence) if have >= years else fails(zh, en, said.evidence)


CHECK = ScreenCheck(
    code="age",
    title="成立年限",
    title_en="Years since registration",
    why="公告要求成立满若干年的,新设机构不能参加。",
    source="公告载明的特定资格条件",
    fields=("organisation.registered",),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="成立满2年。"),
        Example(("meets",), clause="依法登记的社会服务机构,成立两年以上。"),
        Example(("fails",), clause="成立满2年。", profile={"organisation.registered": "2025-01-01"}),
        Example(("cannot_tell",), clause="登记满*年。"),
        Example((), clause="具有独立承担民事责任的能力。"),
    ),
)
