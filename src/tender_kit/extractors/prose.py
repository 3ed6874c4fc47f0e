"""Facts that the opening sentence of a notice gives in running text.

某公司受某局委托,就某项目(项目编号:X)进行竞争性磋商; 某项目的潜在供应商应在某处获取采购文件,并于…前提交响应文件.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tender_kit.core.readings import Evidence
from tender_kit.core.spans import Flow
from tender_kit.document.model import Block, Document

_OPENING_BLOCKS = 60
_COMMISSION = re.compile(
    r"(?:(?P<agency>[^,。;:\n受]{4,40}?)(?:\((?:以下(?:简)?称)?[^()]{1,20}\))?[,]?)?(?:接?受|根据)(?P<buyer>[^,。;:\n受]{3,50}?)(?:\((?:以下(?:简)?称)?[^()]{1,20}\))?的?委托"
)
_CLIENT_FIRST = re.compile(
    r"(?:^|[,。;])(?:接?受|根据)(?P<buyer>[^,。;:\n受]{3,50}?)(?:\([^()]{1,20}\))?的?委托,"
    r"(?P<agency>[^,。;:\n受]{4,40}?(?:公司|中心|事务所|机构))(?:\([^()]{1,20}\))?(?:现|拟|将|决定)?(?:就|对|组织|以|采用|采取|进行|面向)"
)
_HANDED = re.compile(
    r"(?:^|[,。;公告])(?P<buyer>[^,。;:\n受]{3,30}?)(?:现|已|特|拟)?委托(?P<agency>[^,。;:\n]{4,40}?(?:公司|代理机构|事务所|采购中心|交易中心))(?:\([^()]{1,20}\))?(?:对|就|采购|组织|以|采用|进行|实施|代理|承办|为)"
)
_NAMED_BUYER = re.compile(r"(?:采购人|采购单位|招标人|购买主体)(?:为|是)(?P<buyer>[^,。;:\n]{4,30})[。,;]")
_OWN = re.compile(
    r"(?:^|[,。;])(?:现将|兹将|经研究,)?(?P<buyer>(?!由)[^,。;:\n()、\d#]{3,30}?(?:局|委员会|办事处|中心|人民政府|学校|学院|大学|医院|公司|联合会|协会|街道办))(?:拟|决定|现|将|计划)?(?:就|对|以|采用|采取|通过|组织|面向|公开|需|采购|购买|开展|\d{4}年[^,。;]{0,16}(?:意向|拟))"
)
_WAITING = re.compile(
    r"(?P<name>[^。;\n]{4,80}?(?:项目(?=的))?)(?:采购)?(?:招标)?(?:项目)?的?的?(?:潜在|合格)(?:投标人|供应商|申请人|响应人|响应供应商)应[在于当]"
)
_QUOTED = re.compile(r"[“《](?P<name>[^”》]{4,60})[”》]\((?:项目|招标|采购)?编号[:]?(?P<number>[A-Za-z0-9][^(),;]{3,60}?)[),;]")
_SUBJECT = re.compile(
    r"(?:拟?[就对]|所需|(?:组织|进行)(?:采购|招标)?|(?<!无)为)(?:其)?(?P<name>[^,。;:\n]{4,80}?)\((?:项目|招标|采购)?编号[:]?(?P<number>[A-Za-z0-9][^()]{3,60}?)\)"
)
# 拟对某某服务(XCHD-2026-CS-022)采用竞争性磋商方式采购: a number that only its bracket tells.
_CODED = re.compile(
    r"[就对](?:其)?(?P<name>[^,。;:\n()]{4,60}?)\((?P<number>(?=[^()]{0,40}\d{2})[A-Za-z][A-Za-z0-9_/.-]{5,40})\)(?:采用|进行|组织|以|开展)"
)
# 某校委托某公司,对机房扩容及运维服务进行竞争性谈判; 某公司受某局的委托,就“某服务”以竞争性谈判方式进行采购
_TENDERED = re.compile(
    r"委托[^,。;]{0,40},?(?:拟|现)?[对就](?:其|本单位|该单位)?(?:所需的?)?[“《]?(?P<name>[^,。;:\n()“”《》]{6,60}?)[”》]?(?:的采购)?(?:进行|组织|以|采用)"
    r"(?:国内|公开)?(?:公开招标|邀请招标|竞争性磋商|竞争性谈判|询价|比选|遴选|招标|磋商|谈判|采购)"
)
_WANTED = re.compile(r"采购(?P<name>[^,。;:\n]{6,60}?项目)(?:的)?(?:供应商|服务机构|承接(?:主体|机构|单位))")
# 本项目为某某服务,采购人:…; 某某服务项目,采购标的如下: under 项目概况
_CALLED = re.compile(
    r"本(?:次)?(?:采购)?项目(?:名称)?[为是][“《]?(?P<name>(?:[^,。;:“”《》\n\d]|\d{4}年度?){6,50}?(?:项目|服务|工程))[”》]?(?=[,。;]|采购)"
)
# 某某服务项目(采购人:某局),资金80万元
_WITH_BUYER = re.compile(r"(?P<name>[^,。;:“”《》\n()]{6,60}(?:项目|服务|工程))\((?:采购人|采购单位|招标人|购买主体)[:为是]")
# 本招标项目某某工程已由某委批准建设
_APPROVED = re.compile(r"本(?:招标|采购)?项目(?P<name>[^,。;:“”\n]{6,60}?)已由")
_PROFILED = re.compile(r"(?P<name>[^,。;:“”《》\n]{8,60}项目)(?=[,。])")
_TIME = r"(?P<time>[\d二〇○*][^,。;]{4,40}?)"
_DEADLINE = re.compile(
    rf"(?:于|在|截止到?){_TIME}(?:\(北京时间\))?(?:之?前|止|整)(?:\([^()]{{0,20}}\))?,?(?:(?:将|把)[^。;]{{2,60}}?)?(?:递交|提交|上传|送达|报送|送至|送到|送交|寄|投递|交至|交到|密封)"
)
_AT_DEADLINE = re.compile(rf"至{_TIME}(?:提交|递交)?(?:响应|投标|磋商)?文件(?:提交|递交)?截止(?:时间)?时?")
_OTHER_DEADLINE = re.compile(r"质疑|澄清|答疑|疑问|保证金|缴纳|领取|获取|每月|样品")
_CLOSING = re.compile(
    rf"(?:投标|响应|报名|递交|申报|报价)(?:文件)?(?:的)?(?:递交|提交)?截止(?:(?:时间)?(?:到|为|至|于)+|(?:时间|日期)\(?){_TIME}(?=[,。;()整]|$)"
)
_SESSIONS = ("开标", "评审", "评标", "磋商", "谈判", "比选", "遴选", "评选", "询价", "竞价", "开启", "选取")
_SESSION = re.compile(
    rf"(?:{'|'.join(_SESSIONS)})(?:会议?|活动)?(?:(?:时间)?(?:相应)?(?:定于|改在|改为|拟于|将于|订于|于|安排在)+|时间为|日期为?(?=[\d*]{{4}}年)){_TIME}(?:在|召开|举行|进行|开始|[,。;]|$)"
)

# 已于2026年2月11日上午9:00开标; 2025年12月15日10:00在四楼会议室开启.
_OPENED = re.compile(
    r"(?P<time>(?:20\d{2}|[\d*]{4})年[\d*]{1,2}月[\d*]{1,2}日[^,。;]{0,14}?[时点:][^,。;]{0,6}?)(?:\(北京时间\))?(?:在[^,。;]{2,30})?(?:准时)?(?:公开)?(?:开标|开启|唱标)(?!时间|后|前)"
)


@dataclass(frozen=True, slots=True)
class Commission:
    """An organisation and its part in 甲受乙委托: ``agency`` for 甲, ``buyer`` for 乙."""

    role: str
    name: Flow
    evidence: Evidence


def opening_blocks(document: Document) -> list[Block]:
    """Give the blocks among which the opening sentence stands."""
    return [block for block in document.content[:_OPENING_BLOCKS] if block.cell is None]


def commissions(document: Document) -> Iterator[Commission]:
    """Find who commissions whom, or who announces a procurement of its own."""
    for block in opening_blocks(document):
        text = block.flow.text
        # Asked for first: the patterns begin with a name of any words and would be tried at every sign of every block.
        commissioned = "委托" in text[:600]
        found = (_CLIENT_FIRST.search(text, 0, 600) or _COMMISSION.search(text, 0, 600)) if commissioned else None
        if found:
            yield from _named(document, block.flow, found, ("agency", "buyer"))
            continue
        named = _NAMED_BUYER.search(text, 0, 300) if "为" in text[:300] or "是" in text[:300] else None
        if named:
            yield from _named(document, block.flow, named, ("buyer",))
            continue
        handed = _HANDED.search(text, 0, 300) if commissioned else None
        if handed:
            yield from _named(document, block.flow, handed, ("agency", "buyer"))
            continue
        own = _OWN.search(text, 0, 300) if "," in text or "。" in text or ";" in text else None
        if own:
            yield from _named(document, block.flow, own, ("buyer",))


def _named(document: Document, flow: Flow, found: re.Match[str], roles: tuple[str, ...]) -> Iterator[Commission]:
    for role in roles:
        name = found[role]
        if not name or "的" in name[:3] or re.search(r"\d{4}年|本项目|关于", name):
            continue
        left = len(name) - len(name.lstrip(" 、(【#>-"))
        start, end = found.start(role) + left, found.end(role)
        bracket = re.match(r"\((采购代理机构|采购人|代理机构|招标人)\)$", flow.text[end : end + 8])
        if not bracket:
            stripped = re.sub(
                r"\((?:采购代理机构|采购人|代理机构|招标人|采购单位|招标代理机构|以下简称[^()]{1,16})\)?$",
                "",
                flow.text[start:end],
            )
            end = start + len(stripped)
        yield Commission(role, flow.slice(start, end), document.evidence(flow.span(start, end), "parties.commission"))


@dataclass(frozen=True, slots=True)
class Subject:
    """The project as the opening sentence names it: flows of its name and of its number."""

    name: Flow
    number: Flow | None


def subjects(document: Document) -> Iterator[Subject]:
    """Find the project that the opening sentence names."""
    for block in opening_blocks(document):
        text = block.flow.text
        numbered = "编号" in text[:600]
        found = (_QUOTED.search(text, 0, 600) or _SUBJECT.search(text, 0, 600)) if numbered else _CODED.search(text, 0, 600)
        if found:
            number = block.flow.slice(*found.span("number")) if found["number"] else None
            yield Subject(_unquoted(block.flow.slice(*found.span("name"))), number)
        wanted = _WANTED.search(text, 0, 300) or (_TENDERED.search(text, 0, 300) if "委托" in text[:300] else None)
        if wanted:
            yield Subject(block.flow.slice(*wanted.span("name")), None)
        called = (
            _CALLED.search(text, 0, 300)
            or _APPROVED.search(text, 0, 300)
            or (_PROFILED.match(text) if "概况" in block.section.title else None)
        )
        if called:
            yield Subject(_unquoted(block.flow.slice(*called.span("name"))), None)
        owned = _WITH_BUYER.match(text)
        if owned:
            yield Subject(block.flow.slice(*owned.span("name")), None)
        waiting = _WAITING.match(text) if "潜在" in text or "合格" in text else None
        if waiting:
            yield Subject(_unquoted(block.flow.slice(*waiting.span("name"))), None)


def _unquoted(name: Flow) -> Flow:
    """Take a name out of its quotation marks: “某服务”项目."""
    quoted = re.match(r"“([^“”]{4,80})”(?:采购)?(?:项目)?$", name.text)
    return name.slice(*quoted.span(1)) if quoted else name.strip(" “”\"'")


def announced_deadlines(document: Document) -> Iterator[Flow]:
    """Find the deadline in …并于X前递交响应文件."""
    for block in document.blocks_with("前", "截止"):
        for found in (f for pattern in (_DEADLINE, _CLOSING, _AT_DEADLINE) for f in pattern.finditer(block.flow.text)):
            clause = (
                re.split(r"[。;\n]", block.flow.text[max(0, found.start() - 60) : found.start()])[-1]
                + block.flow.text[found.end() : found.end() + 8]
            )
            if not _OTHER_DEADLINE.search(found.group()) and not re.search(r"疑问|质疑|澄清|答疑", clause):
                yield block.flow.slice(*found.span("time"))


def announced_openings(document: Document) -> Iterator[Flow]:
    """Find the day of the session in 评审会定于X召开, 磋商会改在X召开, 开标时间为X, 于X开标."""
    for block in document.blocks_with(*_SESSIONS):
        for pattern in (_SESSION, _OPENED):
            for found in pattern.finditer(block.flow.text):
                yield block.flow.slice(*found.span("time"))


_AT_ONCE = re.compile(
    r"(?:开标|开启|唱标|解密|评审|评标|磋商|谈判|比选|遴选|询价|报价)(?:会议?)?(?:开始)?时间(?:\([^()]{0,12}\))?"
    r"[:为】〗\]」]{0,2}(?:等?同于?|即为?|与|和)(?:上述|本项目|前述)?[^,。;:\d]{0,20}?截止(?:时间|日期)?(?:一致|相同|同步|同时)?"
    r"|截止(?:时间|日期)\((?:也是|亦为|即为?|同)?(?:开标|开启|唱标)(?:会议?)?时间[^()\d]{0,6}\)"
)


def openings_at_deadline(document: Document) -> Iterator[Flow]:
    """Find where a notice says that bids are opened when they are due: 开标时间:同投标截止时间, 截止时间(开标时间,下同)为."""
    for block in document.content:
        found = _AT_ONCE.search(block.flow.text) if "截止" in block.flow.text else None
        if found:
            yield block.flow.slice(*found.span())
