"""Correction notices: what stands after the correction counts, what stood before stays as evidence.

更正内容 is a table (更正项, 更正前内容, 更正后内容) or prose (原…,现更正为…).
"""

from __future__ import annotations

import re

from tender_kit.core.runs import Layers
from tender_kit.core.spans import Flow
from tender_kit.document.model import Cell, Document, Pair, Table
from tender_kit.models.values import NoticeKind
from tender_kit.vocab.labels import fields_of, split_label

_BEFORE = re.compile(r"(?:更正|变更|修改|调整|改动|修订|更改)之?前|原公告内容|原内容|原文|原为|^原")
_AFTER = re.compile(r"(?:更正|变更|修改|调整|改动|修订|更改)之?后|更正为|变更为|现内容|现为|^现")
_ITEM = re.compile(r"更正项|变更项|改动|条目|内容|事项|条款|项目|序号|位置")
_CHANGE = re.compile(
    r"(?:现(?:(?:更正|变更|修改|调整|更改|改期|改|延期|顺延|推迟|延长|延迟|展期|后延|推后|提前|延|推)|(?=为))"
    r"|更正|变更|修改|调整|更改|改期|改|延期|顺延|推迟|延长|延迟|展期|后延|推后|提前|延|推)(?:为|至|到|成)"
)
_OLD = re.compile(r"原(?:公告|招标文件|采购文件|磋商文件|定|为|开标|投标|提交|递交|响应|截止|内容|[:])")
_LONGEST = 300


def corrected_pairs(document: Document) -> list[Pair]:
    """Give the pairs as they stand after the correction."""
    pairs: list[Pair] = []
    for table in document.tables:
        pairs.extend(pair for item, after in changed_rows(table) for pair in _row_pairs(item, after))
    for pair in document.pairs:
        after = _after(pair.value)
        if after is not None and after.text:
            pairs.append(_with_value(pair, after))
    pairs.extend(_from_prose(document))
    return pairs


def _with_value(pair: Pair, value: Flow) -> Pair:
    return Pair(pair.label, pair.fields, pair.note, pair.label_span, value, pair.block, pair.section, "correction")


def _after(value: Flow) -> Flow | None:
    """Cut a value to what stands behind the last 更正为, or None where nothing is changed in it."""
    last = None
    for last in _CHANGE.finditer(value.text):  # noqa: B007
        pass
    return value.slice(last.end(), len(value.text)).strip(' \n\t:,"“”。;') if last else None


def changed_rows(table: Table) -> list[tuple[Cell, Cell]]:
    """Give the rows of a table of corrections: what is changed, and how it reads now."""
    heads = table.heads
    after = next((i for i, head in enumerate(heads) if _AFTER.search(head)), None)
    if after is None or not any(_BEFORE.search(head) for head in heads):
        return []
    item = next((i for i, head in enumerate(heads) if _ITEM.search(head) and "序号" not in head and i < after), 0)
    return [(row[item], row[after]) for row in table.body if after < len(row) and row[after].blocks]


def _row_pairs(item: Cell, after: Cell) -> list[Pair]:
    if not item.blocks:
        return []
    label, note = split_label(item.text.rstrip(":"))
    block = after.blocks[0]
    return [Pair(label, fields_of(label), note, item.flow.whole, after.flow, block, block.section, "correction")]


def _from_prose(document: Document) -> list[Pair]:
    """Read 投标截止时间由A变更为B and 原开标时间:A 现更正为:B where no colon makes a pair of it."""
    pairs = []
    for block in document.blocks_with("改", "更正", "变更", "调整", "延", "推", "展期", "提前", "现为"):
        for change in _CHANGE.finditer(block.flow.text):
            label = _subject(re.split(r"[。;\n]", block.flow.text[max(0, change.start() - 120) : change.start()])[-1])
            # Bounded: in one line of a thousand changes each value would run to the end of the line.
            rest = block.flow.slice(change.end(), min(len(block.flow.text), change.end() + _LONGEST))
            value = _to_the_stop(rest.strip(' :"“”'))
            if label and value.text:
                pairs.append(
                    Pair(label, fields_of(label), change.group(), block.flow.whole, value, block, block.section, "correction")
                )
    return pairs


def _to_the_stop(value: Flow) -> Flow:
    """Cut a value at the end of its sentence; what it lists in brackets belongs to it."""
    cut = re.search(r"[。;](?![^()]{0,200}\))", value.text)
    return value.slice(0, cut.start()) if cut and cut.start() else value


_SUBJECTS = re.compile(
    r"(?:投标|响应|提交|递交|报价|开标|开启|截标)[^,。;:\d]{0,20}?(?:截止时间|时间|日期)"
    r"(?:[及和与、暨][^,。;:\d]{0,4}(?:开标|开启|唱标|磋商|谈判|评审|比选)(?:会议?)?(?:开始)?(?:时间|日期))?"
    r"|获取[^,。;:\d]{0,12}(?:截止)?(?:时间|期限|日期)"
    r"|(?:采购|项目|本项目)?(?:总预算|预算)(?:金额|总额|总价|价|额)?|最高(?:投标|响应)?限价|(?:招标|采购|最高|投标)?控制价"
)


def _subject(clause: str) -> str:
    """Name what a sentence changes, by the label nearest to the change; two joined by 及 are changed together."""
    found = ""
    for match in _SUBJECTS.finditer(clause):
        if fields_of(match.group()) or fields_of(re.split(r"[及和与、暨]", match.group())[0]):
            found = match.group()
    return found


def stale_runs(document: Document, kind: NoticeKind) -> Layers[bool]:
    """Give the runs of text that a correction has replaced, to be looked up by place; none for other kinds."""
    return Layers([(*run, True) for run in stale_spans(document)] if kind is NoticeKind.CORRECTION else [])


def stale_spans(document: Document) -> list[tuple[int, int]]:
    """Give the runs of text that the correction has replaced: 更正前 cells, and 原… up to 更正为."""
    spans: list[tuple[int, int]] = []
    for table in document.tables:
        heads = table.heads
        if any(_AFTER.search(head) for head in heads):
            columns = [i for i, head in enumerate(heads) if _BEFORE.search(head)]
            spans.extend((row[c].start, row[c].end) for row in table.body for c in columns if c < len(row))
    for block in document.content:
        text = block.flow.text
        old, change = _OLD.search(text), None
        for change in _CHANGE.finditer(text):  # noqa: B007
            pass
        if change:
            start = old.start() if old and old.start() < change.start() else 0
            spans.append(block.flow.span(start, change.end()))
        elif old and old.start() < 6:
            spans.append((block.start, block.end))
    return spans
