"""Article 22 (6): other conditions of law. The sentence names none; the trade may have some."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, unsure
from tender_kit.models.profile import Profile

_CLAIMS = re.compile("(?:法律|行政法规|法规|政府采购法律法规)[^,]{0,10}规定的?其他|法律法规[^,]{0,6}其他(?:条件|要求)")
_TO_DO = ("想一想本服务是否另需许可(如食品、医疗、劳务派遣)", "Think whether the service needs a licence (food, medical, labour)")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    for said in bid.said("law_other"):
        yield unsure("没有写明具体条件。", "No condition is named.", said.evidence, to_do=_TO_DO)


CHECK = ScreenCheck(
    code="law_other",
    title="法律法规的其他条件",
    title_en="Other conditions of law",
    why="兜底条款:行业法规可能另有许可要求。",
    source="政府采购法第二十二条第一款第(六)项",
    fields=(),
    look=_look,
    claims=_CLAIMS,
    decisive=False,
    examples=(
        Example(("cannot_tell",), clause="法律、行政法规规定的其他条件。"),
        Example((), clause="具有独立承担民事责任的能力。"),
    ),
)
