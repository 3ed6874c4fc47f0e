"""List numbers that Word counts itself: they stand in no text, but the reader sees them and clauses cite them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"%(\d)")
_HEADING = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
_DIGITS = "零一二三四五六七八九"
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


@dataclass(frozen=True, slots=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    legal: bool = False


@dataclass(slots=True)
class _Style:
    based_on: str = ""
    number: tuple[str, int] | None = None
    outline: int = 0


@dataclass(slots=True)
class Numbering:
    """The lists and paragraph styles of one file, and how far each list has counted."""

    lists: etree._Element | None
    sheet: etree._Element | None
    _levels: dict[str, dict[int, _Level]] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _styles: dict[str, _Style] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.lists is not None:
            self._read_lists(self.lists)
        if self.sheet is not None:
            self._read_styles(self.sheet)

    def heading_level(self, paragraph: etree._Element) -> int:
        """Tell the heading level that the paragraph or its style gives, else 0."""
        own = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if own is not None:
            level = _number(own.get(f"{W}val"), 9) + 1
            return level if level <= 9 else 0
        return next((style.outline for style in self._chain(paragraph) if style.outline), 0)

    def label(self, paragraph: etree._Element) -> str:
        """Count the paragraph's list on, and give the number as it is shown; "" for one in no list."""
        place = self._place(paragraph)
        if place is None or place[0] == "0":
            return ""
        number, level = place
        abstract = self._abstract.get(number, "")
        levels = self._levels.get(abstract, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(abstract, {})
        restart = self._restarts.get(number, {}).pop(level, None)
        if restart is not None:
            counts[level] = restart
        else:
            counts[level] = counts.get(level, levels[level].start - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return _render(levels, counts, level)

    def _place(self, paragraph: etree._Element) -> tuple[str, int] | None:
        own = _place_in(paragraph.find(f"{W}pPr"))
        inherited = next((style.number for style in self._chain(paragraph) if style.number), None)
        if own and inherited and not own[0]:
            return inherited[0], own[1]
        return own if own and own[0] else inherited

    def _chain(self, paragraph: etree._Element) -> list[_Style]:
        named = paragraph.find(f"{W}pPr/{W}pStyle")
        name = (named.get(f"{W}val") or "") if named is not None else ""
        chain: list[_Style] = []
        while name in self._styles and len(chain) < 12:
            chain.append(self._styles[name])
            name = chain[-1].based_on
        return chain

    def _read_lists(self, root: etree._Element) -> None:
        for abstract in root.iter(f"{W}abstractNum"):
            levels = {_number(level.get(f"{W}ilvl"), 0): _read_level(level) for level in abstract.iter(f"{W}lvl")}
            self._levels[abstract.get(f"{W}abstractNumId") or ""] = levels
        for number in root.iter(f"{W}num"):
            name = number.get(f"{W}numId") or ""
            target = number.find(f"{W}abstractNumId")
            self._abstract[name] = (target.get(f"{W}val") or "") if target is not None else ""
            for override in number.iter(f"{W}lvlOverride"):
                start = override.find(f"{W}startOverride")
                if start is not None:
                    level = _number(override.get(f"{W}ilvl"), 0)
                    self._restarts.setdefault(name, {})[level] = _number(start.get(f"{W}val"), 1)

    def _read_styles(self, root: etree._Element) -> None:
        for style in root.iter(f"{W}style"):
            base, name, outline = style.find(f"{W}basedOn"), style.find(f"{W}name"), style.find(f"{W}pPr/{W}outlineLvl")
            title = (name.get(f"{W}val") or "") if name is not None else ""
            heading = _HEADING.match(title)
            level = int(heading.group(1)) if heading else int(title.lower() == "title")
            if outline is not None and not level:
                level = (_number(outline.get(f"{W}val"), 9) + 1) % 10
            self._styles[style.get(f"{W}styleId") or ""] = _Style(
                (base.get(f"{W}val") or "") if base is not None else "", _place_in(style.find(f"{W}pPr")), level
            )


def _place_in(properties: etree._Element | None) -> tuple[str, int] | None:
    place = properties.find(f"{W}numPr") if properties is not None else None
    if place is None:
        return None
    number, level = place.find(f"{W}numId"), place.find(f"{W}ilvl")
    return (
        (number.get(f"{W}val") or "") if number is not None else "",
        _number(level.get(f"{W}val"), 0) if level is not None else 0,
    )


def _read_level(level: etree._Element) -> _Level:
    def value(tag: str, default: str) -> str:
        found = level.find(W + tag)
        return default if found is None else found.get(f"{W}val") or default

    return _Level(
        value("numFmt", "decimal"), value("lvlText", ""), _number(value("start", "1"), 1), level.find(f"{W}isLgl") is not None
    )


def _render(levels: dict[int, _Level], counts: dict[int, int], level: int) -> str:
    own = levels[level]
    if own.form == "none":
        return ""
    if own.form == "bullet":
        # Bullets of symbol fonts lie in the private area and show as nothing elsewhere.
        return own.text if own.text and not "\ue000" <= own.text[0] <= "\uf8ff" else "●"

    def shown(place: re.Match[str]) -> str:
        at = int(place.group(1)) - 1
        if at not in levels:
            return ""
        return format_number(counts.get(at, levels[at].start), "decimal" if own.legal else levels[at].form)

    return _PLACE.sub(shown, own.text)


def format_number(value: int, form: str) -> str:
    """Write a count in one of Word's number formats (ECMA-376, ST_NumberFormat).

    >>> format_number(12, "chineseCounting"), format_number(3, "decimalEnclosedCircleChinese")
    ('十二', '③')
    """
    if form.startswith(("chineseCounting", "taiwaneseCounting", "japaneseCounting", "ideographTraditional")):
        return _chinese(value)
    if form in ("chineseLegalSimplified", "ideographLegalTraditional"):
        return _chinese(value).translate(_LEGAL)
    if form.startswith("decimalEnclosedCircle") and 1 <= value <= 20:
        return chr(0x2460 + value - 1)
    if form.endswith("Letter") and 1 <= value <= 26:
        return chr((65 if form.startswith("upper") else 97) + value - 1)
    if form.endswith("Roman") and 1 <= value < 4000:
        return _roman(value).upper() if form.startswith("upper") else _roman(value)
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _chinese(value: int) -> str:
    if not 0 < value < 1000:
        return str(value) if value else "零"
    hundreds, tens, units = value // 100, value // 10 % 10, value % 10
    text = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        text += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and units:
        text += "零"
    return text + (_DIGITS[units] if units else "")


def _roman(value: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        text += letters * count
    return text


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else default
