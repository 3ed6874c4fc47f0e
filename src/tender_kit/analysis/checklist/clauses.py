"""Requirement clauses: substantive ones first, contract terms apart, every other one for the response table."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.checklist.case import Case, make_row
from tender_kit.analysis.checklist.items import item_rows
from tender_kit.analysis.checklist.marked import marked_rows
from tender_kit.analysis.checklist.papers_in import papers_for_the_bid
from tender_kit.analysis.checklist.places import is_within, joined_runs
from tender_kit.analysis.checklist.table_rows import join_rows
from tender_kit.models.checklist import ChecklistRow, ChecklistSection
from tender_kit.models.demands import Requirement
from tender_kit.models.notice import Notice

_CONTRACT_GROUPS = {"com", "law"}
# What must stand in a clause before the advice of its topic is given: a topic can come from a heading far above.
_SURE = {
    "svc": re.compile(r"服务|走访|探访|活动|个案|小组|照料|陪|访视|慰藉|康复|助餐|护理|帮扶"),
    "asst": re.compile(r"核查|摸排|排查|核对|政策|救助|调查"),
    "data": re.compile(r"台账|档案|数据|信息库|录入|建档|登记"),
    "assess": re.compile(r"评估|调研|调查|报告"),
    "cap": re.compile(r"培训|督导|志愿|孵化|交流|实训"),
    "res": re.compile(r"募|筹|捐|资源|善款"),
    "pub": re.compile(r"媒体|宣传|报道|公众号|推文|案例|期刊|简报|手册"),
    "site": re.compile(r"场地|设备|标识|面积|场所|站点|车辆|设施|物资|制度"),
    "staff": re.compile(r"人员|社工|配备|持证|专职|[师员生]|队伍|团队"),
    "rep": re.compile(r"报送|报告|总结|小结|汇报|上报|计划|方案"),
    "com": re.compile(r"付|款|价|税|期限|合同|分包|转包|保证金|发票"),
    "qa": re.compile(r"满意|考核|验收|投诉|评估|评价|质量"),
    "law": re.compile(r"保密|知识产权|违约|责任|安全|赔偿|廉洁|隐私|成果"),
}
# A head over other clauses in a cell of its own: it names what follows.
_HEAD = re.compile(
    r"[\u4e00-\u9fff、()]{2,16}(?:要求|办法|标准|形式|运用|期限|地点|方式|方法|责任|安排|内容|配置|表|措施|职责|流程|目标|规定)"
    r"|[\u4e00-\u9fff]{2,14}\([\d*.]{1,5}分\)"
)
_LONGEST_LEAD = 80
_DIGITS = r"[\d*〇一二三四五六七八九十]"
_SIGNATURE = re.compile(rf"{_DIGITS}{{4}}年{_DIGITS}{{1,3}}月{_DIGITS}{{1,3}}日|\(?\d{{1,2}}[)、.]?")
# Lines that only say whose project this is; names and numbers stand at the head of the checklist.
_IDENTITY = re.compile(
    r"(?:采购单位|采购人|采购方|甲方|项目名称|项目编号|采购编号|代理机构|联系人|联系电话|地址"
    r"|更正事项|更正日期|首次公告日期)(?:名称)?:"
)


def mandatory_rows(case: Case) -> Iterator[ChecklistRow]:
    """Give the substantive clauses, then the marked lines of the source that no requirement clause holds."""
    for notice in case.notices:
        marked = (clause for clause in notice.requirements if clause.mandatory)
        clauses = list(join_rows(notice.document, case.place(notice), marked))
        yield from (_clause_row(case, notice, clause, "mandatory") for clause in clauses)
        yield from marked_rows(case, notice, clauses)


def requirement_rows(case: Case) -> Iterator[ChecklistRow]:
    """Give the clauses on the service itself, and the items of the price list that no clause repeats."""
    for notice in case.notices:
        yield from (_clause_row(case, notice, clause, "requirement") for clause in _open(case, notice) if not _is_term(clause))
        yield from item_rows(case, notice)


def term_clause_rows(case: Case) -> Iterator[ChecklistRow]:
    """Give the clauses on contract, payment, secrecy, property and breach."""
    for notice in case.notices:
        yield from (_clause_row(case, notice, clause, "payment") for clause in _open(case, notice) if _is_term(clause))


def _is_term(clause: Requirement) -> bool:
    return (clause.topic or "").partition(".")[0] in _CONTRACT_GROUPS


def _open(case: Case, notice: Notice) -> Iterator[Requirement]:
    """Give the clauses that are not marked and stand nowhere else, those of one table row as one."""
    items = (item for table in notice.score_tables for group in table.groups for item in group.items)
    scored = joined_runs(piece for item in items for piece in item.evidence)
    clauses = (clause for clause in notice.requirements if not clause.mandatory)
    kept = (clause for clause in clauses if not _stands_elsewhere(notice, clause, scored))
    return join_rows(notice.document, case.place(notice), kept)


def _stands_elsewhere(notice: Notice, clause: Requirement, scored: list[tuple[int, int]]) -> bool:
    """Whether a clause asks for nothing here: a signature, or words of a score table, which stand with their points.

    An indicator of a score table stays a clause too where it has a figure: that figure needs a response.
    """
    names = {party.name.value for party in (notice.buyer, notice.agency) if party is not None}
    names |= {notice.title.value, notice.project.name.value}
    if clause.text in names or _SIGNATURE.fullmatch(clause.text) or (_IDENTITY.match(clause.text) and not clause.measures):
        return True
    return not clause.measures and all(is_within(piece.start, piece.end, scored) for piece in clause.evidence)


def _clause_row(case: Case, notice: Notice, clause: Requirement, section: ChecklistSection) -> ChecklistRow:
    return make_row(
        case,
        notice,
        section,
        clause.text,
        clause.evidence,
        kind="head" if _is_head(clause) else "",
        clause_number=clause.number,
        lots=clause.lots,
        path=clause.path,
        measures=clause.measures,
        answer=_answer(case, clause),
        proofs=papers_for_the_bid(clause.text),
        due=case.reading("schedule.bid_deadline").value,
        reading="masked" if any(measure.mask for measure in clause.measures) else "known",
    )


def _answer(case: Case, clause: Requirement) -> str:
    """What to write against a clause: the figure to commit to, and what evaluators look for under its topic."""
    words, parts = case.words, []
    if _is_head(clause):
        return words.say("todo_head")
    if clause.mandatory:
        parts.append(words.say("todo_mandatory"))
    hidden = [measure for measure in clause.measures if measure.mask]
    figures = tuple(measure for measure in clause.measures if not measure.mask)
    if figures:
        limits = all(measure.comparator == "at_most" for measure in figures)
        parts.append(words.say("todo_at_most" if limits else "todo_figure"))
    if hidden:
        parts.append(words.say("todo_masked"))
    group = (clause.topic or "").partition(".")[0]
    if words.has("todo_topic", group) and _SURE[group].search(clause.text):
        parts.append(words("todo_topic", group))
    elif not clause.measures:
        parts.append(words.say("todo_clause"))
    return ("; " if words.language == "en" else ";").join(parts)


def _is_head(clause: Requirement) -> bool:
    """Whether a clause only announces others: a head in a cell of its own, or a line that ends with a colon."""
    leads = clause.text.endswith((":", "如下")) and len(clause.text) <= _LONGEST_LEAD
    return not clause.measures and (leads or bool(_HEAD.fullmatch(clause.text)))
