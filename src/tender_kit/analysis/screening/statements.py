"""Qualification clauses as statements: one demand each, with the words that it stands in.

``成立满2年,且最近一个年度的年度检查结论为合格`` are two demands, and a check that knows one of them must not
make the other vanish. So a clause is cut at its commas, but not before 或者 (that is one demand with two ways to meet it).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tender_kit.analysis.checks.check import lot_key
from tender_kit.core.fold import fold
from tender_kit.core.readings import Evidence
from tender_kit.core.spans import Flow, make_flow
from tender_kit.models.demands import Qualification
from tender_kit.models.profile import Form
from tender_kit.quantities.numerals import parse_number
from tender_kit.vocab.characters import looks_traditional, simplify

# Which organisations a word names. 非企业 is none; 中小企业 speaks of size, not of form.
FORMS: tuple[tuple[re.Pattern[str], frozenset[Form]], ...] = (
    (re.compile("民办非企业|社会服务机构"), frozenset({Form.PRIVATE_NON_ENTERPRISE})),
    (re.compile("社会团体|社团|行业协会"), frozenset({Form.SOCIAL_ASSOCIATION})),
    (re.compile("基金会"), frozenset({Form.FOUNDATION})),
    (re.compile("社会组织"), frozenset({Form.PRIVATE_NON_ENTERPRISE, Form.SOCIAL_ASSOCIATION, Form.FOUNDATION})),
    (re.compile("事业单位|事业法人|[(（]事[)）]业"), frozenset({Form.PUBLIC_INSTITUTION})),
    (re.compile("(?<![非型微])企(?:业|[(（]事[)）]业)(?!单位)|公司|厂家|厂商"), frozenset({Form.COMPANY})),
    (re.compile("个体(?:工商户|户)"), frozenset({Form.SOLE_TRADER})),
    (re.compile("集体经济组织|群众性自治组织"), frozenset({Form.COLLECTIVE})),
)
_CUT = re.compile(r"[;。\n]|,(?!(?:或|或者|以及|及|和|并)(?![^,]{0,3}的))")
_LOOSE = re.compile(r"^(?:国有企业|事业单位|军队单位|社会团体|企业|公司|社会组织|基金会)$")
_IF = re.compile(r"(?:为|是|属于?)([^,;]{2,40}?)的$")
_LOT = re.compile(
    r"(?:标项|合同包|采购包|分标|包组|标段|包件|分包)([0-9A-H一二三四五六七八九十]{1,3})(?![0-9])|"
    r"第?([0-9A-H一二三四五六七八九十]{1,3})(?:号?包|标段|标项|分标)"
)
_OR = re.compile("或(?!有(?:负债|债务))|之一")


@dataclass(frozen=True, slots=True)
class Statement:
    """One demand of a qualification clause. ``text`` is folded and without the blanks of the layout."""

    text: str
    evidence: tuple[Evidence, ...]
    clause: int
    lots: frozenset[str] = frozenset()
    forms: frozenset[Form] = frozenset()
    """Where it is asked of some forms only (供应商为企业的,…); empty: of all."""

    @property
    def is_alternative(self) -> bool:
        """Whether it names several ways of which one will do."""
        return bool(_OR.search(self.text))


def named_forms(text: str) -> frozenset[Form]:
    """Tell which legal forms a text names.

    >>> sorted(named_forms("依法登记的社会服务机构或企业"))
    [<Form.COMPANY: 'company'>, <Form.PRIVATE_NON_ENTERPRISE: 'private_non_enterprise'>]
    >>> named_forms("民办非企业单位") == {Form.PRIVATE_NON_ENTERPRISE}
    True
    """
    found: frozenset[Form] = frozenset()
    for pattern, forms in FORMS:
        if pattern.search(text):
            found |= forms
    return found


def cut_clauses(clauses: Sequence[Qualification]) -> tuple[Statement, ...]:
    """Cut all qualification clauses of a notice into statements, in their order."""
    return tuple(statement for number, clause in enumerate(clauses) for statement in _cut(number, clause))


def _cut(number: int, clause: Qualification) -> Iterator[Statement]:
    lots = frozenset(lot_key(lot) for lot in clause.lots)
    forms: frozenset[Form] = frozenset()
    for text, evidence in _pieces(clause):
        condition = _IF.search(text)
        if condition and named_forms(condition[1]):
            forms = named_forms(condition[1])
            continue
        own = _lots_in(text) or lots
        yield Statement(text, evidence, number, own, forms)


def _pieces(clause: Qualification) -> Iterator[tuple[str, tuple[Evidence, ...]]]:
    """The pieces of a clause, each with its own place where the clause stands in one piece of text."""
    whole = clause.evidence[0] if len(clause.evidence) == 1 else None
    words = whole.quote if whole else clause.text
    flow = make_flow(fold(simplify(words) if looks_traditional(words) else words), whole.start if whole else 0)
    waiting: Flow | None = None
    for start, end in _spans(flow.text):
        piece = flow.slice(start, end).strip(" \n\t,;。:、“”\"|")
        if not piece.text:
            continue
        if waiting is not None:
            piece = Flow(f"{waiting.text}、{piece.text}", [*waiting.offsets, waiting.offsets[-1], *piece.offsets])
        waiting = piece if _LOOSE.match(piece.text) else None
        if waiting is None:
            yield piece.text, _place(piece, whole) if whole else clause.evidence
    if waiting is not None:
        yield waiting.text, _place(waiting, whole) if whole else clause.evidence


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _CUT.finditer(text):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)


def _place(piece: Flow, whole: Evidence) -> tuple[Evidence, ...]:
    start, end = piece.whole
    return (replace_evidence(whole, start, end),)


def replace_evidence(whole: Evidence, start: int, end: int) -> Evidence:
    """Give the part of an evidence between two places of the document."""
    return Evidence(start=start, end=end, quote=whole.quote[start - whole.start : end - whole.start], rule=whole.rule)


def _lots_in(text: str) -> frozenset[str]:
    """The lots that a statement names itself: 标项2:…, 申报第二标段的."""
    found = set()
    for match in _LOT.finditer(text):
        figure = match[1] or match[2]
        number = parse_number(figure)
        found.add(lot_key(str(number)) if number is not None else lot_key(figure))
    return frozenset(found)


def for_lots(statement: Statement, lots: frozenset[str]) -> Statement:
    """Give the statement for other lots."""
    return replace(statement, lots=lots)
