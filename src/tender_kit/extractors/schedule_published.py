"""The day of publication where no label gives it: a line of the page, a signature at the end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from tender_kit.core.model import Moment
from tender_kit.document.model import Block, Document
from tender_kit.extractors.organisations import is_signature
from tender_kit.extractors.resolve import Found
from tender_kit.extractors.schedule_moments import read_moments, readable
from tender_kit.quantities.moments import find_moments

TOP, TAIL = 24, 12
"""Blocks from the top and from the end among which a page says when it was published."""
_ON_ITS_OWN = re.compile(r"^[\d二〇○零一三四五六七八九十年月日*./ :-]{6,24}$")
_PAGE_LINE = re.compile(
    r"\[?\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: ?\d{1,2}:\d{2}(?::\d{2})?)?\]?"
    r"(?:来源|【|\[|发布|浏览|点击|作者|编辑|字体|阅读|打印|$)"
    r"|(?:(?:信息|文章)?来源:)?[^,。;:\d]{4,30}\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?"
    r"(?:$|(?: ?\d{1,2}:\d{2}(?::\d{2})?)?(?:浏览|阅读|点击|来源|【|打印|字体))"
)
_SAID_PUBLISHED = re.compile(r"\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?: ?\d{1,2}:\d{2}(?::\d{2})?)?发布")


def published_on_the_page(document: Document) -> Iterable[Found[Moment]]:
    """A day alone on a line: at the top of a copy, or as the signature at the end."""
    content = [block for block in document.content if block.cell is None]
    for block in content[:TOP]:
        yield from _lone_day(document, block, 4)
        yield from _leading_day(document, block)
    yield from _end_of_first_chapter(document, content)
    for block in reversed(content[max(3, len(content) - TAIL) :]):
        found = list(_lone_day(document, block, 5)) or list(_signed_day(document, block))
        if found:
            yield from found
            return


_CHAPTER = re.compile(r"第[一二三四五六七八九十\d]{1,3}(?:章|部分|篇|卷)")


def _end_of_first_chapter(document: Document, content: Sequence[Block]) -> Iterable[Found[Moment]]:
    """The day that signs the invitation at the head of a whole procurement document: above 第二章, or below a name."""
    for above, block, below in zip(content, content[1:], content[2:], strict=False):
        if not _is_alone(block):
            continue
        rank = 5 if _CHAPTER.match(below.flow.text) else 6 if is_signature(above.flow.text) else 0
        found = list(_lone_day(document, block, rank)) if rank else []
        if found:
            yield from found
            return


def _is_alone(block: Block) -> bool:
    return bool(_ON_ITS_OWN.match(block.flow.text)) or block.flow.text.startswith("[发布:")


def _lone_day(document: Document, block: Block, rank: int) -> Iterable[Found[Moment]]:
    if _is_alone(block):
        found = read_moments(document, block.flow, rank, "schedule.published.alone")
        yield from (f for f in found[:1] if f.value is not None)


def _leading_day(document: Document, block: Block) -> Iterable[Found[Moment]]:
    """A page's own line: 2026年03月05日 16:20 来源:…【打印】, or a name and a day."""
    text = block.flow.text
    said = _SAID_PUBLISHED.search(text)
    if said and len(text) <= 80:
        yield from readable(read_moments(document, block.flow.slice(*said.span()), 4, "schedule.published.page"))[:1]
        return
    if len(text) > 80 or not _PAGE_LINE.match(text):
        return
    yield from readable(read_moments(document, block.flow, 4, "schedule.published.page"))[:1]


def _signed_day(document: Document, block: Block) -> Iterable[Found[Moment]]:
    """A signature and its day in one line: 某某局2025年3月1日."""
    text = block.flow.text
    if re.search(r"[。;]\d{4}年\d{1,2}月\d{1,2}日$", text):
        start = re.search(r"[。;](?=\d{4}年\d{1,2}月\d{1,2}日$)", text)
        yield from readable(
            read_moments(document, block.flow.slice(start.end() if start else 0, len(text)), 5, "schedule.published.end")
        )
        return
    if len(text) > 60 or ":" in text:
        return
    moments = find_moments(text)
    if (
        moments
        and moments[-1].end == len(text)
        and moments[-1].value is not None
        and not re.search(r"\d|[,。;至]", text[: moments[-1].start])
    ):
        match = moments[-1]
        yield Found(5, document.evidence(block.flow.span(match.start, match.end), "schedule.published.signature"), match.value)
