"""Documents of any size in the shapes that parsers stumble over: prose, one long line, one big table, deep nesting."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count

HEAD = "某街道助餐服务项目竞争性磋商公告\n一、项目编号:JC-2026-018\n预算金额:86万元\n二、服务要求\n"


def _sentences() -> Iterator[str]:
    """Sentences as a notice has them: every other one with a figure that binds."""
    for number in count(1):
        yield f"供应商应当按照采购人的安排做好第{number}片区老年人的助餐工作,保证食品新鲜、配送及时,并接受街道的监督。"
        yield f"每月开展营养讲座不少于{number % 4 + 1}次,每次参加人数不少于{number % 30 + 10}人。"


def _filled(pieces: Iterator[str], size: int) -> str:
    taken: list[str] = []
    length = 0
    while length < size:
        taken.append(next(pieces))
        length += len(taken[-1].encode())
    return "".join(taken)


def _prose(size: int) -> str:
    return HEAD + _filled((f"{text}\n" for text in _sentences()), size)


def _line(size: int) -> str:
    return HEAD + _filled(_sentences(), size)


def _table(size: int) -> str:
    rows = (
        f"<tr><td>{n}</td><td>餐具{n % 90}</td><td>食品级不锈钢,容量不小于{n % 5 + 1}升</td><td>{n % 40 + 1}</td></tr>"
        for n in count(1)
    )
    head = "<tr><th>序号</th><th>名称</th><th>技术要求</th><th>数量</th></tr>"
    return f"<html><body><h1>某街道助餐设备采购</h1><table>{head}{_filled(rows, size)}</table></body></html>"


def _nested(size: int) -> str:
    """Boxes in boxes, a hundred deep, with a sentence in each innermost one."""
    depth = 100
    boxes = (f"{'<div>' * depth}{text}{'</div>' * depth}" for text in _sentences())
    return f"<html><body><h1>某街道助餐服务采购公告</h1>{_filled(boxes, size)}</body></html>"


SHAPES: dict[str, Callable[[int], str]] = {"prose": _prose, "one line": _line, "table": _table, "nested": _nested}


def make(shape: str, size: int) -> bytes:
    """Make a document of about ``size`` bytes."""
    return SHAPES[shape](size).encode()
