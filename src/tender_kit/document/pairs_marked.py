"""Labels that no colon ends: in brackets (【采购预算】50万元), parted by blanks (开标时间 2026年9月25日), as heads of columns."""

from __future__ import annotations

import re
from itertools import pairwise

from tender_kit.document.model import Block, Cell, Document, Pair, Table
from tender_kit.vocab.labels import fields_of, split_label

_BRACKETED = re.compile(r"[【\[〖「]([^【】\[\]〖〗「」]{2,30})[】\]〗」]")
_WORD = re.compile(r"\S+")
_TRIM = " \n\t;,|:【】"
_LONGEST_LINE = 160
_MOST_VALUES = 4
# What a column of a table of lots may say for the project as a whole; names and sums are those of the lots.
_SHARED = frozenset(("bid_deadline", "opening", "documents_time", "documents_until", "registration"))


def in_brackets(block: Block) -> list[Pair]:
    """Pair the known labels in brackets with what stands behind each, up to the next; a bracket alone heads what is below.

    【采购项目编号】SXQJ-0329 and [开标时间]2026年4月9日9时 are pairs, 【公开招标】某某项目 is none.
    """
    text = block.flow.text
    if text[:1] not in "【[〖「" and "】【" not in text[:_LONGEST_LINE]:
        return []
    marks = [(mark, *split_label(mark[1])) for mark in _BRACKETED.finditer(text) if fields_of(split_label(mark[1])[0])]
    pairs = []
    for place, (mark, label, note) in enumerate(marks):
        end = marks[place + 1][0].start() if place + 1 < len(marks) else len(text)
        value = block.flow.slice(mark.end(), end).strip(_TRIM)
        if value.text:
            span = block.flow.span(*mark.span(1))
            pairs.append(Pair(label, fields_of(label), note, span, value, block, block.section, "line"))
    return pairs


def behind_blanks(document: Document, block: Block) -> list[Pair]:
    """Pair a known label that begins a line with the words behind a blank; two labels side by side are heads of columns."""
    line = document.folded[block.start : block.end]
    if block.cell is not None or len(line) > _LONGEST_LINE or "\n" in line:
        return []
    words = list(_WORD.finditer(line))
    if len(words) < 2 or not _known(words[0].group()):
        return []
    known = [_known(word.group()) for word in words]
    labels = [place for place, fields in enumerate(known) if fields]
    if labels[-1] == len(words) - 1 or any(two - one == 1 for one, two in pairwise(labels)):
        return []
    pairs = []
    for place, following in pairwise([*labels, len(words)]):
        label, note = split_label(words[place].group())
        name = block.flow.slice(*_within(block, words[place].start(), words[place].end()))
        value = block.flow.slice(*_within(block, words[place + 1].start(), words[following - 1].end())).strip(_TRIM)
        pairs.append(Pair(label, known[place], note, name.whole, value, block, block.section, "line"))
    return pairs


_CONTACT_WORDS = ("联系人 ", "电话 ", "手机 ", "地址 ")
_OF_A_CONTACT = frozenset(("联系人", "项目联系人", "联系电话", "电话", "手机", "地址"))


def contacts_behind_blanks(document: Document, block: Block) -> list[Pair]:
    """Pair 联系人 and the like with the next word where the rest of the line has colons: 地址:东路1号 联系人 李工 电话:…."""
    line = document.folded[block.start : block.end]
    if block.cell is not None or len(line) > _LONGEST_LINE or "\n" in line or not any(map(line.__contains__, _CONTACT_WORDS)):
        return []
    pairs = []
    for one, two in pairwise(_WORD.finditer(line)):
        if one.group() in _OF_A_CONTACT and ":" not in two.group() and not _known(two.group()):
            name = block.flow.slice(*_within(block, one.start(), one.end()))
            value = block.flow.slice(*_within(block, two.start(), two.end())).strip(_TRIM)
            label = one.group()
            if value.text:
                pairs.append(Pair(label, fields_of(label), "", name.whole, value, block, block.section, "line"))
    return pairs


def _known(word: str) -> tuple[str, ...]:
    """The fields of a word that is a label; sentences and words of one or two signs are none, but for 地址 and 电话."""
    if re.search(r"[。,;:“”【\[〖「]", word) or len(word) > 24:
        return ()
    label = split_label(word)[0]
    return fields_of(label) if len(label) > 2 or label in ("地址", "电话") else ()


def _within(block: Block, start: int, end: int) -> tuple[int, int]:
    return block.flow.first_at(block.start + start), block.flow.first_at(block.start + end)


def in_columns(table: Table) -> list[Pair]:
    """Pair the head of a column of deadlines with what its rows hold: one cell for all lots, or the same day in each."""
    pairs = []
    for column, text in enumerate(table.heads):
        label, note = split_label(text)
        fields = fields_of(label)
        if not _SHARED.intersection(fields):
            continue
        head = table.rows[table.head_rows - 1][column]
        for value in _distinct([row[column] for row in table.body if column < len(row)]) if head.blocks else ():
            block = value.blocks[0]
            pairs.append(Pair(label, fields, note, head.flow.whole, value.flow.strip(_TRIM), block, block.section, "column"))
    return pairs


def _distinct(cells: list[Cell]) -> list[Cell]:
    """The cells of a column that say different things; none where they are as many as the rows of a list."""
    found = {cell.text: cell for cell in cells if cell.blocks}
    return list(found.values()) if len(found) <= _MOST_VALUES else []


_NUMBER_ALONE = re.compile(r"\(?[\d*]{3,4}[)\d*\- 、,/转]{4,40}")
_MOST_NUMBERS = 4


def more_numbers(content: list[Block], place: int, pairs: list[Pair]) -> list[Pair]:
    """Pair a label of telephone numbers with the lines below its value that hold nothing but another number."""
    if not pairs or "phone" not in pairs[-1].fields or not pairs[-1].value.text:
        return []
    last, found = pairs[-1], []
    first = place + 1 + (last.value.at(0) >= content[place].end)
    for block in content[first : first + _MOST_NUMBERS]:
        if block.cell is not None or not _NUMBER_ALONE.fullmatch(block.flow.text):
            break
        found.append(Pair(last.label, last.fields, last.note, last.label_span, block.flow, block, block.section, last.form))
    return found
