"""What a corpus case expects beside what the parser found: one list of differences per field.

A field is a key of `expected.json`, or a key and a part of it (`buyer.name`, `measures.per`). The rules
of comparison are those of the format in `corpus/README.md`: white space, width and punctuation of texts do
not matter, a mask equals a mask of the same digits and asterisks, a quote may be longer or shorter than the
expected one, and a key that `expected.json` leaves out is not compared at all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from decimal import Decimal, InvalidOperation
from typing import Any

Facts = dict[str, Any]
Same = Callable[[Any, Any], bool]
NOTHING = (None, "", [], ())

# ---------------------------------------------------------------- equality of single values

_MARKS = re.compile(r"[\s\W_]+")
_SHAPE = re.compile(r"[^*\d]")
_NUMERALS = str.maketrans("一二三四五六七八九", "123456789")
_SAME_UNIT = [
    set("个例案件宗"),
    {"次", "场", "场次", "回"},
    {"人", "名", "位"},
    {"家", "所", "间"},
    {"月", "个月"},
    {"工作日", "个工作日"},
]


def plain(text: object) -> str:
    """Reduce a text to its letters, digits, asterisks and the signs that change a figure."""
    kept = unicodedata.normalize("NFKC", str(text or "")).casefold()
    for sign, word in (("*", "星"), ("%", "百分号"), ("≥", "大于等于"), ("≤", "小于等于")):
        kept = kept.replace(sign, word)
    return _MARKS.sub("", kept)


def same_value(a: object, b: object) -> bool:
    return a == b


def same_text(a: object, b: object) -> bool:
    return plain(a) == plain(b)


def same_figure(a: Any, b: Any) -> bool:
    if isinstance(a, dict) or isinstance(b, dict):
        return isinstance(a, dict) and isinstance(b, dict) and same_mask(a["mask"], b["mask"])
    try:
        return Decimal(str(a)) == Decimal(str(b))
    except InvalidOperation:
        return False


def same_mask(a: str, b: str) -> bool:
    return _SHAPE.sub("", unicodedata.normalize("NFKC", a)) == _SHAPE.sub("", unicodedata.normalize("NFKC", b))


def same_moment(expected: Any, found: Any) -> bool:
    """A day equals that day at midnight; a time equals to the minute."""
    if isinstance(expected, dict) or isinstance(found, dict):
        return isinstance(expected, dict) and isinstance(found, dict) and same_mask(expected["mask"], found["mask"])
    return str(found)[:16].removesuffix("T00:00") == str(expected)[:16].removesuffix("T00:00")


def same_unit(a: str | None, b: str | None) -> bool:
    return plain(a) == plain(b) or any({plain(a), plain(b)} <= units for units in _SAME_UNIT)


def same_lots(a: Iterable[str], b: Iterable[str]) -> bool:
    """Lot numbers without 包, brackets and leading zeros: 01, 1, 合同包1 and 第一标段 are one."""
    return sorted(map(_bare, a)) == sorted(map(_bare, b))


def _bare(number: str) -> str:
    return re.sub(r"[^0-9a-z]", "", unicodedata.normalize("NFKC", number).translate(_NUMERALS).casefold()).lstrip("0") or plain(
        number
    )


def same_place(a: object, b: object) -> bool:
    """Whether two quotes speak of the same place: one holds the other, or most pairs of letters of the shorter one."""
    short, long = sorted((plain(a), plain(b)), key=len)
    if not short:
        return False
    pairs = {short[i : i + 2] for i in range(len(short) - 1)}
    return short in long or (bool(pairs) and sum(pair in long for pair in pairs) >= 0.7 * len(pairs))


# ---------------------------------------------------------------- comparing the fields

SINGLE: dict[str, Same] = {
    **dict.fromkeys(("kind", "method", "consortium", "set_aside"), same_value),
    **dict.fromkeys(("project_name", "project_number"), same_text),
    **dict.fromkeys(("budget", "ceiling"), same_figure),
    **dict.fromkeys(("published", "documents_from", "documents_until", "bid_deadline", "opening"), same_moment),
}
COMPOUND: dict[str, dict[str, Same]] = {
    "region": dict.fromkeys(("province", "city", "district"), same_value),
    "buyer": dict.fromkeys(("name", "address"), same_text),
    "agency": dict.fromkeys(("name", "address"), same_text),
    "notice_period": {"count": same_figure, "unit": same_value},
    "service_period": dict.fromkeys(("months", "days", "start", "end"), same_value),
}


def _same_measure(e: Facts, f: Facts) -> bool:
    return (
        same_figure(e["value"], f["value"])
        and (e["upper"] is None or same_figure(e["upper"], f["upper"]))
        and e["comparator"] == f["comparator"]
        and same_unit(e["unit"], f["unit"])
        and same_place(e["quote"], f["quote"])
    )


def _same_item(e: Facts, f: Facts) -> bool:
    return same_text(e["name"], f["name"]) and all(
        e.get(part) is None or same_figure(e[part], f[part]) for part in ("quantity", "unit_price", "total")
    )


def _same_award(e: Facts, f: Facts) -> bool:
    return same_text(e["supplier"], f["supplier"]) and ("amount" not in e or _same_or_both_missing(e["amount"], f["amount"]))


def _same_or_both_missing(a: Any, b: Any) -> bool:
    return a is b is None or (a is not None and b is not None and same_figure(a, b))


# Lists: what makes two entries the same entry, and the parts that are then compared one by one.
LISTS: dict[str, tuple[Same, dict[str, Same]]] = {
    "lots": (
        lambda e, f: same_lots([e["number"]], [f["number"]]),
        {"name": same_text, "budget": same_figure, "ceiling": same_figure},
    ),
    "qualifications": (lambda e, f: same_place(e["quote"], f["quote"]), {"basis": same_value}),
    "payments": (
        lambda e, f: _same_or_both_missing(e["percent"], f["percent"]) and same_place(e["quote"], f["quote"]),
        {},
    ),
    "awards": (_same_award, {"lot": same_value}),
    "items": (_same_item, {"unit": same_unit}),
    "measures": (_same_measure, {"per": same_value, "lots": same_lots, "topic": same_value}),
    "frequencies": (lambda e, f: e["per"] == f["per"] and same_place(e["quote"], f["quote"]), {"lots": same_lots}),
    "score_items": (lambda e, f: same_place(e["quote"], f["quote"]), {"group": same_place, "points": same_figure}),
}


def differences(expected: Facts, found: Facts) -> dict[str, list[str]]:
    """Compare all fields of a case; every field that was compared is in the result, with an empty list where all is well."""
    out: dict[str, list[str]] = {}
    for field, value in expected.items():
        if field in SINGLE:
            out[field] = _single(value, found[field], SINGLE[field])
        elif field in COMPOUND:
            out |= _compound(field, value or {}, found[field] or {}, whole=value is None)
        else:
            out |= _list(field, value, found[field])
    return out


def _single(expected: Any, found: Any, same: Same) -> list[str]:
    if expected in NOTHING and found in NOTHING:
        return []
    if expected in NOTHING or found in NOTHING or not same(expected, found):
        return [f"expected {expected!r}, found {found!r}"]
    return []


def _compound(field: str, expected: Facts, found: Facts, *, whole: bool) -> dict[str, list[str]]:
    out = {}
    for part, same in COMPOUND[field].items():
        if part in expected and (field != "service_period" or expected[part] is not None):
            out[f"{field}.{part}"] = _single(expected[part], found.get(part), same)
        elif whole:
            out[f"{field}.{part}"] = _single(None, found.get(part), same)
    for part in ("contacts", "phones"):
        if part in expected:
            missed = [f"missed {e!r}" for e in expected[part] if not any(same_text(e, f) for f in found.get(part, ()))]
            extra = [f"spurious {f!r}" for f in found.get(part, ()) if not any(same_text(e, f) for e in expected[part])]
            out[f"{field}.{part}"] = missed + extra
    return out


def _list(field: str, expected: list[Facts], found: list[Facts]) -> dict[str, list[str]]:
    same, parts = LISTS[field]
    out: dict[str, list[str]] = {field: [], **{f"{field}.{part}": [] for part in parts}}
    rest = list(found)
    for e in expected:
        twins = [f for f in rest if same(e, f)]
        if not twins:
            out[field].append(f"missed {e}")
            continue
        # The same words may bind two lots in two places: the twin that agrees in most parts is the one.
        twin = min(twins, key=lambda f: sum(bool(lines) for lines in _parts(field, e, f).values()))
        rest.remove(twin)
        for name, lines in _parts(field, e, twin).items():
            out[name] += lines
    out[field] += [f"spurious {f}" for f in rest]
    return out


def _parts(field: str, expected: Facts, found: Facts) -> dict[str, list[str]]:
    out = {}
    for part, same in LISTS[field][1].items():
        skipped = part not in expected or (part in ("topic", "unit") and expected[part] is None)
        as_right = part == "topic" and found.get(part) in expected.get("topic_alt", ())
        lines = [] if skipped or as_right else _single(expected[part], found.get(part), same)
        out[f"{field}.{part}"] = [f"{expected.get('quote') or expected.get('name')}: {line}" for line in lines]
    return out
