"""Traditional characters: mirror sites turn notices into them, patterns are written in simplified ones."""

from __future__ import annotations

import re
from functools import cache

from tender_kit.vocab.load import read_text

_SAMPLE = 1500
# A traditional text has another form in every fourth character; a simplified one has a name or a seal now and then.
_SHARE = 0.05
_FEWEST = 3
_HAN = re.compile("[\u4e00-\u9fff]")


@cache
def _table() -> dict[int, str]:
    rows = read_text("traditional.csv").splitlines()[1:]
    return {ord(row[0]): row[2] for row in rows}


@cache
def _traditional() -> re.Pattern[str]:
    return re.compile("[" + "".join(map(chr, _table())) + "]")


def simplify(text: str) -> str:
    """Write simplified for traditional characters, one for one: the length stays.

    >>> simplify("採購人應當於開標前")
    '采购人应当于开标前'
    """
    return text.translate(_table())


def looks_traditional(text: str) -> bool:
    """Tell whether a text is written in traditional characters, by a sample of its head and its middle.

    >>> looks_traditional("採購項目名稱"), looks_traditional("采购项目名称")
    (True, False)
    """
    middle = len(text) // 2
    sample = text[:_SAMPLE] + text[max(_SAMPLE, middle) : middle + _SAMPLE]
    hits = len(_traditional().findall(sample))
    return hits >= _FEWEST and hits > len(_HAN.findall(sample)) * _SHARE
