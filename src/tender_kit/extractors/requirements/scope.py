"""Which parts of a notice state what the supplier has to do: its sections, its tables, its labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from tender_kit.document.model import Block, Pair, Section
from tender_kit.extractors.context import Context
from tender_kit.extractors.organisations import is_signature
from tender_kit.extractors.requirements.grids import Grid, read_grid
from tender_kit.extractors.requirements.wording import (
    Verdict,
    after_correction,
    binds,
    is_story,
    judge_label,
    judge_title,
    states_work,
)
from tender_kit.models.values import NoticeKind

_PROFILE = re.compile(r"概况|背景|简介|基本情况|现状|依据")
_NEED_LABEL = re.compile(
    r"^(?:\d*[.、]?)?(?:采购需求|项目需求|服务需求|采购内容|服务内容|服务要求|招标内容|采购内容及要求|采购需求概况"
    r"|项目内容|规格型号\(?或服务要求\)?):?(?:\([^()]{0,60}\))?:?$"
)
_LONGEST_LABEL = 120
_END_LABEL = re.compile(
    r"^(?:[\d.、]{0,5})?(?:合同履[行约]期限|服务期限?[:]|本项目\(?[^,。]{0,8}\)?(?:不?接受|是否接受)?联合体|是否接受"
    r"|需落实|预算金额|最高限价|主要标的(?:数量|单价)|合同金额|履约期限|包组编号|标项(?:编号|名称|序号))"
)
# A line that announces a table of duties opens it wherever it stands: many notices append it behind the telephone numbers.
_OPENS_TABLE = re.compile(
    r"^(?:附[件表]\d?[:、]?)?[^。;,:]{0,36}(?:量化|考核|绩效|服务(?:需求|要求|内容|标准|清单)|采购需求|技术要求|工作要求)"
    r"[^。;,:]{0,12}(?:表|清单|要求)(?:\([^()]{0,20}\))?$"
)
_NOT_OPENING = re.compile(r"评审|评标|投标|磋商|响应|报价|偏离|承诺")
# Terms of payment, duties and the hours of the office stand under such a heading alike: each sentence tells for itself.
_ANYTHING = re.compile(r"补充事宜|其[他它]事项")
_DELIVERY = re.compile(
    r"(?:合同签订|签订合同|合同生效|签约|接到.{0,6}通知|中标通知)[^。;]{0,16}?[\d*]+个?(?:工作日|日历天|日历日"
    r"|自然日|天|日)(?:之内|以内|内)[^。;]{0,40}?(?:交货|供货|完成|交付|安装|调试|到货|完工|竣工|送达)"
)
# The pairs of a notice's header bind no work, wherever they stand; deadlines below them are the term of the contract.
_HEADER_PAIR = re.compile(
    r"^(?:[\d.、()]{0,5})?(?:合同履[行约]期限|(?:本项目|本采购包|采购包\d+)?[^,。;:]{0,8}(?:不?接受|是否接受)联合体|是否接受|需?落实[^,。;:]{0,6}政府采购政策"
    r"|(?:采购包|包组?|标项)?(?:预算金额|最高限价)|采购方式|项目(?:编号|名称)|公告期限?)"
)
_SHORT = re.compile(r"[^,。;:0-9*]{2,10}(?<![限间期])|质保期|保修期")
_LONE_LABEL = re.compile(r"^[^,。;:()]{2,12}(?:\([^()]{0,60}\))?:(?:\([^()]{0,60}\)|详见[^,。;]{0,20}|无|/)?[。;]?$")
_PAID_TITLE = re.compile(r"付|费|款")
_LEGAL_NOISE = re.compile(r"中小企业划型|从业人员\d+人|以下的为(?:微型|小型)企业|详见(?:招标|采购|磋商)文件$")
_OUTER = re.compile(r"资格|须知|评审|评标|评分办法|投标文件|响应文件|格式|联系|合同(?:条款|草案|主要条款)|获取|递交|声明")


@dataclass(slots=True)
class Scope:
    """What has been judged so far: a verdict for each section and each table."""

    context: Context
    default: Verdict
    sections: dict[int, Verdict] = field(default_factory=dict)
    grids: dict[int, Grid] = field(default_factory=dict)
    open_label: Section | None = None
    opened: bool = False
    table: bool = False

    def section(self, section: Section) -> Verdict:
        """Judge a section by its own title, else by those above it."""
        key = id(section)
        if key not in self.sections:
            self.sections[key] = self._judge(section)
        return self.sections[key]

    def _judge(self, section: Section) -> Verdict:
        if section.heading is None or section.parent is None:
            return self.default
        above = self.section(section.parent)
        verdict = judge_title(section.title)
        if _ANYTHING.search(section.title):
            return "open"
        if verdict == "open":
            return "open" if above == "demand" and is_story(section.title) else above
        # 报价要求 and 验收 inside the requirements may bind the work in some of their sentences.
        if verdict == "other" and above == "demand" and not _OUTER.search(section.title):
            return "open"
        # 人员要求 under 资格要求 is about bidders.
        if verdict == "demand" and above == "other" and any(_OUTER.search(title) for title in section.parent.path):
            return "other"
        return verdict

    def grid(self, block: Block) -> Grid:
        """Read the columns of the table that a block stands in."""
        assert block.cell is not None
        table = block.cell.table
        if id(table) not in self.grids:
            self.grids[id(table)] = read_grid(table, self.context.document)
        return self.grids[id(table)]


@dataclass(frozen=True, slots=True)
class Found:
    """A block that states requirements. ``doubtful``: no title says so, its sentences have to.

    ``lead``: what names a doubtful block, the label before it (质保期) or the name of its row.
    """

    block: Block
    grid: Grid | None
    doubtful: bool
    lead: str = ""


def _is_short(text: str) -> bool:
    return 2 <= len(text) <= 10 and bool(_SHORT.fullmatch(text))


def demand_blocks(context: Context) -> Iterator[Found]:
    """Give the blocks that state requirements, in order, each with the grid of its table."""
    judged = list(_judged(context))
    for place, (found, is_mute) in enumerate(judged):
        if not is_mute:
            yield found
        elif _is_among(judged, place):
            yield replace(found, lead=OF_WORK)


OF_WORK = "服务"  # the neighbours have said it: figures of such an item are judged as if its own words did

_Judged = tuple[Found, bool]
"""A block, and whether neither a title nor its own words tell what it is."""


def _is_among(judged: list[_Judged], place: int) -> bool:
    """Whether an item whose own words tell nothing stands in a list whose other items bind the supplier's work."""
    own = judged[place][0].block
    if own.cell is not None or not own.listed.style or not binds(own.flow.text):
        return False
    near = (judged[at] for at in (place - 1, place + 1, place - 2, place + 2) if 0 <= at < len(judged))
    return any(
        not is_mute and found.block.section is own.section and found.block.listed.style == own.listed.style
        for found, is_mute in near
    )


def _judged(context: Context) -> Iterator[_Judged]:
    """Judge the blocks in order; what is no demand is left out."""
    scope = Scope(context, "demand" if context.kind == NoticeKind.REQUIREMENTS else "open")
    before = ""
    apart = _signatures(context.document.content) | _facts(context.document.pairs)
    for block in context.document.content:
        if block.index in apart:
            continue
        lead, before = before, block.flow.text if block.cell is None and _is_short(block.flow.text) else ""
        grid = scope.grid(block) if block.cell is not None else None
        if grid is not None and block.cell is not None:
            lead = next((name for name in grid.row_texts(block.cell)[:-1] if _is_short(name)), "")
        verdict = _verdict(scope, block, grid, lead)
        is_mute = verdict == "open" and not _tells(scope, block, lead)
        if (is_mute or verdict == "other") and not _DELIVERY.search(block.flow.text):
            if is_mute and not _skipped(context, block, verdict):
                yield Found(block, None, doubtful=True, lead=lead), True
            continue
        verdict = "other" if is_mute else verdict
        if verdict != "other" and context.claimed.get(block.index) == "payment" and not _PAID_TITLE.search(block.section.title):
            # 质保期不少于3年,…。付款:…: the duties of a block that also says how it is paid are still duties.
            yield Found(block, None, doubtful=True), False
        elif not _skipped(context, block, verdict):
            yield Found(block, grid if verdict == "demand" else None, verdict == "open", lead), False


# Lines that say who buys, what it is called and how much there is; the families of those facts read them.
_WHO_AND_HOW_MUCH = frozenset(
    (
        *("buyer", "agency", "supplier", "address", "contact", "phone", "budget", "ceiling", "award_amount", "project_number"),
        *("lot_name", "lot_number", "correction", "supervisor", "acceptance_group", "agency_fee", "funding", "plan_number"),
    )
)


def _facts(pairs: Sequence[Pair]) -> set[int]:
    """Find the lines that are a label and its value as a whole, and say who or how much."""
    return {
        pair.block.index
        for pair in pairs
        if pair.form == "line" and pair.fields and _WHO_AND_HOW_MUCH.issuperset(pair.fields) and pair.value.text
        if len(pair.value.text) <= 80 and pair.block.flow.text.endswith(pair.value.text)
    }


_DAY = re.compile(
    r"(?:[^,。;:]{0,6}(?:日期|时间):?)?(?:20[\d*]{2}|[二〇零○O一二三四五六七八九]{4})[年./-][\d*一二三四五六七八九十]{1,3}"
    r"(?:月|(?:月|[./-])[\d*一二三四五六七八九十]{1,3}日?)"
)


def _signatures(content: Sequence[Block]) -> set[int]:
    """Find the days that stand alone, and the bodies that have signed in the line above."""
    found = set()
    for above, block in zip((None, *content), content, strict=False):
        if block.cell is None and _DAY.fullmatch(block.flow.text):
            found.add(block.index)
            if above is not None and above.cell is None and is_signature(above.flow.text):
                found.add(above.index)
    return found


def _verdict(scope: Scope, block: Block, grid: Grid | None, lead: str) -> Verdict:
    """Judge a block: by its column, its section, its label, and where none of them tells, by its words."""
    prose = _prose_verdict(scope, block)
    if grid is None:
        verdict = prose
    elif not grid.reads(block):
        return "other"
    else:
        verdict = grid.verdict if grid.verdict != "open" else prose
        if verdict == "open":
            verdict = "demand" if grid.holds_volume(block) else grid.row_verdict(block)
    return verdict


def _tells(scope: Scope, block: Block, lead: str) -> bool:
    """Whether one of the sentences of a block, or a part of one, states work."""
    text = block.flow.text
    if scope.context.kind == NoticeKind.CORRECTION:  # 原招标文件第五章“…”变更为“…”: only the new wording may bind
        text = text[after_correction(text) :]
    sentences = _SENTENCE.findall(text)
    parts = (part for sentence in sentences if ";" in sentence for part in sentence.split(";"))
    return any(states_work(lead + words) for words in chain(sentences, parts))


def _prose_verdict(scope: Scope, block: Block) -> Verdict:
    """Judge a block of running text, with what a label such as 采购需求: has opened before it."""
    text = block.flow.text
    if block.cell is None and len(text) <= 60 and _OPENS_TABLE.match(text) and not _NOT_OPENING.search(text):
        scope.table = True
    elif scope.table and block.heading and judge_title(block.section.title) == "other":
        scope.table = False
    if scope.table:
        return "demand"
    if len(text) <= _LONGEST_LABEL and _NEED_LABEL.match(block.body.text):
        scope.open_label, scope.opened = block.section, True
    elif scope.opened and (_END_LABEL.match(text) or _left(scope.open_label, block)):
        scope.opened = False
    verdict = scope.section(block.section)
    if (
        scope.opened
        and not is_story(block.section.title)
        and (verdict != "other" or block.section is scope.open_label or _PROFILE.search(block.section.title))
    ):
        return "demand"
    if verdict == "open":
        return judge_label(text)
    return verdict


def _left(opened: Section | None, block: Block) -> bool:
    """Whether a block stands outside the section in which a label has opened the requirements."""
    section: Section | None = block.section
    while section is not None:
        if section is opened:
            return False
        section = section.parent
    return opened is not None and opened.heading is not None


_SENTENCE = re.compile(r"[^。\n]+")
_CLAIMS = frozenset(("qualification", "payment", "submission"))
_MONEY_TERMS = re.compile(r"支付|付款|保证金|发票|签订合同。$")


def _skipped(context: Context, block: Block, verdict: Verdict) -> bool:
    """Whether another family has claimed a block, or it is boilerplate, or a step of the procedure."""
    if block.cell is None and (_is_header_pair(block) or _LONE_LABEL.match(block.body.text)):
        return True
    if context.claimed.get(block.index) in _CLAIMS or _LEGAL_NOISE.search(block.flow.text[:200]):
        return True
    return verdict != "demand" and bool(_MONEY_TERMS.search(block.flow.text))


def _is_header_pair(block: Block) -> bool:
    """Whether a block is a pair of the header; a term that says until when goods are delivered is a duty as well."""
    return bool(_HEADER_PAIR.match(block.flow.text)) and not _DELIVERY.search(block.flow.text)
