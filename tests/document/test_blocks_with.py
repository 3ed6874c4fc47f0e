"""The blocks that hold a word are found in one look over all of them."""

from __future__ import annotations

from tender_kit.document.build import build_document

TEXT = "某项目公告\n预算金额:50万元\n本项目不接受联合体投标\n保 证 金:无\n联系电话:010-12345678\n联合\n体检服务"


def _found(*words: str) -> list[str]:
    return [block.flow.text for block in build_document(TEXT).blocks_with(*words)]


def test_gives_the_blocks_in_their_order_each_once() -> None:
    assert _found("投标", "联合体", "预算") == ["预算金额:50万元", "本项目不接受联合体投标"]


def test_looks_at_flows_without_the_blanks_of_the_layout() -> None:
    assert _found("保证金") == ["保证金:无"]


def test_a_word_does_not_run_over_two_blocks() -> None:
    assert _found("联合体检") == []


def test_gives_none_where_no_block_holds_a_word() -> None:
    assert _found("监理") == []


def test_agrees_with_asking_each_block() -> None:
    document = build_document(TEXT * 20)
    for word in ("项目", "0", ":", "体"):
        assert document.blocks_with(word) == [block for block in document.content if word in block.flow.text]
