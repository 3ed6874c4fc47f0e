"""On which line of a TOML file a key stands: the reader of the standard library does not say."""

from __future__ import annotations

import re

_TABLE = re.compile(r"^\s*\[(?P<list>\[)?\s*(?P<name>[^\]\[#]+?)\s*\]")
_KEY = re.compile(r"""^\s*(?P<key>[^\s=#\[{"']+|"[^"]*"|'[^']*')\s*=""")
Place = tuple[int | str, ...]


def find_lines(text: str) -> dict[Place, int]:
    """Map the places of tables and keys to their lines, from 1.

    >>> find_lines('[organisation]\\nname = "x"\\n[[staff]]\\ncount = 2')
    {('organisation',): 1, ('organisation', 'name'): 2, ('staff', 0): 3, ('staff', 0, 'count'): 4}
    """
    found: dict[Place, int] = {}
    above: Place = ()
    counts: dict[str, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        if table := _TABLE.match(line):
            name = table["name"]
            above = tuple(part.strip(" \"'") for part in name.split("."))
            if table["list"]:
                above = (*above, counts.setdefault(name, 0))
                counts[name] += 1
            found.setdefault(above, number)
        elif key := _KEY.match(line):
            found.setdefault((*above, *(part.strip(" \"'") for part in key["key"].split("."))), number)
    return found


def line_of(place: Place, lines: dict[Place, int]) -> int | None:
    """Give the line of a place, or of the nearest table above it."""
    for length in range(len(place), 0, -1):
        if place[:length] in lines:
            return lines[place[:length]]
    return None
