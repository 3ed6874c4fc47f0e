"""Looking for a pattern only where it can begin."""

from __future__ import annotations

import re
from collections.abc import Iterator


def find_from(starts: re.Pattern[str], pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Find the matches of a pattern as ``finditer`` does, given the signs that one can begin with.

    A pattern that begins with a group, a choice or a look behind is tried in full at every sign of a text; a single
    class of signs is run to by the engine alone. ``starts`` is such a class, and has to match wherever the pattern
    can. The pattern matches no empty text.

    >>> [m.group() for m in find_from(re.compile("[0-9第]"), re.compile("(?P<of>第)?[0-9]+"), "共12人,第3名")]
    ['12', '第3']
    """
    end = 0
    for start in starts.finditer(text):
        at = start.start()
        if at >= end and (found := pattern.match(text, at)):
            yield found
            end = found.end()
