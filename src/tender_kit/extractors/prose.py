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
_NAME = r"[^,。;:\n受就对于为]{4,40}?"
_COMMISSION = re.compile(
    r"(?:(?P<agency>[^,。;:\n受]{4,40}?)(?:\((?:以下(?:简)?称)?[^()]{1,20}\))?[,]?)?(?:接?受|根据)(?P<buyer>[^,。;:\n受]{3,50}?)(?:\((?:以下(?:简)?称)?[^()]{1,20}\))?的?委托"
)
_OWN = re.compile(
    r"^(?P<buyer>[^,。;:\n]{3,30}?(?:局|委员会|办事处|中心|人民政府|学校|学院|大学|医院|公司|联合会|协会|街道办))(?:拟|决定|现|将)(?:就|对|以|采用|采取|通过|组织|面向|公开)"
)
_WAITING = re.compile(
    r"(?P<name>[^。;\n]{4,80}?)(?:采购)?(?:招标)?项目的?的?(?:潜在|合格)(?:投标人|供应商|申请人|响应人|响应供应商)应[在于当]"
)
_SUBJECT = re.compile(
    r"(?:拟?[就对]|所需|(?:组织|进行)(?:采购|招标)?|为)(?:其)?(?P<name>[^,。;:\n]{4,80}?)\((?:项目|招标|采购)?编号[:]?(?P<number>[A-Za-z0-9][^()]{3,60}?)\)"
)
_WANTED = re.compile(r"采购(?P<name>[^,。;:\n]{6,60}?项目)(?:的)?(?:供应商|服务机构|承接(?:主体|机构|单位))")
_DEADLINE = re.compile(r"并?于(?P<time>[^。;]{8,60}?)(?:之)?前(?:\([^()]{0,20}\))?(?:递交|提交|上传|送达|报送)")


@dataclass(frozen=True, slots=True)
class Commission:
    """An organisation and its part in 甲受乙委托: ``agency`` for 甲, ``buyer`` for 乙."""

    role: str
    name: str
    evidence: Evidence


def opening_blocks(document: Document) -> list[Block]:
    """Give the blocks among which the opening sentence stands."""
    return [block for block in document.content[:_OPENING_BLOCKS] if block.cell is None]


def commissions(document: Document) -> Iterator[Commission]:
    """Find who commissions whom, or who announces a procurement of its own."""
    for block in opening_blocks(document):
        text = block.flow.text
        found = _COMMISSION.search(text, 0, 600)
        if found:
            yield from _named(document, block.flow, found, ("agency", "buyer"))
            continue
        own = _OWN.search(text, 0, 200)
        if own:
            yield from _named(document, block.flow, own, ("buyer",))


def _named(document: Document, flow: Flow, found: re.Match[str], roles: tuple[str, ...]) -> Iterator[Commission]:
    for role in roles:
        name = found[role]
        if not name or "的" in name[:3] or re.search(r"\d{4}年|本项目|关于", name):
            continue
        left = len(name) - len(name.lstrip(" 、(【"))
        start, end = found.start(role) + left, found.end(role)
        bracket = re.match(r"\((采购代理机构|采购人|代理机构|招标人)\)$", flow.text[end : end + 8])
        if not bracket:
            stripped = re.sub(
                r"\((?:采购代理机构|采购人|代理机构|招标人|采购单位|招标代理机构|以下简称[^()]{1,16})\)?$",
                "",
                flow.text[start:end],
            )
            end = start + len(stripped)
        yield Commission(role, flow.text[start:end], document.evidence(flow.span(start, end), "parties.commission"))


@dataclass(frozen=True, slots=True)
class Subject:
    """The project as the opening sentence names it: flows of its name and of its number."""

    name: Flow
    number: Flow | None


def subjects(document: Document) -> Iterator[Subject]:
    """Find the project that the opening sentence names."""
    for block in opening_blocks(document):
        text = block.flow.text
        found = _SUBJECT.search(text, 0, 600)
        if found:
            number = block.flow.slice(*found.span("number")) if found["number"] else None
            yield Subject(block.flow.slice(*found.span("name")).strip(" “”\"'"), number)
        wanted = _WANTED.search(text, 0, 300)
        if wanted:
            yield Subject(block.flow.slice(*wanted.span("name")), None)
        waiting = _WAITING.match(text)
        if waiting:
            yield Subject(block.flow.slice(*waiting.span("name")).strip(" “”\"'"), None)


def announced_deadlines(document: Document) -> Iterator[Flow]:
    """Find the deadline in …并于X前递交响应文件."""
    for block in opening_blocks(document):
        for found in _DEADLINE.finditer(block.flow.text, 0, 1500):
            yield block.flow.slice(*found.span("time"))
