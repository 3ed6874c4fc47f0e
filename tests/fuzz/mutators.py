"""What can happen to a document on its way: each mutator takes a document and another one and gives a broken one.

A mutator is ``(data, other, random) -> bytes``. It never looks at the clock or at anything but its arguments: a case is
its seed and its number.
"""

from __future__ import annotations

import codecs
import html
import re
from collections.abc import Callable
from random import Random

Mutator = Callable[[bytes, bytes, Random], bytes]

_TAG = re.compile(r"<[^<>]{1,200}>")
_DIGIT_RUN = re.compile(r"\d+")
_WIDE = {ord("0") + n: ord("０") + n for n in range(10)}
_CONTROLS = "\x00\x01\x08\x0b\x0c\x1b\x1c\x1d\x1f\x7f\x85\u2028\u2029"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u202e\u202d\u2066\u2069\u200f\u061c\ufffe\uffff\u180e\u3164"
_SURROGATES = ("\ud800", "\udfff", "\udc80", "\ud83d\ude00", "\U0001f600", "\U000e0041", "e\u0301", "\u0e33" * 9)
_HUGE = (
    "9" * 400, "1e999999999", "0" * 300 + "1", "1." + "3" * 300, "-50", "99999999999999999999亿元", "一" * 300,
    "二〇" * 90, "壹佰" * 80, "0.00000000000000000001%", "1/0", "½", "②③", "٣٤", "१२", "１，０００", "1,0,0,0,0", "1 2 3 4 5",
    "万亿亿万",
)  # fmt: skip
_DATES = (
    "9999年99月99日", "0000年00月00日", "2026年2月30日", "2026-13-45 99:99:99", "10000年1月1日", "99999999",
    "2026年4月31日至2026年4月1日",
    "1年1月1日", "9999年12月31日24时", "2026年4月20日25:61", "自2026年1月1日起9999年", "9999999999999999个工作日",
    "2026年12月31日起99999个月",
    "0001-01-01 00:00", "二〇二六年十三月三十二日", "每年-1次", "2026.4.20.21", "24:00-00:00",
)  # fmt: skip
_WORDS = (
    "预算金额:", "最高限价(万元)", "包1", "02、03包", "第一标段", "项目编号：", "★", "▲", "不少于", "每季度", "不超过",
    "采购人：", "付款方式", "评分标准",
    "更正为", "中标人", "\n一、", "\n(一)", "\n1.1.1.1.1.1.1 ", "□", "☑", "|", "\t", "。", "；", "、", "(", "》", "【", "％",
    "以上",
)  # fmt: skip
_TAGS = (
    "<table>", "</table>", "<tr>", "</tr>", "<td>", "<td rowspan=0>", "<td colspan=99999>",
    "<td rowspan=-3 colspan=x>", "<div hidden>",
    "<script>", "</script>", "<style>", "<!--", "-->", "<pre>", "<select><option>", "<input value='50万元'>",
    "<h1>", "</p>", "<br/>", "<a href=#>",
    "<![CDATA[", "]]>", "<?php", "<%", "<svg>", "<frameset>", "<body>", "</html>", "<template>", "<thead>",
    "<textarea>", "<plaintext>", "<x:y z>",
)  # fmt: skip
_ENTITIES = (
    "&#0;", "&#x110000;", "&#xD800;", "&#99999999999;", "&nbsp;", "&amp;lt;td&amp;gt;", "&unknown;", "&#x4e00",
    "&lt;script&gt;", "&#42;&#42;",
)  # fmt: skip


def text_of(data: bytes) -> str:
    """Read a document as the text that it is, whatever has become of it."""
    for name in ("utf-8", "gb18030"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")


def on_text(change: Callable[[str, str, Random], str]) -> Mutator:
    """Make a mutator of a change of texts; lone surrogates survive as the bytes that broken programs write for them."""

    def mutate(data: bytes, other: bytes, random: Random) -> bytes:
        return change(text_of(data), text_of(other), random).encode("utf-8", "surrogatepass")

    return mutate


def place(data: bytes | str, random: Random) -> int:
    return random.randint(0, len(data))


def insert(text: str, pieces: tuple[str, ...] | str, random: Random, most: int = 20) -> str:
    """Put some of the pieces anywhere."""
    for _ in range(random.randint(1, most)):
        at = place(text, random)
        text = text[:at] + random.choice(pieces) + text[at:]
    return text


def flip_bytes(data: bytes, other: bytes, random: Random) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 3, 30, 300)) if changed else 0):
        changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def cut(data: bytes, other: bytes, random: Random) -> bytes:
    first, last = sorted((place(data, random), place(data, random)))
    return random.choice((data[:first], data[last:], data[first:last], data[:first] + data[last:]))


def splice(data: bytes, other: bytes, random: Random) -> bytes:
    return data[: place(data, random)] + other[place(other, random) :]


def interleave(text: str, other: str, random: Random) -> str:
    lines, others = text.splitlines(keepends=True), other.splitlines(keepends=True)
    return "".join(line for pair in zip(lines, others, strict=False) for line in pair if random.random() < 0.9)


def shuffle_lines(text: str, other: str, random: Random) -> str:
    lines = text.splitlines(keepends=True)
    first = random.randint(0, len(lines))
    part = lines[first : first + random.randint(2, 40)]
    random.shuffle(part)
    return "".join([*lines[:first], *part, *lines[first + len(part) :]])


def repeat(text: str, other: str, random: Random) -> str:
    first = place(text, random)
    part = text[first : first + random.choice((1, 10, 100, 1000))]
    return text[:first] + part * random.choice((2, 5, max(2, 3000 // max(1, len(part))))) + text[first:]


def shuffle_tags(text: str, other: str, random: Random) -> str:
    tags = _TAG.findall(text)
    random.shuffle(tags)
    waiting = iter(tags)
    return _TAG.sub(lambda _: next(waiting), text)


def drop_tags(text: str, other: str, random: Random) -> str:
    share = random.choice((0.02, 0.2, 0.8))
    return _TAG.sub(lambda tag: "" if random.random() < share else tag.group(), text)


def add_tags(text: str, other: str, random: Random) -> str:
    return insert(text, _TAGS, random, 40)


def nest(text: str, other: str, random: Random) -> str:
    opening = random.choice(("<table><tr><td>", "<div>", "<ul><li>", "<b>", "<table><thead><tr><th>", "(", "“"))
    at = place(text, random)
    return text[:at] + opening * random.choice((3, 30, 300)) + text[at:]


def mix_encodings(data: bytes, other: bytes, random: Random) -> bytes:
    text, at = text_of(data), place(text_of(data), random)
    first, second = random.choices(("utf-8", "gb18030", "utf-16-le", "utf-16-be", "big5"), k=2)
    return text[:at].encode(first, "replace") + text[at:].encode(second, "replace")


def add_marks(data: bytes, other: bytes, random: Random) -> bytes:
    mark = random.choice((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, b"\x84\x31\x95\x33"))
    at = random.choice((0, place(data, random)))
    return data[:at] + mark + data[at:]


def encode(data: bytes, other: bytes, random: Random) -> bytes:
    return text_of(data).encode(random.choice(("gb18030", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "big5")), "replace")


def widen(text: str, other: str, random: Random) -> str:
    """Set figures in full width: the values stay as they are."""
    share = random.choice((0.1, 0.5, 1.0))
    return _DIGIT_RUN.sub(lambda run: run.group().translate(_WIDE) if random.random() < share else run.group(), text)


def mask(text: str, other: str, random: Random) -> str:
    share = random.choice((0.1, 0.5, 1.0))
    return _DIGIT_RUN.sub(lambda run: "*" * len(run.group()) if random.random() < share else run.group(), text)


def add_asterisks(text: str, other: str, random: Random) -> str:
    return insert(text, ("*", "**", "***", "****-**-**", "＊＊", "××", "某某"), random)


def add_blanks(text: str, other: str, random: Random) -> str:
    return insert(text, (" ", "\u3000", "\u00a0", "\t", "\n", "\r\n", "\r", "  ", "\u2003"), random, 60)


def add_controls(text: str, other: str, random: Random) -> str:
    return insert(text, random.choice((_CONTROLS, _INVISIBLE, _SURROGATES)), random)


def add_figures(text: str, other: str, random: Random) -> str:
    return insert(text, random.choice((_HUGE, _DATES)), random, 8)


def change_figures(text: str, other: str, random: Random) -> str:
    return _DIGIT_RUN.sub(lambda run: random.choice(_HUGE + _DATES) if random.random() < 0.1 else run.group(), text)


def add_words(text: str, other: str, random: Random) -> str:
    return insert(text, _WORDS, random)


def add_entities(text: str, other: str, random: Random) -> str:
    return insert(html.escape(text) if random.random() < 0.2 else text, _ENTITIES, random)


def join_lines(text: str, other: str, random: Random) -> str:
    return re.sub(r"\s*\n\s*", random.choice(("", " ", "\t", "|")), text)


def break_lines(text: str, other: str, random: Random) -> str:
    width = random.choice((1, 7, 40))
    return "\n".join(text[first : first + width] for first in range(0, len(text), width))


# What leaves every figure what it was and where it was: a value that is read must stand in its quote all the same.
FAITHFUL: dict[str, Mutator] = {
    **{each.__name__: on_text(each) for each in (widen, shuffle_tags, drop_tags, shuffle_lines, interleave, add_words)},
    **{each.__name__: each for each in (encode,)},
}
BREAKING: dict[str, Mutator] = {
    **{each.__name__: each for each in (flip_bytes, cut, splice, mix_encodings, add_marks)},
    **{
        each.__name__: on_text(each)
        for each in (
            repeat, add_tags, nest, mask, add_asterisks, add_blanks, add_controls, add_figures, change_figures,
    add_entities, join_lines,
            break_lines,
        )
    },
}  # fmt: skip
MUTATORS = {**FAITHFUL, **BREAKING}
