"""Label-value pairs, all of them in one pass over blocks and tables.

A label stands before a colon, alone on the line above its value, in the cell beside it, or as the
heading above it. Extractors pick among the pairs; they do not search the text again.
"""

from __future__ import annotations

import re
from itertools import pairwise

from tender_kit.core.spans import NO_FLOW, Flow
from tender_kit.document.model import Block, Cell, Document, Pair, Table
from tender_kit.document.numbering import read_number
from tender_kit.document.pairs_marked import behind_blanks, contacts_behind_blanks, in_brackets, in_columns, more_numbers
from tender_kit.document.tables import distinct, is_label, is_label_table, without_group
from tender_kit.vocab.labels import fields_of, longest_suffix, split_label

_COLON = re.compile(r":(?!//)")
_BOUNDARY = re.compile(r"[。;!?|\n\t,\]】【>]")
_REACH = 40
_UNKNOWN_LABEL = re.compile(r"[\u4e00-\u9fff][\u4e00-\u9fff()/、A-Za-z0-9]{1,15}$")
# Labels of two signs that follow a value without any gap: 联系人:李老师电话:0731-…
_LEAD = re.compile(r"([\u4e00-\u9fff]{2,8})。(?=.)")
_CONTACT_LABELS = {"电话", "地址", "传真", "邮编", "邮箱", "手机"}
# 投标截止时间变更为:…: the label without what happened to it.
_CHANGED = re.compile(r"(?:现)?(?:变更|更正|修改|调整|更改|顺延|延期|延长|推迟|延迟|改)(?:为|至|到)$|现为$")
_OWNER = re.compile(r"[\u4e00-\u9fff]{0,4}(?:采购|招标|代理|业主|建设|供应商|中标|监督|需求|承接|委托)[\u4e00-\u9fff]{0,4}")
_TABBED = re.compile(r"[^\t\s][^\t]*")
_ENDS = " \n\t;,。|:"
_TRIM = " \n\t;,|:【】"


def find_pairs(document: Document) -> list[Pair]:
    """Find the pairs of a document, in the order of their labels."""
    pairs: list[Pair] = []
    content = document.content
    for place, block in enumerate(content):
        found = _in_line(block)
        if found and not found[-1].value.text:
            found[-1].value = _behind(content, place)
            found[-1].form = "next_line"
        if found:
            found += contacts_behind_blanks(document, block)
        else:
            found = _tabbed(document, block) or _alone(content, place) or behind_blanks(document, block)
        pairs.extend((*in_brackets(block), *found, *more_numbers(content, place, found)))
    for table in document.tables:
        if not table.noise:
            pairs.extend(_in_table(table))
            pairs.extend(in_columns(table))
    return sorted(pairs, key=lambda pair: pair.label_span.start)


def _tabbed(document: Document, block: Block) -> list[Pair]:
    """Pair labels and values that tabs part in one line, of a table whose other rows have fewer cells."""
    if block.cell or block.end - block.start > 200:
        return []
    line = document.folded[block.start : block.end]
    if "\t" not in line:
        return []
    cells = [
        block.flow.slice(*_within(block.flow, block.start + m.start(), block.start + m.end())) for m in _TABBED.finditer(line)
    ]
    labels = [split_label(cell.text) for cell in cells[::2]]
    if len(cells) % 2 or not all(fields_of(label) for label, _ in labels):
        return []
    return [
        Pair(label, fields_of(label), note, name.whole, value.strip(_TRIM), block, block.section, "cell")
        for (label, note), name, value in zip(labels, cells[::2], cells[1::2], strict=True)
    ]


def _within(flow: Flow, start: int, end: int) -> tuple[int, int]:
    """Give the run of a flow that lies between two places of the text."""
    return flow.first_at(start), flow.first_at(end)


def _in_line(block: Block) -> list[Pair]:
    """Find the labels before the colons of one block; a value ends where the next label begins."""
    text = block.flow.text
    labels: list[tuple[int, int, int, str, tuple[str, ...], str]] = []
    floor = 0
    for colon in _COLON.finditer(text) if ":" in text else ():
        at = colon.start()
        if 0 < at < len(text) - 1 and (text[at - 1] == ":" or (text[at - 1].isdigit() and text[at + 1].isdigit())):
            continue
        label = _label_before(block, floor, at)
        if label:
            labels.append((*label[:2], at + 1, *label[2:]))
            floor = at + 1
    lead = _LEAD.match(block.body.text) if block.number else None
    if lead and not labels:
        body = block.body
        value = body.slice(lead.end(), len(body.text)).strip(_ENDS)
        label_span = body.span(0, len(lead.group(1)))
        return [Pair(lead.group(1), fields_of(lead.group(1)), "", label_span, value, block, block.section, "line")]
    pairs = []
    for number, (start, end, behind, label_text, fields, note) in enumerate(labels):
        limit = labels[number + 1][0] if number + 1 < len(labels) else len(text)
        value = block.flow.slice(behind, max(behind, limit)).strip(_ENDS)
        span = block.flow.span(start, end)
        pairs.append(Pair(label_text, fields, note, span, value, block, block.section, "line"))
    return pairs


def _label_before(block: Block, floor: int, colon: int) -> tuple[int, int, str, tuple[str, ...], str] | None:
    """Read the label that ends at a colon: start, end, label, fields, note."""
    text = block.flow.text
    end = colon
    core, notes = end, ""
    while core > floor and text[core - 1] == ")":
        opening = text.rfind("(", max(floor, core - 80), core)
        if opening < 0:
            break
        notes = text[opening + 1 : core - 1] + notes
        core = opening
    start = max(floor, core - _REACH)
    for boundary in _BOUNDARY.finditer(text, start, core):
        start = boundary.end()
    change = _CHANGED.search(text, start, core)
    core, notes = (change.start(), change.group()) if change else (core, notes)
    whole = text[start:core] if change else text[start:end]
    label, note = split_label(whole)
    fields = fields_of(label) or fields_of(split_label(text[start:core])[0]) or _joint_fields(split_label(text[start:core])[0])
    if fields:
        return start, end, label, fields, note or notes
    return _by_suffix(block, floor, start, core, end, notes) or _unknown(text, start, core, end, label, note or notes)


def _joint_fields(label: str) -> tuple[str, ...]:
    """Give the fields of a label made of two: 提交响应文件截止时间及提交响应文件地点, 递交截止时间即开标时间."""
    parts = re.split(r"[及和与、暨即]", label)
    if not 1 < len(parts) <= 3 or len(label) > 40:
        return ()
    known = [fields_of(split_label(part)[0]) for part in parts]
    return tuple(dict.fromkeys(field for fields in known for field in fields)) if all(known) else ()


def _by_suffix(
    block: Block, floor: int, start: int, core: int, end: int, note: str
) -> tuple[int, int, str, tuple[str, ...], str] | None:
    """Take the longest known label that the text before the colon ends with.

    A label of two signs (时间, 地点) counts only behind a gap or punctuation: 项目的实施地点 is no 地点.
    """
    text = block.flow.text
    found = longest_suffix(text[start:core])
    if not found:
        return None
    label, fields = found
    begin = core - len(label)
    while begin > start and not _same(text[begin:core], label):
        begin -= 1
    inner = _label_behind_gap(block.flow, begin, core)
    if inner:
        begin, label, fields = inner
    if len(label) <= 2 and begin > 0 and not _gap(block.flow, begin) and not (floor and label in _CONTACT_LABELS):
        return None
    if begin > start and text[begin - 1] in "及和与、":
        first = start + read_number(text[start:core]).length
        return first, end, text[first:core], fields, note
    if 0 < begin - start <= 8 and _OWNER.fullmatch(text[start:begin]) and (start == 0 or _gap(block.flow, start)):
        return start, end, text[start:core], fields, note
    return begin, end, label, fields, note


def _label_behind_gap(flow: Flow, begin: int, core: int) -> tuple[int, str, tuple[str, ...]] | None:
    """Give the label behind a gap where the longest one begins inside a word: 某某有限公司 地址: is no 公司地址."""
    if begin == 0 or _gap(flow, begin):
        return None
    for at in range(core - 1, begin, -1):
        fields = fields_of(flow.text[at:core]) if _gap(flow, at) else ()
        if fields:
            return at, flow.text[at:core], fields
    return None


def _same(text: str, label: str) -> bool:
    return text.replace(" ", "").endswith(label) and text[:1] == label[:1]


def _gap(flow: Flow, at: int) -> bool:
    """Whether layout blanks or punctuation stand before a place of a flow."""
    return flow.is_parted(at) or not flow.text[at - 1].isalnum()


def _unknown(
    text: str, start: int, core: int, end: int, label: str, note: str
) -> tuple[int, int, str, tuple[str, ...], str] | None:
    begin = start + read_number(text[start:core]).length
    if start == 0 and _UNKNOWN_LABEL.fullmatch(text[begin:core]):
        return begin, end, label, (), note
    return None


def _behind(content: list[Block], place: int) -> Flow:
    """Give the value of a label that ends its line: the next block, unless that begins something else."""
    block = content[place]
    for following in content[place + 1 : place + 2]:
        if following.cell is not block.cell or following.heading or _known_line(following):
            break
        if _in_line(following) and following.listed.style in {"chinese", "chinese_bracket"}:
            break
        return following.flow.strip(_TRIM)
    return NO_FLOW


def _known_line(block: Block) -> bool:
    """Whether a block is a label itself, with or without its value."""
    text = block.flow.text
    if len(text) <= 30 and fields_of(split_label(text.rstrip(":"))[0]):
        return True
    found = _in_line(block)
    return bool(found and found[0].fields and found[0].label_span.start - block.start < 8)


def _alone(content: list[Block], place: int) -> list[Pair]:
    """Take a block that is nothing but a known label, or a heading that is one, with the block below."""
    block = content[place]
    text = block.body.text
    if len(text) > 40 or (block.cell and not block.heading) or (text.endswith("。") and not block.number):
        return []
    label, note = split_label(text)
    fields = fields_of(label)
    if not fields:
        return []
    value = _behind(content, place)
    form = "heading" if block.heading or block.number else "next_line"
    return [Pair(label, fields, note, block.body.whole, value, block, block.section, form)]


def _in_table(table: Table) -> list[Pair]:
    """Pair the labels of a label-value table, or of such rows in another one, with the cells beside them."""
    pairs = _only_project(table)
    whole = is_label_table(table)
    pairs.extend(_in_listing(table))
    for row in table.body if table.head_rows else table.rows:
        cells = without_group(distinct(row))
        # The first cell may reach down from a row above: 甲方 beside 名称, 地址.
        own = max((cell.row for cell in cells), default=0)
        step = 0
        while step + 1 < len(cells):
            label, value = cells[step], cells[step + 1]
            if is_label(label) and not is_label(value) and label.row == own and (whole or _row_pairs(cells)):
                pairs.append(_cell_pair(label, value))
                step += 2
            else:
                step += 1
    return pairs


_LISTED = re.compile(r"(?:名称|项目|事项|条款|条目|要点|类别)$|^(?:条款)?内容$")
_CONTENT = re.compile(r"内容|要求|说明|描述|具体|约定|规定")


def _in_listing(table: Table) -> list[Pair]:
    """Pair the rows of a table whose columns are names of terms and their contents: 商务要求名称 / 商务要求内容."""
    heads = table.heads
    column = next((i for i, (one, two) in enumerate(pairwise(heads)) if _LISTED.search(one) and _CONTENT.search(two)), None)
    if column is None:
        return []
    rows = [row for row in table.body if column + 1 < len(row) and row[column].blocks]
    return [
        _cell_pair(row[column], row[column + 1]) for row in rows if is_label(row[column]) and row[column] is not row[column + 1]
    ]


def _only_project(table: Table) -> list[Pair]:
    """Pair name and sum with their column heads where a table lists one project: the form of an intention."""
    heads = [split_label(head) for head in table.heads]
    known = [fields_of(head) for head, _ in heads]
    columns = [i for i, fields in enumerate(known) if {"project_name", "budget"} & set(fields)]
    names = sum("project_name" in fields for fields in known)
    if len(table.body) != 1 or names != 1 or len(columns) < 2:
        return []
    pairs = []
    for i in columns:
        head, value = table.rows[table.head_rows - 1][i], table.body[0][i] if i < len(table.body[0]) else None
        if value and value.blocks and head.blocks:
            block = value.blocks[0]
            whole = value.flow.strip(_TRIM)
            pairs.append(Pair(heads[i][0], known[i], heads[i][1], head.flow.whole, whole, block, block.section, "column"))
    return pairs


def _row_pairs(cells: list[Cell]) -> bool:
    """Whether labels and values alternate in a row of a table that is no label-value table as a whole."""
    return len(cells) % 2 == 0 and all(is_label(cell) for cell in cells[::2])


def _cell_pair(label: Cell, value: Cell) -> Pair:
    name, note = split_label(label.text.strip().rstrip(":"))
    block = label.blocks[0]
    return Pair(name, fields_of(name), note, label.flow.whole, value.flow.strip(_TRIM), block, block.section, "cell")
