"""Lines of one paragraph together again, where no common width tells that a page cut it.

Text copied out of a PDF or a narrow window breaks its lines anywhere: ``心 / 理测评不少于400人``. Here the sentences tell:
a line of running text stops without an end, and the next goes on with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from tender_kit.document.layout import Paragraph, indent
from tender_kit.document.sources.unwrap import begins_anew, ends_open, has_columns, has_ended, width_of

_PROSE = re.compile(r"[，。；、,;]")
_OPENS = re.compile(r"\s*(?:[-•·]\s|特此|凡有意|附[:：件]|注[:：])")
_SHORTEST = 44  # columns: a shorter line without an end is a title or an entry of a list
_LONGEST = 20_000  # signs: each join copies the paragraph
_SURE = 2  # places where a line cannot end (``不少于``, ``、``): one may be a slip, two are a habit of the text


def join_ragged(paragraphs: Sequence[Paragraph]) -> list[Paragraph]:
    """Join each line of running text that stops in the middle of a sentence with the next; a blank line parts them.

    Nothing is joined unless at least two lines stop where no line can.
    """
    cuts = [at for at, (one, two) in enumerate(pairwise(paragraphs), start=1) if _goes_on(one, two)]
    if sum(ends_open(_last_line(paragraphs[at - 1])) for at in cuts) < _SURE:
        return list(paragraphs)
    cut = set(cuts)
    joined: list[Paragraph] = []
    for at, paragraph in enumerate(paragraphs):
        if at in cut and len(joined[-1].text) < _LONGEST:
            joined[-1].text = f"{joined[-1].text}\n{paragraph.text}"
        else:
            joined.append(paragraph)
    return joined


def _goes_on(one: Paragraph, two: Paragraph) -> bool:
    if len(one.text) * 2 < _SHORTEST:  # no sign takes more than two columns
        return False
    last, line = _last_line(one), two.text.partition("\n")[0]
    if one.noise or two.noise or two.gap or has_ended(last) or begins_anew(line) or _OPENS.match(line) or indent(line) >= 2:
        return False
    if has_columns(last) or has_columns(line) or width_of(last) < _SHORTEST:
        return False
    return bool(_PROSE.search(last) and _PROSE.search(line))


def _last_line(paragraph: Paragraph) -> str:
    return paragraph.text.rpartition("\n")[2]
