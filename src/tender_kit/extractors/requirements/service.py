"""Which blocks are the service sections: where a notice says what the work is."""

from __future__ import annotations

from bisect import bisect_right

from tender_kit.document.model import Block, Document
from tender_kit.extractors.context import Context
from tender_kit.extractors.requirements.scope import Scope
from tender_kit.models.notice import Notice
from tender_kit.models.values import NoticeKind


def service_blocks(document: Document, notice: Notice) -> list[Block]:
    """Give the blocks of the service sections, in order.

    These are the sections whose titles ask for work (服务内容, 人员要求, 考核指标) with all that stands under them, the whole
    of a document that is nothing but requirements, and every other block that a clause was read from.
    """
    scope = Scope(Context(document), "demand" if notice.kind.value is NoticeKind.REQUIREMENTS else "open")
    content = document.content
    starts = [block.start for block in content]
    read = {bisect_right(starts, piece.start) - 1 for clause in notice.requirements for piece in clause.evidence}
    return [b for place, b in enumerate(content) if place in read or scope.section(b.section) == "demand"]
