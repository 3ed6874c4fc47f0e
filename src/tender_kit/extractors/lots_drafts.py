"""Lots while their parts come in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tender_kit.core.readings import Reading
from tender_kit.core.spans import Flow
from tender_kit.document.model import Document
from tender_kit.extractors.lot_numbers import plain_number
from tender_kit.extractors.resolve import Found, resolve
from tender_kit.extractors.sums import fits_money, same_money
from tender_kit.models.notice import Lot
from tender_kit.models.values import Money

Scope = tuple[int, int, tuple[str, ...]]
_NAME = re.compile(r"^(?:编?号)?[:]?\((?P<name>[^()]{2,60}(?:\([^()]{1,30}\)[^()]{0,30})?)\)")
# 包1 机关食堂配送; A分标:肢体类器具: what stands behind the number on the same line, when it is no sentence.
_BARE_NAME = re.compile(r"[: ]?(?P<name>[\u4e00-\u9fff“《](?:(?!不|须|应[当具符为]|无)[^,。;:\d]){2,38})$")
# A分标:社会组织等级评估服务(采购预算:33.8万元)
_NAME_BEFORE_SUM = re.compile(r"[: ]?(?P<name>[\u4e00-\u9fff][^,。;:()\d]{2,38})(?=\([^()]{0,10}(?:预算|限价|金额|控制价))")
_NO_NAME = re.compile(r"(?:要求|需求|内容|条件|接受|提供|详见|预算|限价)$|^(?:如有|如下|共|元|详见|不?接受|是|否)")


@dataclass(slots=True)
class LotDraft:
    """What has been found of one lot."""

    number: str
    names: list[Found[str]] = field(default_factory=list)
    budgets: list[Found[Money]] = field(default_factory=list)
    ceilings: list[Found[Money]] = field(default_factory=list)
    texts: dict[str, list[Found[str]]] = field(default_factory=dict)

    def lot(self) -> Lot:
        """Settle what has been found."""

        def text(key: str) -> Reading[str]:
            return resolve(self.texts.get(key, [])[:1])

        return Lot(
            number=self.number,
            name=resolve(self.names[:1]),
            budget=resolve(self.budgets, same=same_money, fits=fits_money),
            ceiling=resolve(self.ceilings, same=same_money, fits=fits_money),
            industry=text("industry"),
            quantity=text("quantity"),
            unit=text("unit"),
        )


class LotDrafts:
    """Collects drafts by number: ``01`` and ``1`` are one lot, written as first seen."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.drafts: dict[str, LotDraft] = {}
        self.scopes: list[Scope] = []
        self._ends: dict[str, str] = {}  # the last part of a code → the first code that ends so

    def draft(self, number: str) -> LotDraft:
        """Give the draft of a number, a new one where it is the first mention."""
        key = plain_number(number)
        if key.isdigit() and key not in self.drafts:  # 包1 of the lot whose code ends with -1
            key = self._ends.get(key, key)
        if "-" in key:
            self._ends.setdefault(key.rpartition("-")[2], key)
        return self.drafts.setdefault(key, LotDraft(number))

    def scope(self, start: int, end: int, numbers: tuple[str, ...]) -> None:
        """Tie a run of the text to lots."""
        self.scopes.append((start, end, tuple(self.draft(n).number for n in numbers)))


def take_name(lots: LotDrafts, draft: LotDraft, rest: Flow, *, single: bool) -> None:
    """Take the name in 合同包1(名称):"""
    found = _NAME.match(rest.text) or _BARE_NAME.match(rest.text) or _NAME_BEFORE_SUM.match(rest.text)
    if single and found and not draft.names and not _NO_NAME.search(found["name"]):
        flow = rest.slice(*found.span("name"))
        draft.names.append(Found(0, lots.document.evidence(flow.whole, "lots.name.heading"), flow.text))
