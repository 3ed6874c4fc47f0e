"""What no other check understands: the clause as it stands, to be read by a person. Nothing is left out silently."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, unsure
from tender_kit.analysis.screening.statements import Statement
from tender_kit.core.readings import evidence_of
from tender_kit.models.profile import Profile
from tender_kit.models.values import NoticeKind

# How something is proven, judged or punished is no condition of its own.
_NO_CONDITION = re.compile(
    "复印件|扫描件|加盖|公章|格式详见|格式见|以[^,]{0,30}为准|查询网址|网址[::]|^(?:详见|见附件)|否则|视为无效|无效(?:投标|响应|标)|按无效|"
    "原件备查|^则|违反[^,]{0,8}规定|^由?[^,]{0,6}出具[^,]{0,8}承诺(?:书|函)?$|无需提交|资格后审|不合格的|取消其|法律责任|有效期内的?$|^(?:且|并)?(?:均)?在有效期|"
    "评审时点|自行承诺|^\\d*[、.]?$|^以上|^下列|^以下|^(?:供应商|投标人|申请人)(?:须|应)?(?:符合|具备|满足)?(?:下列|以下)?(?:条件|要求)?$|"
    "^本项目的特定资格要求|^落实政府采购政策|^[(（][^)）]{0,30}[)）]?$|没收|赔偿|采购人有权|^招标投标文件$|处罚期|^(?:原因为|应当?提供|须?提供|并?提供)"
)
_READ = ("自行阅读该条款", "Read this yourself")
_GET = ("从采购文件中查资格要求", "Look the conditions up in the documents")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    if not bid.notice.qualifications:
        if bid.notice.kind.value in (NoticeKind.TENDER, NoticeKind.PREQUALIFICATION, NoticeKind.REQUIREMENTS, None):
            zh, en = "公告中没有读到资格要求,不等于没有要求。", "No conditions were read; that does not mean that there are none."
            yield unsure(zh, en, to_do=_GET)
        return
    left: dict[int, list[Statement]] = {}
    for said in bid.said(""):
        if not _NO_CONDITION.search(said.text):
            left.setdefault(said.clause, []).append(said)
    for statements in left.values():
        words = ";".join(said.text for said in statements)
        evidence = tuple(dict.fromkeys(evidence_of(statements)))
        yield unsure(f"没有检查能判断:{words}。", f"No check understands this: {words}.", evidence, to_do=_READ)


CHECK = ScreenCheck(
    code="clauses",
    title="须自行阅读的条款",
    title_en="Clauses to read yourself",
    why="读不懂的条款不等于没有;漏掉一条资格要求就会废标。",
    source="本工具的约定:读不懂的交给人读,从不当作满足",
    fields=(),
    look=_look,
    examples=(
        Example(("cannot_tell",), clause="参加磋商的单位须为行业龙头。"),
        Example((), clause="具有独立承担民事责任的能力。"),
        Example(("cannot_tell",), text="青石县社工站项目公开招标公告\n项目编号:QS-1"),
    ),
)
