"""Article 22 (3): the equipment and the skills that the contract needs."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_filled
from tender_kit.analysis.screening.wording import article_22
from tender_kit.models.profile import Profile

_CLAIMS = article_22("必[需须]的?(?:设备|设施)|专业技术能力|履约能力|(?:服务|技术)能力(?!等级)")
_PAPER = ("设备和专业人员清单或承诺函", "List of equipment and people, or an undertaking")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    has = profile.papers.equipment
    for said in bid.said("equipment"):
        if has is None:
            yield not_filled("papers.equipment", "须具备设备和专业技术能力", "Equipment and skills are asked for", said.evidence)
        elif has:
            yield meets("档案写明具备设备和专业能力。", "The profile says that there are.", said.evidence, to_do=_PAPER)
        else:
            yield fails("档案写明不具备所需的设备和专业能力。", "The profile says that there are none.", said.evidence)


CHECK = ScreenCheck(
    code="equipment",
    title="设备和专业能力",
    title_en="Equipment and skills",
    why="须具有履行合同所必需的设备和专业技术能力。",
    source="政府采购法第二十二条第一款第(三)项;实施条例第十七条第(三)项",
    fields=("papers.equipment",),
    look=_look,
    claims=_CLAIMS,
    examples=(
        Example(("meets",), clause="具有履行合同所必需的设备和专业技术能力。"),
        Example(("fails",), clause="具有履行合同所必需的设备和专业技术能力。", profile={"papers.equipment": False}),
        Example(("cannot_tell",), clause="具有履行合同所必需的设备和专业技术能力。", profile={"papers.equipment": None}),
        Example((), clause="本项目不接受联合体投标。"),
    ),
)
