"""Every pattern of the package against hostile strings: the time grows with the text and not with its square."""

from __future__ import annotations

import ast
import dataclasses
import importlib
import inspect
import pkgutil
import re
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import tender_kit
from tender_kit.vocab.load import read_toml

# What notices are full of, repeated without end, and the openings of the patterns themselves.
UNITS = (
    "a", "1", "*", "一", "服", " ", "\n", "、", ":", "(", ")", "“", "-", "|", "0.", "1 ", "A1", "%",
    "不少于", "每月", "第一", "包1、", "委托", "采购人", "编号", "2026年", "得5分", "公司", "截止", "付",
)  # fmt: skip
SHORT, LONG = 2_500, 20_000
MOST_GROWTH = 24.0  # eight times the text: linear work takes eight times as long, quadratic work sixty-four times
TOO_QUICK = 0.001  # seconds below which a clock says nothing
ROOT = Path(tender_kit.__file__).parent


def patterns() -> dict[str, re.Pattern[str]]:
    """The patterns of modules, by name: those in tuples and tables too, and those that are made of the vocabulary."""
    found: dict[re.Pattern[str], str] = {}
    for module in pkgutil.walk_packages([str(ROOT)], "tender_kit."):
        if ".app" in module.name:
            continue
        for name, value in list(vars(importlib.import_module(module.name)).items()):
            content = loaded(value)
            home = module.name if content is value else str(value.__module__)
            for place, pattern in enumerate(inside(content)):
                found.setdefault(pattern, f"{home.removeprefix('tender_kit.')}.{name}[{place}]")
    for place, entry in enumerate(read_toml("topic_rules.toml")["clause"]):  # compiled kind by kind when they are asked for
        found.setdefault(re.compile(entry["words"]), f"vocab.topic_rules.clause[{place}]")
    return {name: pattern for pattern, name in found.items()}


def loaded(value: object) -> object:
    """What a loader of vocabulary gives, a cached function that needs no argument; other values as they are."""
    if not hasattr(value, "cache_info") or not callable(value) or not str(value.__module__).startswith("tender_kit"):
        return value
    needed = [each for each in inspect.signature(value).parameters.values() if each.default is each.empty]
    return value if needed else value()


def inside(value: object, depth: int = 0) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield value
    elif dataclasses.is_dataclass(value) and not isinstance(value, type) and depth < 3:
        yield from (pattern for each in dataclasses.fields(value) for pattern in inside(getattr(value, each.name), depth + 1))
    elif isinstance(value, dict) and depth < 3:
        yield from (pattern for each in value.values() for pattern in inside(each, depth + 1))
    elif isinstance(value, tuple | list) and depth < 3:
        yield from (pattern for each in value for pattern in inside(each, depth + 1))


def uses() -> dict[tuple[str, str], set[str]]:
    """How each named pattern is asked: (file, name) → match, fullmatch, search …"""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for path in ROOT.rglob("*.py"):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found[module, node.value.id].add(node.attr)
    return found


USES = uses()


def seconds(name: str, pattern: re.Pattern[str], text: str) -> float:
    """The time of one pass: over the whole text, or from its beginning where the pattern is only asked so."""
    module, variable = name.split("[")[0].rsplit(".", 1)
    asked = USES.get((module, variable), set())
    start = time.process_time()
    if asked and asked <= {"match", "fullmatch"}:
        for ask in asked:
            getattr(pattern, ask)(text)
    else:
        for _ in pattern.finditer(text):
            pass
    return time.process_time() - start


def grows_too_fast(name: str, pattern: re.Pattern[str], unit: str) -> bool:
    short, long = (unit * (size // len(unit) + 1) for size in (SHORT, LONG))
    if seconds(name, pattern, short) < TOO_QUICK:
        return False  # at eight times the length even quadratic work takes less than a tenth of a second
    tries = ((seconds(name, pattern, short), seconds(name, pattern, long)) for _ in range(4))
    return all(more > MOST_GROWTH * max(once, TOO_QUICK) for once, more in tries)  # the first try that does not ends it


PATTERNS = patterns()


@pytest.mark.parametrize("name", PATTERNS)
def test_a_pattern_takes_time_in_proportion_to_its_text(name: str) -> None:
    pattern = PATTERNS[name]
    assert [unit for unit in UNITS if grows_too_fast(name, pattern, unit)] == []


def test_all_families_are_among_the_patterns() -> None:
    rooms = {name.split(".")[0] for name in PATTERNS}
    assert {"document", "extractors", "quantities", "vocab", "analysis"} <= rooms
    assert len(PATTERNS) > 300


def test_patterns_that_are_made_of_the_vocabulary_are_among_them() -> None:
    made = {name.split("[")[0] for name in PATTERNS if name.startswith(("vocab", "extractors.topic_rules"))}
    assert {"vocab.topics", "vocab.qualifications", "vocab.kinds", "vocab.columns"} <= {name.rpartition(".")[0] for name in made}
    assert len([name for name in PATTERNS if name.startswith("vocab")]) > 120


def test_a_pattern_that_grows_is_caught() -> None:
    assert grows_too_fast("no_module.NAME", re.compile(r"\d+分"), "1")
