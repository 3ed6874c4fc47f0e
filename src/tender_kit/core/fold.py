"""Folding: one character for one, so that an offset in the folded text is an offset in the text.

Not Unicode NFKC: that is slower than parsing HTML, and it changes the length of one notice in five
(``…`` ``㎡`` ``⑴``), which would move every quote behind the place.
"""

from __future__ import annotations

import re
import unicodedata

# Blanks that are neither a space nor a line break: no-break, ideographic, zero-width, BOM, carriage return.
_BLANKS = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d"
    "\u202f\u205f\u2060\u3000\ufeff\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
)
_SINGLES = {
    "釆": "采",
    "￥": "¥",
    "﹪": "%",
    "﹡": "*",
    "∗": "*",
    "✱": "*",
    "﹣": "-",
    "－": "-",
    "〜": "~",
    "∶": ":",
    "︰": ":",
    "﹕": ":",
}


def _compatible() -> dict[int, str]:
    """Full-width forms, Kangxi radicals and compatibility ideographs with a plain twin of length one."""
    table = {}
    for first, last in ((0xFF01, 0xFF5E), (0x2F00, 0x2FD5), (0xF900, 0xFAD9)):
        for code in range(first, last + 1):
            plain = unicodedata.normalize("NFKC", chr(code))
            if len(plain) == 1 and plain != chr(code):
                table[code] = plain
    return table


_TABLE = {**_compatible(), **{ord(c): " " for c in _BLANKS}, **{ord(k): v for k, v in _SINGLES.items()}}
_SHORT = 64
FOLDABLE = frozenset(map(chr, _TABLE))
"""The signs that folding changes."""
_SIGNS = "[" + "".join(re.escape(chr(c)) for c in sorted(_TABLE)) + "]"
_FOLDABLE = re.compile(_SIGNS + _SIGNS + "*")  # one sign first: the engine then runs to it without trying the others
# Nine of ten signs to fold are these; a plain replacement is quicker than a call for each run of them.
_COMMON = tuple((sign, _TABLE[ord(sign)]) for sign in "，：（）；．％０１２\u00a0\u3000\r")


def fold(text: str) -> str:
    """Fold ``text`` without changing its length: full width to half width, every blank to a space.

    >>> fold("预算金额（万元）：５０")
    '预算金额(万元):50'
    """
    if (len(text) < _SHORT and FOLDABLE.isdisjoint(text)) or (text.isascii() and text.isprintable()):
        return text
    for sign, plain in _COMMON:
        text = text.replace(sign, plain)
    return _FOLDABLE.sub(lambda run: run.group().translate(_TABLE), text)
