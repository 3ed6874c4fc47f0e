"""What can cost the bid: findings, conditions that void it, work without bounds, a procedure that was stopped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tender_kit.analysis.checklist.case import Case, make_row
from tender_kit.analysis.checklist.places import sentences_of
from tender_kit.document.model import Block, Document
from tender_kit.models.checklist import ChecklistRow
from tender_kit.models.notice import Notice
from tender_kit.models.values import NoticeKind

_VOID = re.compile(
    r"无效(?:投标|响应|处理|报价|标|申请)|(?:投标|响应|报价|标书|按|为|作|均|视为|则)(?:[^,。;]{0,6})无效|废标|否决"
    r"|不予(?:受理(?!通知)|接收|接受|认可|通过)|拒收|拒绝(?:接收|接受|其)|视为(?:自动)?(?:放弃|弃权|不响应|未响应|不合格)"
    r"|取消(?:其)?[^,。;]{0,10}资格|(?:资格|符合性)(?:性)?审查不(?:合格|通过)|不得(?:再)?(?:参加|参与)[^,。;]{0,12}(?:采购|投标|磋商|活动)"
    r"|后果自负|不通过(?:资格|符合性)"
)
_VOID_HEAD = re.compile(r"无效|废标|否决|(?:不得|禁止)(?:参加|参与|投标)|不予受理(?!通知)")
_SHORTEST = 5
_OPEN_ENDED = re.compile(
    r"(?:交办|安排|指派|布置|委托)的?(?:其他|其它|临时)[^,。;]{0,8}(?:工作|事项|任务)|临时(?:交办|性?工作|安排)[^,。;]{0,6}"
)


def risk_rows(case: Case) -> Iterator[ChecklistRow]:
    """Give what stops the procedure, every finding, every condition that voids a bid, and every open-ended task."""
    for notice in case.notices:
        yield from _without_source(case, notice)
        yield from _stopped(case, notice)
        yield from _other_project(case, notice)
    for notice in case.notices:
        for finding in notice.findings:
            message = finding.message if case.words.language == "zh" else finding.message_en
            clause = f"[{case.words('severity', finding.severity)}] {message}"
            said = case.words.say("todo_finding")
            yield make_row(case, notice, "risk", clause, finding.evidence, kind=f"finding.{finding.code}", answer=said)
    for notice in case.notices:
        yield from _void_conditions(case, notice) if case.is_open else ()
        yield from _open_ended(case, notice)


def _without_source(case: Case, notice: Notice) -> Iterator[ChecklistRow]:
    """A notice that came back from JSON has its facts, but not the text that the net over all sentences needs."""
    if not isinstance(notice.document, Document):
        said = case.words.say("todo_no_source")
        yield make_row(case, notice, "risk", case.words.say("no_source"), (), kind="no_source", answer=said)


def _stopped(case: Case, notice: Notice) -> Iterator[ChecklistRow]:
    if notice.kind.value is NoticeKind.TERMINATION:
        said = case.words.say("todo_stopped")
        yield make_row(case, notice, "risk", case.words.say("stopped"), notice.kind.evidence, kind="stopped", answer=said)


def _other_project(case: Case, notice: Notice) -> Iterator[ChecklistRow]:
    """A correction of another project would spoil the whole list."""
    ours, theirs = case.notice.project.number, notice.project.number
    if notice is case.notice or ours.value is None or theirs.value is None or _plain(ours.value) == _plain(theirs.value):
        return
    clause = case.words.say("other_project", ours=ours.value, theirs=theirs.value)
    evidence = notice.project.number.evidence
    yield make_row(case, notice, "risk", clause, evidence, kind="other_project", answer=case.words.say("todo_other_project"))


def _plain(number: str) -> str:
    return "".join(sign for sign in number.upper() if sign.isalnum())


def _void_conditions(case: Case, notice: Notice) -> Iterator[ChecklistRow]:
    document = notice.document
    if not isinstance(document, Document):
        return
    seen: set[str] = set()
    led = None
    for block, flow in sentences_of(notice):
        led = _lead(block, flow.text, led)
        under = any(_VOID_HEAD.search(title) for title in block.section.path)
        voids = bool(_VOID.search(flow.text)) or under or (led is not None and led is not block)
        if block.heading or flow.text in seen or len(flow.text) < _SHORTEST or not voids:
            continue
        seen.add(flow.text)
        evidence = (document.evidence(flow.whole, "checklist.void"),)
        said = case.words.say("todo_void")
        yield make_row(case, notice, "risk", document.words(flow), evidence, kind="void", answer=said)


def _lead(block: Block, text: str, led: Block | None) -> Block | None:
    """Give the line that leads the list a block belongs to: 有下列情形之一的,投标无效: and its numbered lines."""
    if text.endswith(":") and _VOID.search(text):
        return block
    return led if led is not None and (block is led or (block.number and not block.heading)) else None


def _open_ended(case: Case, notice: Notice) -> Iterator[ChecklistRow]:
    for clause in notice.requirements:
        found = _OPEN_ENDED.search(clause.text)
        if found:
            text = case.words.say("open_ended", words=found.group())
            said = case.words.say("todo_open_ended")
            yield make_row(
                case,
                notice,
                "risk",
                text,
                clause.evidence,
                kind="open_ended",
                clause_number=clause.number,
                lots=clause.lots,
                answer=said,
            )
