"""Can it be bid for at all: a result, a termination or an intention cannot."""

from __future__ import annotations

from collections.abc import Iterator

from tender_kit.analysis.screening.bid import Bid
from tender_kit.analysis.screening.check import Answer, Example, ScreenCheck, fails, meets, not_read, unsure
from tender_kit.models.profile import Profile
from tender_kit.models.values import NoticeKind
from tender_kit.vocab.words import load_words

_OPEN = {NoticeKind.TENDER, NoticeKind.PREQUALIFICATION}
_LATER = {
    NoticeKind.INTENTION: ("等待采购公告发布", "Wait for the tender notice"),
    NoticeKind.CORRECTION: ("与原公告一并阅读后再筛选", "Read it together with the notice that it corrects"),
    NoticeKind.REQUIREMENTS: ("找到对应的采购公告再筛选", "Find the tender notice that it belongs to"),
    NoticeKind.OTHER: ("阅读原文,确认是否可以报名", "Read it and see whether one can take part"),
}


def _look(bid: Bid, profile: Profile) -> Iterator[Answer]:
    kind = bid.notice.kind
    if kind.value is None:
        yield not_read("公告类型", "The kind of notice", kind)
        return
    zh, en = (load_words(language)("kind", kind.value.value) for language in ("zh", "en"))
    if kind.value in _OPEN:
        yield meets(f"{zh},可以参加。", f"It is open to bids ({en}).", kind.evidence)
    elif kind.value is NoticeKind.INTENTION:
        yield fails(f"{zh},还不能投标。", f"It is an {en}: no bids yet.", kind.evidence, to_do=_LATER[kind.value])
    elif kind.value in _LATER:
        yield unsure(
            f"{zh},不是采购公告本身。", f"It is not the tender notice itself ({en}).", kind.evidence, to_do=_LATER[kind.value]
        )
    else:
        yield fails(f"{zh},不能投标。", f"No bids are taken ({en}).", kind.evidence)


CHECK = ScreenCheck(
    code="notice_kind",
    title="公告类型",
    title_en="Kind of notice",
    why="结果、终止、合同和意向公告不接受投标。",
    source="财办库〔2020〕50号(公告格式规范)",
    fields=(),
    look=_look,
    of_lot=False,
    examples=(
        Example(("meets",), text="青石县社工站项目公开招标公告\n项目编号:QS-1\n采购人:青石县民政局"),
        Example(("fails",), text="青石县社工站项目中标(成交)结果公告\n项目编号:QS-1\n中标供应商名称:和风中心"),
        Example(("fails",), text="青石县社工站项目终止公告\n项目编号:QS-1\n终止原因:有效供应商不足三家"),
        Example(("fails",), text="青石县民政局2026年采购意向\n采购项目名称:社工站\n预计采购时间:2026年6月"),
        Example(("cannot_tell",), text="青石县社工站项目更正公告\n更正内容:投标截止时间延期"),
    ),
)
