"""Which parts of a notice state what the supplier has to do: its sections, its tables, its labels."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from tender_kit.document.model import Block, Section
from tender_kit.extractors.context import Context
from tender_kit.extractors.requirements.grids import Grid, read_grid
from tender_kit.models.values import NoticeKind

Verdict = Literal["demand", "other", "open"]

# Titles of what is not asked of the work: who may bid, how and when, who answers the telephone, what is paid.
_OTHER = re.compile(
    r"获取|领取|递交|提交(?!要求)|截止|开标|开启|公告期|公示期|公告媒介|发布媒介|联系|质疑|投诉|异议|询问|补充事宜"
    r"|其他事项|其它事项|保证金|监督部门|监管"
    r"|资格|申请人|申报(?:要求|条件|材料|主体|机构)|申请机构|机构条件|报名|合同主体|须知|评审|评标|评分(?:办法|标准"
    r"|细则)|磋商(?:程序|时间|文件)|谈判(?:程序|时间|文件)"
    r"|中标(?:结果|信息|\(成交\)|供应商)|成交(?:结果|信息|供应商)|候选人|得分|否决|政府采购政策|落实政府采购"
    r"|响应文件|投标文件|供应商(?:条件|入库|须|的)|投标人(?:条件|须|的)"
    r"|声明函|承诺函|授权书|合同(?:条款|主要条款|草案|格式|协议|编号|名称|签订日期|公告日期|金额)|无效|废标|入库"
    r"|格式|预算|最高限价|资金来源|遴选(?:文件|会|程序|时间)"
    r"|比选(?:文件|时间|程序|办法|申请)|报价|付款|支付|拨付|经费|发票|代理服务|代理费|采购人信息|采购代理|更正"
    r"|变更事项|公告期限|附件下载|评审专家|结果公告|开户|术语|定义|目录"
    r"|采购方式|组织形式|组织类型|采购组织|项目编号|项目名称|违约|争议|解除|保证"
)
_DEMAND = re.compile(
    r"服务(?:内容|要求|需求|标准|范围|事项|清单|指标|目标|质量|规范|任务|流程|方式|保障|项目及|响应)|采购(?:内容"
    r"|需求|要求|标的)|技术|商务(?:要求|条款|需求)|工作(?:要求|内容|任务|职责|目标|标准|措施|安排)"
    r"|重点任务|主要任务|量化|绩效|考核|指标|人员|团队|岗位|任职|总体要求|基本原则|基本要求|实施内容|实施要求"
    r"|项目(?:要求|需求|内容|目标|任务|实施)|质量|验收标准|响应要求|需求|要求|运营|培训"
    r"|专项|共同要求|服务|标准|建设内容|建设规模|招标范围|采购范围|供货"
)
_PROFILE = re.compile(r"概况|背景|简介|基本情况|现状|依据")
_NEED_LABEL = re.compile(
    r"^(?:\d*[.、]?)?(?:采购需求|项目需求|服务需求|采购内容|服务内容|服务要求|招标内容|采购内容及要求|采购需求概况"
    r"|项目内容)(?:\([^()]{0,30}\))?:?$"
)
_END_LABEL = re.compile(
    r"^(?:[\d.、]{0,5})?(?:合同履[行约]期限|服务期限?[:]|本项目\(?[^,。]{0,8}\)?(?:不?接受|是否接受)?联合体|是否接受"
    r"|需落实|预算金额|最高限价|包组编号|标项)"
)
_DELIVERY = re.compile(
    r"(?:合同签订|签订合同|合同生效|签约|接到.{0,6}通知|中标通知)[^。;]{0,16}?[\d*]+个?(?:工作日|日历天|日历日"
    r"|自然日|天|日)(?:之内|以内|内)[^。;]{0,40}?(?:交货|供货|完成|交付|安装|调试|到货|完工|竣工)"
)
_LEGAL_NOISE = re.compile(r"中小企业划型|从业人员\d+人|以下的为(?:微型|小型)企业|详见(?:招标|采购|磋商)文件$")


@dataclass(slots=True)
class Scope:
    """What has been judged so far: a verdict for each section and each table."""

    context: Context
    default: Verdict
    sections: dict[int, Verdict] = field(default_factory=dict)
    grids: dict[int, Grid] = field(default_factory=dict)
    open_label: Section | None = None
    opened: bool = False

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
        if verdict == "open":
            return "other" if above == self.default and _PROFILE.search(section.title) and self.default == "other" else above
        if verdict == "demand" and above == "other" and _outer_procedure(section.parent):
            return "other"
        return verdict

    def grid(self, block: Block) -> Grid:
        """Read the columns of the table that a block stands in."""
        assert block.cell is not None
        table = block.cell.table
        if id(table) not in self.grids:
            self.grids[id(table)] = read_grid(table, self.context.document)
        return self.grids[id(table)]


def judge_title(title: str) -> Verdict:
    """Judge a heading: ``demand``, ``other``, or ``open`` where it says neither.

    >>> judge_title("服务内容及要求"), judge_title("申请人的资格要求"), judge_title("项目概况"), judge_title("考核与付款")
    ('demand', 'other', 'open', 'demand')
    """
    head = title[:40]
    other, demand = _OTHER.search(head), _DEMAND.search(head)
    if other and demand:
        strong = re.search(
            r"服务(?:内容|要求)|考核|商务要求|技术要求|采购需求|工作要求|量化|质量要求|人员(?:配备|配置|要求)", head
        )
        return "demand" if strong and not re.search(r"资格|评审|评标|评分办法|投标文件|响应文件", head) else "other"
    return "other" if other else "demand" if demand else "open"


_OUTER = re.compile(r"资格|须知|评审|评标|评分办法|投标文件|响应文件|格式|联系|合同(?:条款|草案|主要条款)|获取|递交|声明")


def _outer_procedure(section: Section) -> bool:
    """Whether a heading above speaks of the procedure: 人员要求 under 资格要求 is about bidders."""
    return any(_OUTER.search(title) for title in section.path)


def demand_blocks(context: Context) -> Iterator[tuple[Block, Grid | None]]:
    """Give the blocks that state requirements, in order, each with the grid of its table."""
    scope = Scope(context, "demand" if context.kind == NoticeKind.REQUIREMENTS else "other")
    for block in context.document.content:
        if block.cell is not None:
            grid = scope.grid(block)
            verdict = grid.verdict if grid.verdict != "open" else _prose_verdict(scope, block)
            if verdict == "demand" and grid.reads(block) and not _skipped(context, block):
                yield block, grid
            elif _DELIVERY.search(block.flow.text) and verdict != "demand" and _own_delivery(context, block):
                yield block, None
            continue
        if _prose_verdict(scope, block) == "demand":
            if not _skipped(context, block):
                yield block, None
        elif _DELIVERY.search(block.flow.text) and _own_delivery(context, block):
            yield block, None


def _prose_verdict(scope: Scope, block: Block) -> Verdict:
    """Judge a block of running text, with what a label such as 采购需求: has opened before it."""
    text = block.flow.text
    if _NEED_LABEL.match(block.body.text):
        scope.open_label, scope.opened = block.section, True
    elif scope.opened and (_END_LABEL.match(text) or _left(scope.open_label, block)):
        scope.opened = False
    verdict = scope.section(block.section)
    if scope.opened and (verdict != "other" or block.section is scope.open_label or _PROFILE.search(block.section.title)):
        return "demand"
    return verdict


def _left(opened: Section | None, block: Block) -> bool:
    """Whether a block stands outside the section in which a label has opened the requirements."""
    section: Section | None = block.section
    while section is not None:
        if section is opened:
            return False
        section = section.parent
    return opened is not None and opened.heading is not None


_CLAIMS = frozenset(("qualification", "payment", "submission"))


def _skipped(context: Context, block: Block) -> bool:
    return context.claimed.get(block.index) in _CLAIMS or bool(_LEGAL_NOISE.search(block.flow.text[:200]))


def _own_delivery(context: Context, block: Block) -> bool:
    """Whether a term of delivery is the supplier's and no step of the procedure."""
    return context.claimed.get(block.index) not in _CLAIMS and not re.search(
        r"支付|付款|保证金|发票|签订合同。$", block.flow.text
    )
