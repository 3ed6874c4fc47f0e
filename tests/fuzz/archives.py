"""Packages and PDFs that broke on their way: bytes of the whole, bytes of a part inside, or the end missing."""

from __future__ import annotations

import io
import re
import zipfile
from random import Random

from tests.fuzz.mutators import (
    Mutator,
    add_entities,
    add_figures,
    add_tags,
    cut,
    drop_tags,
    flip_bytes,
    on_text,
    repeat,
    shuffle_tags,
    widen,
)

_INSIDE: tuple[Mutator, ...] = (
    flip_bytes,
    cut,
    *map(on_text, (repeat, add_tags, shuffle_tags, drop_tags, add_figures, add_entities, widen)),
)


def mutate_archive(data: bytes, other: bytes, random: Random) -> bytes:
    """Break a package from outside or inside."""
    how = random.choice((flip_bytes, cut, _change_part, _change_part, _change_part, _drop_part, _swap_parts))
    try:
        return how(data, other, random)
    except Exception:  # broken already, in a way that zipfile has its own error for: break it more
        return flip_bytes(data, other, random)


def mutate_pdf(data: bytes, other: bytes, random: Random) -> bytes:
    """Break a PDF: its bytes, its objects, its streams."""
    if random.random() < 0.5:
        return random.choice((flip_bytes, cut))(data, other, random)
    numbers = re.compile(rb"\d+(?= 0 R)|(?<=/Count )\d+|(?<=/Length )\d+")
    return numbers.sub(lambda found: str(random.randrange(30)).encode() if random.random() < 0.05 else found.group(), data)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def repacked(data: bytes, without: tuple[str, ...] = ()) -> bytes:
    """Pack a package anew, with one time for all its parts."""
    return _packed({name: content for name, content in _parts(data).items() if name not in without})


def _change_part(data: bytes, other: bytes, random: Random) -> bytes:
    parts = _parts(data)
    told = [name for name in parts if re.search(r"document|sheet|sharedStrings|numbering|workbook|styles|\.rels", name)]
    name = random.choice(told or list(parts))
    return _packed({**parts, name: random.choice(_INSIDE)(parts[name], parts[name], random)})


def _drop_part(data: bytes, other: bytes, random: Random) -> bytes:
    parts = _parts(data)
    parts.pop(random.choice(list(parts)))
    return _packed(parts)


def _swap_parts(data: bytes, other: bytes, random: Random) -> bytes:
    parts = _parts(data)
    one, two = random.choices(list(parts), k=2)
    return _packed({**parts, one: parts[two], two: parts[one]})
