"""Bytes to text: the bytes decide, not what the page says of itself.

Half of the old portals declare a charset that is not theirs (``gb2312`` over UTF-8, ``utf-8`` over GBK),
so a declaration is never looked at. Strict UTF-8 is a proof; GB18030 accepts almost everything, so what it
gives is weighed against Big5 by how many characters are everyday ones.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass, field

from tender_kit.core.errors import UnreadableSource

Note = tuple[str, str, str]

# Everyday characters of running Chinese and of notices, simplified, then those whose traditional form differs.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经"
    "十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全"
    "表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员"
    "招标采购项目预算金额编号公告投标文件单位地址联系电话服务内容要求合同期限资格包供应商名称时间北京市县区街镇村组号元万省自治州采"
    "國會這來時為們個說對發動過產種後經點從業應還開關與間樣無問條題總購標項號額採預區縣電話務聯繫"
)
_SAMPLE = 6_000
# Running text of notices has about half its characters among the everyday ones, mojibake one in twenty.
_PLAIN_CHINESE = 0.25
_BEYOND_ASCII = re.compile("[^\\x00-\\x7f]+")
_CONTROL = re.compile("[\\x00-\\x08\\x0e-\\x1f\\x7f]")
_MOJIBAKE = re.compile("锟斤拷|烫烫烫|屯屯屯|ï¿½")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNKNOWN = (
    "无法识别该文件：既不是文本，也不是支持的格式(HTML、文本、Markdown、DOCX、XLSX、PDF)；请另存为其中一种后再读取。",
    "The bytes are neither text nor a supported format (HTML, text, Markdown, DOCX, XLSX, PDF); save it as one of these.",
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that gave it, and what its reader has to know of it."""

    text: str
    encoding: str
    notes: list[Note] = field(default_factory=list)


def decode(data: bytes) -> Decoded:
    """Decode a source of unknown encoding.

    Raises:
        UnreadableSource: the bytes are no text in any encoding of Chinese.

    >>> decode("预算金额".encode("gbk")).encoding
    'gb18030'
    """
    found = _by_mark(data) or _by_utf8(data) or _by_legacy(data)
    if _is_noise(found.text) or found.text.count("\ufffd") * 20 > len(found.text):
        raise UnreadableSource(*_UNKNOWN)
    if _MOJIBAKE.search(found.text):
        found.notes.append(
            ("source.mojibake", "原文含“锟斤拷”一类乱码，源文件在入库前已损坏", "The source was garbled before it was saved.")
        )
    return found


def _by_mark(data: bytes) -> Decoded | None:
    for mark, name in _BOMS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], name)
    if b"\0" in data[:4096]:
        head = data[:4096]
        even, odd = head[::2].count(0), head[1::2].count(0)
        if max(even, odd) > 8 * min(even, odd) and max(even, odd) * 50 >= len(head):
            return _lenient(data, "utf-16-le" if odd > even else "utf-16-be")
    return None


def _by_utf8(data: bytes) -> Decoded | None:
    """Read strict UTF-8, or UTF-8 with a few bytes of damage: a page cut off in a character, a lost byte."""
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    letters = len(text) - len(text.encode("ascii", "ignore")) - bad
    return _damaged(text, "utf-8", bad) if letters >= 20 * bad else None


def _by_legacy(data: bytes) -> Decoded:
    """Read GB18030, or Big5 where that gives the more everyday text."""
    best = _lenient(data, "gb18030")
    share = _everyday(best.text)
    if share < _PLAIN_CHINESE or best.notes:
        rival = _lenient(data, "big5hkscs")
        best = rival if _everyday(rival.text) > share else best
    return best


def _lenient(data: bytes, name: str) -> Decoded:
    try:
        return Decoded(data.decode(name), name)
    except UnicodeDecodeError:
        text = data.decode(name, "replace")
        return _damaged(text, name, text.count("\ufffd"))


def _damaged(text: str, name: str, bad: int) -> Decoded:
    note = ("source.damaged", f"有 {bad} 处字节损坏，以“\ufffd”代替", f"{bad} damaged places were replaced by U+FFFD.")
    return Decoded(text, name, [note])


def _everyday(text: str) -> float:
    """Tell the share of everyday characters among those beyond ASCII, from samples of the whole text."""
    letters = "".join(_BEYOND_ASCII.findall(text))
    sample = letters[:: len(letters) // _SAMPLE + 1]
    return sum(map(_COMMON.__contains__, sample)) / (len(sample) or 1)


def _is_noise(text: str) -> bool:
    """Tell random bytes: control characters that no text has."""
    head = text[:20_000]
    return len(_CONTROL.findall(head)) * 50 > len(head)
