"""Which figures of a notice no fact has used: the list that keeps the toolkit honest.

A figure of a requirement clause is used where a measure has read it, for the clause itself quotes every figure that it
holds. What follows from bad work (扣减5%, 85分以上为优秀) is no quantity of the work: there the clause is the fact.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, get_args

from tender_kit.core.model import Model
from tender_kit.core.readings import Evidence
from tender_kit.core.spans import Span
from tender_kit.document.model import Block, Document
from tender_kit.models.demands import Requirement
from tender_kit.models.notice import Coverage, Notice, Unused

_FIGURE = re.compile(
    # One class of signs first: the engine runs to the next of them without trying the rest at every sign.
    r"[0-9*不至≥≤达](?:(?:(?<=不)(?:得?[少低]于|超过|高于|多于|大于)|(?<=至)少|(?<=[≥≤])|(?<=达)到)[^,。;0-9*]{0,8}[0-9*][0-9.,*]*"
    r"|(?:(?<=[0-9])(?<![0-9.*年第][0-9])[0-9,.]*|(?<=\*)(?<![0-9.*年第]\*)\*{0,5})\s?(?:%|‰|万元|元|个工作日|工作日|日历天|天|小时|分钟|人次|户次|课时|学时"
    r"|名(?!称|单)|人(?!员)|次(?!日|性)|场(?!所|地)|例|篇|期(?!间|限)|户(?!籍|外)|家(?!长|庭|属)|所|册|份|分(?!钟|包|标|公司|局|项|类|别|中心)))"
)
_MANDATORY = ("★", "▲")
_NO_FACTS = {"document", "source", "findings", "coverage"}
_MOST = 400
# What looks like a figure and is none: minutes (9时30分), a counter of the page (浏览206次, 12小时前), grade B2, the number of
# an item (4.家长), a field that nobody has filled (0.00元).
_HOUR = re.compile(r"(?<!小)[时点]$")
_NOT_BEHIND = re.compile(r"(?:浏览|阅读|点击|访问|下载)(?:量|数|次数)?:?$|发布(?:时间|日期)?:$|距[^,。;]{2,12}(?:还有|剩余?)$")
_NO_FIGURE = re.compile(r".*(?:[A-Za-z][0-9*][0-9.,*]*|[.,]\s?[^0-9*\s]+)|0+(?:\.0+)?\s?万?元")
# The sizes of enterprises are printed law.
_SIZES = re.compile(r"[^。;]{0,60}?为(?:中小微|中型|小型|微型)企业")
_CONSEQUENCE = re.compile(
    r"违约|扣减|扣除|扣款|罚|赔偿|[得满评]分|考核分|基准分|\d分[^,;。]{0,6}(?:以上|以下)|[为属](?:优秀|良好|合格|不合格)|解除合同|终止合同|比例支付"
)
_SENTENCE = 200
_JUDGED = ("分", "%", "‰", "元")

_Runs = tuple[list[int], list[int]]


def measure_coverage(document: Document, notice: Notice, *, among: Iterable[Block] | None = None) -> Coverage:
    """Find the figures with comparator or unit, and the ★ clauses, that no evidence of the notice covers.

    ``among`` are the blocks to look at, else the whole document: those of ``requirements.service_blocks`` give the
    coverage of the service sections alone.
    """
    facts = _joined(_evidence(notice))
    clauses = _joined(piece for clause in notice.requirements for piece in clause.evidence)
    figures = used = 0
    unused: list[Unused] = []
    for block in document.content if among is None else among:
        for span, what, known in _countable(block, facts, clauses):
            figures += 1
            used += known
            if not known and len(unused) < _MOST:
                unused.append(Unused(what=what, evidence=(document.evidence(span, "coverage"),)))
    return Coverage(figures=figures, used=used, unused=tuple(unused))


def _countable(block: Block, facts: _Runs, clauses: _Runs) -> Iterator[tuple[Span, str, bool]]:
    """Give the figures and the mark of a block, and whether a fact has used each."""
    text = block.body.text
    for figure in _FIGURE.finditer(text):
        if not _is_none(text, figure):
            span = block.body.span(*figure.span())
            yield span, "figure", _covers(facts, span) or (_covers(clauses, span) and _follows(text, figure))
    if block.flow.text[:1] in _MANDATORY:
        yield block.flow.span(0, 1), "mandatory", any(_touches(runs, *_marked(block)) for runs in (facts, clauses))


def _is_none(text: str, figure: re.Match[str]) -> bool:
    before, behind = text[max(0, figure.start() - 20) : figure.start()], text[figure.end() : figure.end() + 80]
    return bool(
        (figure.group().endswith("分") and _HOUR.search(before))
        or _NOT_BEHIND.search(before)
        or _NO_FIGURE.fullmatch(figure.group())
        or ("企业" in behind and _SIZES.match(behind))
    )


def _follows(text: str, figure: re.Match[str]) -> bool:
    """Whether a figure of a clause only says what follows from the work: its grade, what is paid or deducted."""
    if figure.group()[0] not in "0123456789*" or not figure.group().endswith(_JUDGED):
        return False
    before = re.split("[。;]", text[max(0, figure.start() - _SENTENCE) : figure.start()])[-1]
    behind = re.split("[。;]", text[figure.end() : figure.end() + _SENTENCE], maxsplit=1)[0]
    return bool(_CONSEQUENCE.search(before + figure.group() + behind))


def _marked(block: Block) -> tuple[int, int]:
    """Give the run of text that a mark is for: its block; its row where it has a cell of its own."""
    cell = block.cell
    if cell is None or len(cell.text) > _LONE_MARK or cell.row >= len(cell.table.rows):
        return block.start, block.end
    return cell.start, max(other.end for other in cell.table.rows[cell.row])


_LONE_MARK = 3


def _covers(runs: _Runs, span: Span) -> bool:
    """Whether the end of a figure, where its digits and its unit are, lies in a run."""
    starts, ends = runs
    place = bisect_right(starts, span.end - 1) - 1
    return place >= 0 and span.end <= ends[place]


def _touches(runs: _Runs, start: int, end: int) -> bool:
    starts, ends = runs
    place = bisect_right(starts, end - 1) - 1
    return place >= 0 and ends[place] > start


def _joined(evidence: Iterable[Evidence]) -> _Runs:
    """Give the union of some evidence as sorted, separate runs."""
    starts: list[int] = []
    ends: list[int] = []
    for start, end in sorted({(e.start, e.end) for e in evidence}):
        if starts and start <= ends[-1]:
            ends[-1] = max(ends[-1], end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


def _evidence(notice: Notice) -> Iterator[Evidence]:
    """Walk the models; requirement clauses count only through their measures, or every figure in them would."""
    stack: list[Any] = [notice]
    while stack:
        node = stack.pop()
        if type(node) is Evidence:
            yield node
        elif type(node) is tuple:
            stack.extend(node)
        else:
            values = node.__dict__
            stack.extend(value for name in _parts(node.__class__) if (value := values[name]))


@cache
def _parts(kind: Any) -> tuple[str, ...]:
    """Name the fields of a model that hold evidence or other models; asked once a type, for there are thousands of values."""
    fields = kind.model_fields.items()
    names = (name for name, field in fields if name not in _NO_FACTS and _holds_models(field.annotation))
    return tuple(name for name in names if (kind, name) != (Requirement, "evidence"))


def _holds_models(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return True
    return any(map(_holds_models, get_args(annotation)))
