"""Public fundraising: a permit that is asked for, or targets that cannot be met without one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled, unsure
from tender_kit.analysis.wording import say_measure
from tender_kit.core.readings import Evidence, evidence_of
from tender_kit.models.demands import Measure
from tender_kit.models.profile import Profile
from tender_kit.vocab.words import load_words

_CLAIMS = re.compile("公开募捐|募捐资格|慈善组织")
_WITHOUT = (
    "没有公开募捐资格只能定向募捐,或与有资格的慈善组织合作;先谈好合作方",
    "Without a permit: raise funds from named donors only, or with a charity that has one",
)


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    for said in bid.said("fundraising"):
        yield _permit(bid, profile, said.evidence)
    targets = [measure for _, measure in bid.measures("res.fund")]
    if targets:
        yield _targets(bid, profile, targets)
    elif hidden := bid.hidden("res.fund"):
        yield unsure("募集指标被遮蔽。", "The target of funds is hidden.", evidence_of(hidden), decisive=False)


def _permit(bid: Bid, profile: Profile, evidence: tuple[Evidence, ...]) -> Answer:
    raising = profile.fundraising
    if raising.permit is None:
        return not_filled("fundraising.permit", "要求公开募捐资格", "A permit for public fundraising is asked for", evidence)
    if not raising.permit:
        return fails("没有公开募捐资格。", "It has no permit for public fundraising.", evidence, to_do=_WITHOUT)
    if raising.expires is not None and raising.expires < bid.bid_day:
        return fails(f"公开募捐资格 {raising.expires} 到期。", f"The permit expires on {raising.expires}.", evidence)
    return meets("有公开募捐资格。", "It holds a permit for public fundraising.", evidence)


def _targets(bid: Bid, profile: Profile, targets: list[Measure]) -> Answer:
    """Targets are part of the work, no bar: they are weighed, and only a known one can be met."""
    evidence = evidence_of(targets)
    zh = "、".join(say_measure(m, load_words("zh"), subject=False) for m in targets)
    en = ", ".join(say_measure(m, load_words("en"), subject=False) for m in targets)
    if any(measure.mask or measure.value is None for measure in targets):
        return unsure(f"募集指标({zh})被遮蔽。", f"The target of funds ({en}) is hidden.", evidence, decisive=False)
    if profile.fundraising.permit is None:
        what = (f"募集指标{zh}", f"There is a target of funds ({en})")
        return not_filled("fundraising.permit", *what, evidence, decisive=False)
    if not profile.fundraising.permit:
        zh, en = f"募集指标{zh},没有公开募捐资格。", f"A target of funds ({en}), and no permit."
        return fails(zh, en, evidence, to_do=_WITHOUT, decisive=False)
    return meets(f"募集指标{zh},有公开募捐资格。", f"A target of funds ({en}), and a permit.", evidence)


def _notice(clause: str) -> str:
    return f"青石县社工站项目竞争性磋商公告\n项目编号:QS-1\n采购需求\n一、服务内容\n1.{clause}\n2.建立台账。"


CHECK = ScreenCheck(
    code="fundraising",
    title="公开募捐",
    title_en="Public fundraising",
    why="募集指标往往要靠公开募捐完成;没有公开募捐资格的组织不得公开募捐。",
    source="慈善法(2023)第二十二条至第二十九条",
    fields=("fundraising.permit", "fundraising.expires"),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("fails",), clause="具有公开募捐资格的慈善组织。"),
        Example(("meets",), clause="具有公开募捐资格的慈善组织。", profile={"fundraising.permit": True}),
        Example(("fails",), text=_notice("全年募集资金不低于60万元。")),
        Example(("meets",), text=_notice("全年募集资金不低于60万元。"), profile={"fundraising.permit": True}),
        Example(("cannot_tell",), text=_notice("全年募集资金不低于**万元。"), profile={"fundraising.permit": True}),
        Example(("cannot_tell",), clause="具有公开募捐资格的慈善组织。", profile={"fundraising.permit": None}),
        Example((), clause="具有独立承担民事责任的能力。"),
    ),
)
