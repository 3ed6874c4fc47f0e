"""The safety net: what binds by its words, or was counted but not understood, and stands in no row.

A sentence is listed where one of the words below stands in it and no row quotes that place. So nothing that binds can
drop out between two sections; what is listed here has to be read by a person. Not listed are the parts of a notice
that do not bind a bidder: how to reach the buyer, where else the notice is published, what the page around it says.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from tender_kit.analysis.checklist.case import Case, make_row
from tender_kit.analysis.checklist.places import is_covered, joined_runs, sentences_of
from tender_kit.core.spans import Flow
from tender_kit.document.model import Block, Document
from tender_kit.models.checklist import ChecklistRow
from tender_kit.models.notice import Notice

# 应 and 须 and 需 are also parts of other words: 供应, 响应, 应急, 须知, 需求.
BINDING = re.compile(
    r"必须|务必|应当|不得|严禁|禁止|不允许|不接受|不予|谢绝|仅限|★|无效|否决|废标|拒绝|拒收|取消[^,。;]{0,8}资格|负责赔偿|违约"
    r"|(?<![必无])须(?!知|臾)|(?<![供相响反对适回效感呼理照])应(?![急用答对聘届邀付收有该援变激知])|应该"
    r"|(?<![必所急供刚无按])需(?!求|方|采购|落实|满足的|要[^,。;]{0,6}(?:的|时)|知)|保证(?!金)|自行承担|承担[^,。;]{0,12}(?:责任|费用|损失)"
)
_MARK = re.compile(r"^[★▲]")
# A line that only names what follows: 供应商须提供以下材料:
_LEAD = re.compile(r"^[^,。;]{0,30}(?:如下|以下[^,。;:]{0,12}|条件|要求|材料|内容):?$")
_NOT_BINDING = re.compile(r"联系(?:方式|人|事项)|发布媒[介体]|公告媒[介体]|网站声明|版权|免责|信息来源|相关链接|友情链接")
_NOTHING = re.compile(
    r"^(?:联系|电话|传真|地址|邮编|网址|发布)|免责声明|版权所有|以(?:官方|原)网站[^。]{0,10}为准|转载|请(?:登录|登陆|点击)|咨询电话"
    # The opening of the official form: its days and places are rows of their own.
    r"|潜在(?:供应商|投标人|申请人|响应人)[^。]{0,6}在[^。]{2,80}(?:获取|领取|取得)"
)
_CLOCK = re.compile(r"[时点:]\s?$|(?:发布|更新|录入)(?:时间|日期|于)?[:\s]*$")
_SHORTEST = 6
# What the panel, the agency or the buyer has to do among themselves binds no bidder.
_THEIRS = re.compile(
    r"(?:(?:磋商|谈判|评审|评标|询价|比选)(?:小组|委员会|专家)|采购人|招标人|代理机构|采购中心)(?:成员)?"
    r"[^,。;]{0,12}(?:应|须|不得|将|负责|可以|有权)"
)
_OURS = re.compile(r"供应商|投标人|响应人|申请人|报价人|报名|乙方|中标|成交|承接|服务(?:机构|商|方)|响应文件|投标文件|服务对象")


def unclassified_rows(case: Case, rows: Iterable[ChecklistRow]) -> Iterator[ChecklistRow]:
    """Give the sentences that bind and that none of ``rows`` quotes, then figures that no fact has used."""
    quoted = list(rows)
    for notice in case.notices:
        source = case.source(notice)
        runs = joined_runs(piece for row in quoted if row.source == source for piece in row.evidence)
        yield from _of_notice(case, notice, runs)
        yield from _uncounted(case, notice)


def _of_notice(case: Case, notice: Notice, runs: list[tuple[int, int]]) -> Iterator[ChecklistRow]:
    document = notice.document
    if not isinstance(document, Document):
        return
    figures = _unused_figures(notice, runs) if case.is_open else []
    for block, flow in sentences_of(notice):
        start, end = flow.whole
        here = figures[bisect_left(figures, (start,)) : bisect_left(figures, (end,))]
        if _THEIRS.search(flow.text) and not _OURS.search(flow.text):
            continue
        unread = [" ".join(quote.split()) for left, quote in here if not (block.heading or _is_clock(document, left))]
        binding = _binding_words(block, flow, runs)
        if not unread and not binding:
            continue
        evidence = (document.evidence(flow.whole, "checklist.unclassified"),)
        said = case.words.say("todo_unread_figure", figures="、".join(dict.fromkeys(unread))) if unread else ""
        answer = said or case.words.say("todo_unclassified", words="、".join(dict.fromkeys(binding)))
        kind = "figure" if unread else "binding"
        path = (*block.section.path, *_row_label(block))
        yield make_row(case, notice, "unclassified", document.words(flow), evidence, kind=kind, answer=answer, path=path)


def _unused_figures(notice: Notice, runs: list[tuple[int, int]]) -> list[tuple[int, str]]:
    """Give the figures that no fact has used and no row quotes, by their place."""
    pieces = [piece for unused in notice.coverage.unused if unused.what != "mandatory" for piece in unused.evidence]
    return sorted((piece.start, piece.quote) for piece in pieces if not is_covered(piece.start, piece.end, runs))


def _uncounted(case: Case, notice: Notice) -> Iterator[ChecklistRow]:
    """Say how many figures more there are where the list of unused ones had to be cut."""
    coverage = notice.coverage
    more = coverage.figures - coverage.used - len(coverage.unused)
    if case.is_open and more > 0:
        clause = case.words.say("more_unread", count=more)
        said = case.words.say("todo_more_unread")
        yield make_row(case, notice, "unclassified", clause, (), kind="figure", answer=said, origin="derived")


def _is_clock(document: Document, start: int) -> bool:
    """Whether a figure is the minutes of a time of day, or a page's own "12 hours ago": neither asks for anything."""
    return bool(_CLOCK.search(document.folded[max(0, start - 12) : start]))


def _binding_words(block: Block, flow: Flow, runs: list[tuple[int, int]]) -> list[str]:
    """Give the binding words of a sentence that no row quotes; none where the sentence does not bind a bidder."""
    text = flow.text
    if len(text) < _SHORTEST or _LEAD.match(text) or _NOTHING.search(text):
        return []
    marked = bool(_MARK.match(block.flow.text))
    if any(_NOT_BINDING.search(title) for title in block.section.path) and not marked:
        return []
    if block.heading and not marked and len(text) < 24:
        return []
    found = [(match.group(), flow.span(*match.span())) for match in BINDING.finditer(text)]
    return [word for word, span in found if not is_covered(span.start, span.end, runs)]


def _row_label(block: Block) -> tuple[str, ...]:
    """Name the row of a table that a cell stands in, by its first cell with words."""
    cell = block.cell
    if cell is None or cell.row >= len(cell.table.rows):
        return ()
    row = cell.table.rows[cell.row]
    return next(
        ((other.text,) for other in row if other is not cell and 2 <= len(other.text) <= 30 and _WORD.search(other.text)), ()
    )


_WORD = re.compile(r"[^\W\d_]")  # 3.2 | 投标有效期 | 120日历天 is called by its words
