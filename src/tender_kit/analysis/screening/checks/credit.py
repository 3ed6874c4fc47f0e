"""Credit: in none of the lists of dishonest or abnormal bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled
from tender_kit.models.profile import Profile

_CLAIMS = re.compile(
    "失信|信用(?:中国|信息|查询|状况|良好)|严重违法|税收违法|异常名录|黑名单|不良(?:执业|信用|征信)?记录|信用良好|暂停名单|creditchina|征信"
)
_AGAIN = ("投标前在“信用中国”和中国政府采购网再查一次并留存截图", "Query again before bidding and keep the pages")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    credit = profile.credit
    for said in bid.said("credit"):
        if credit.listed is None:
            yield not_filled("credit.listed", "不得列入失信等名单", "It must stand in no list of dishonest bodies", said.evidence)
        elif credit.listed:
            names = "、".join(credit.listed)
            zh, en = f"已列入:{names}。", f"It stands in: {names}."
            yield fails(zh, en, said.evidence, to_do=("先办理信用修复", "Have the entry removed first"))
        elif credit.checked is None:
            yield not_filled("credit.checked", "须未列入失信等名单", "It must stand in no list", said.evidence)
        else:
            zh, en = f"{credit.checked} 查询未列入任何名单。", f"In no list on {credit.checked}."
            yield meets(zh, en, said.evidence, to_do=_AGAIN)


CHECK = ScreenCheck(
    code="credit",
    title="信用记录",
    title_en="Credit record",
    why="列入失信被执行人、重大税收违法失信主体、政府采购严重违法失信行为记录名单的,拒绝参加。",
    source="财库〔2016〕125号",
    fields=("credit.listed", "credit.checked"),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="未被“信用中国”列入失信被执行人名单。"),
        Example(("fails",), clause="未被列入社会组织活动异常名录。", profile={"credit.listed": ["活动异常名录"]}),
        Example(("cannot_tell",), clause="未被列入失信被执行人名单。", profile={"credit.listed": None}),
        Example((), clause="本项目不接受联合体投标。"),
    ),
)
