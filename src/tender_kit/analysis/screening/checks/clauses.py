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

# What follows from a clause, or leads into one, is no demand.
_NOTHING = re.compile(
    "^(?:[(（])?(?:否则|则|详见|见附件|(?:以上|下列|以下)[^,]{0,6}$|视为|按无效|投标无效|响应无效|本项目实行资格后审|资格后审不合格|取消其|投标人违反)|"
    "^(?:且|并)?(?:均)?在有效期内?$|有效期内的?$|^[^\\w]*$|^\\d+$|"
    "^(?:供应商|投标人|申请人)(?:须|应)?(?:符合|具备|满足)?(?:下列|以下)?(?:条件|要求)?$|^(?:本项目的特定资格要求|落实政府采购政策.{0,12})$"
)
# A paper to hand in, a form, an address: it is shown, but decides nothing.
_PAPER = re.compile(
    "^(?:[(（])?(?:响应文件|投标文件|供应商|投标人)?(?:中)?(?:须|应当?|需|并|均|且|由投标人)*(?:提供|附|提交|出具|加盖|递交)|^(?:原件|格式|查询)|"
    "以[^,]{0,30}为准$|网址|原件备查|无需提交|法律责任|评审时点|采购人有权|没收|赔偿|^招标投标文件$|处罚期"
)
_READ = ("自行阅读该条款", "Read this yourself")
_GET = ("从采购文件中查资格要求", "Look the conditions up in the documents")


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    for finding in bid.notice.findings:
        if finding.code == "part_unread":
            yield unsure(finding.message, finding.message_en, to_do=_READ)
    if not bid.notice.qualifications:
        if bid.notice.kind.value in (NoticeKind.TENDER, NoticeKind.PREQUALIFICATION, NoticeKind.REQUIREMENTS, None):
            zh, en = "公告中没有读到资格要求,不等于没有要求。", "No conditions were read; that does not mean that there are none."
            yield unsure(zh, en, to_do=_GET)
        return
    left: dict[tuple[int, bool], list[Statement]] = {}
    for said in bid.said(""):
        if not _NOTHING.search(said.text):
            left.setdefault((said.clause, bool(_PAPER.search(said.text))), []).append(said)
    for (_, is_paper), statements in left.items():
        words = ";".join(said.text for said in statements)
        evidence = tuple(dict.fromkeys(evidence_of(statements)))
        if is_paper:
            yield unsure(f"材料或说明:{words}。", f"A paper or a remark: {words}.", evidence, to_do=_READ, decisive=False)
        else:
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
        Example(("cannot_tell",), clause="提供所投产品的授权函。"),
        Example((), clause="具有独立承担民事责任的能力。"),
        Example(("cannot_tell",), text="青石县社工站项目公开招标公告\n项目编号:QS-1"),
    ),
)
