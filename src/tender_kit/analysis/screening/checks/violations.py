"""Article 22 (5): no serious violation in business within three years."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled
from tender_kit.analysis.screening.wording import article_22
from tender_kit.models.profile import Profile

_CLAIMS = article_22(
    "重大违法|违法违规|无[^,]{0,4}违[法规][^,]{0,8}记录|行政处罚|刑事处罚|责令停产|行贿|禁止参加[^,]{0,10}采购|受到[^,]{0,16}处罚"
)
_PAPER = ("三年内无重大违法记录的书面声明", "Written declaration of no serious violation in three years")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    violated = profile.credit.violations
    for said in bid.said("violations"):
        if violated is None:
            yield not_filled("credit.violations", "近三年须无重大违法记录", "No serious violation in three years", said.evidence)
        elif violated:
            yield fails("档案写明近三年有重大违法记录。", "The profile tells of a serious violation.", said.evidence)
        else:
            yield meets("档案写明近三年无重大违法记录。", "The profile tells of none.", said.evidence, to_do=_PAPER)


CHECK = ScreenCheck(
    code="violations",
    title="重大违法记录",
    title_en="Serious violations",
    why="三年内有刑事处罚、责令停产停业、吊销证照、较大数额罚款的,不得参加。",
    source="政府采购法第二十二条第一款第(五)项;实施条例第十七条第(四)项、第十九条",
    fields=("credit.violations",),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="参加政府采购活动前三年内,在经营活动中没有重大违法记录。"),
        Example(("fails",), clause="近三年内无重大违法记录。", profile={"credit.violations": True}),
        Example(("cannot_tell",), clause="近三年内未受到登记管理机关行政处罚。", profile={"credit.violations": None}),
        Example((), clause="本项目不接受联合体投标。"),
    ),
)
