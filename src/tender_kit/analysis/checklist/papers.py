"""Papers to hand in, with copies, seals and format; where the documents are to be had, where the bid goes, the bid bond."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.checklist.case import Case, fact_rows, make_row
from tender_kit.analysis.checklist.places import is_covered, joined_runs, sentences_of
from tender_kit.core.readings import evidence_of
from tender_kit.document.model import Document
from tender_kit.models.checklist import ChecklistRow
from tender_kit.models.notice import Notice

_GET = ("submission.documents_way", "submission.documents_place", "submission.documents_price")
_GIVE = ("submission.copies", "submission.place")
_BOND = ("submission.bid_bond.amount", "submission.bid_bond.percent")
# Papers asked for under such a heading are for getting the documents and have no place in the bid.
_GETTING = re.compile(r"(?:获取|申领|领取|购买|报名)[^,。;]{0,14}")
_FORM = re.compile(
    r"正本|副本|一式[\d一二三四五六七八九十两*]+份|密封|胶装|装订|加盖|盖章|公章|签字|签章|骑缝|电子版|U盘|光盘|CA(?:证书|锁|数字)|加密|解密|电子(?:投标|响应)文件|扫描件|原件|邮寄|逾期送达"
)
# Words about seals on the buyer's own papers, or on those of the work itself, do not say how a bid is to look.
_NOT_OURS = re.compile(
    r"采购人(?:确认)?(?:签字|盖章)|合同(?:签订|盖章)|验收(?:单|报告)|满意度|服务对象签字|签字确认|照片|异议|质疑|投诉"
)

_SHORTEST = 10


def paper_rows(case: Case) -> Iterator[ChecklistRow]:
    """Give how to get the documents, the papers, how they must look, where they go, and the security."""
    say, due = case.words.say, case.reading("schedule.bid_deadline").value
    until = case.reading("schedule.documents_until").value
    for path in _GET:
        yield from fact_rows(case, "papers", path, kind="get", answer=say("todo_get"), due=until)
    papers = [(notice, paper) for notice in case.notices for paper in notice.submission.papers]
    for notice, paper in papers:
        headings = case.place(notice).path(paper.evidence)
        to_get = any(_GETTING.search(title) for title in headings[-1:])
        more = {"kind": "get", "answer": say("todo_get_paper"), "due": until} if to_get else {}
        kept = {"kind": "paper", "answer": say("todo_paper"), "due": due, **more}
        yield make_row(case, notice, "papers", paper.text, paper.evidence, **kept)
    for path in _GIVE:
        yield from fact_rows(case, "papers", path, kind="form", answer=say("todo_form"), due=due)
    yield from _forms(case)
    yield from _bond(case)


def _bond(case: Case) -> Iterator[ChecklistRow]:
    say, due = case.words.say, case.reading("schedule.bid_deadline").value
    required = case.reading("submission.bid_bond.required")
    rows = [row for path in _BOND for row in fact_rows(case, "papers", path, kind="bond", answer=say("todo_bond"), due=due)]
    if not rows:
        said = "todo_bond" if required.value is not False else "todo_no_bond"
        rows = list(fact_rows(case, "papers", "submission.bid_bond.required", kind="bond", answer=say(said), due=due))
    yield from rows


def _forms(case: Case) -> Iterator[ChecklistRow]:
    """Give the sentences on seals, binding and files that no paper, clause or fact above holds."""
    for notice in case.notices if case.is_open else ():
        yield from _forms_in(case, notice)


def _is_blank(text: str) -> bool:
    """Whether a line is a place for a signature in a form that the notice prints."""
    return len(text) < _SHORTEST or text.endswith((":", "_"))


def _forms_in(case: Case, notice: Notice) -> Iterator[ChecklistRow]:
    document = notice.document
    if not isinstance(document, Document):
        return
    submission = notice.submission
    held = (*notice.requirements, *notice.qualifications, *submission.papers, submission.copies, submission.documents_way)
    items = (item for table in notice.score_tables for group in table.groups for item in group.items)
    runs = joined_runs(evidence_of((*held, *items)))
    for block, flow in sentences_of(notice):
        if block.heading or not _FORM.search(flow.text) or _NOT_OURS.search(flow.text) or _is_blank(flow.text):
            continue
        if is_covered(flow.whole.start, flow.whole.end, runs):
            continue
        evidence = (document.evidence(flow.whole, "checklist.form"),)
        due, said = case.reading("schedule.bid_deadline").value, case.words.say("todo_form")
        yield make_row(case, notice, "papers", document.words(flow), evidence, kind="form", answer=said, due=due)
