"""The layers: imports point one way only, and every module has a place."""

from __future__ import annotations

import ast
from importlib import import_module
from pathlib import Path

import pytest

import tender_kit  # noqa: F401 - the front door says what is lent
from tender_kit.core.lending import lent

ROOT = Path(__file__).parent.parent / "src" / "tender_kit"

# app → notices → batch → export | pipeline | plots → analysis → extractors → document | models → quantities | vocab → core
# Rooms of one row do not know each other. The pipeline stands above the analysis because findings are part of a notice.
ROWS = (
    ("core",),
    ("quantities", "vocab"),
    ("document", "models"),
    ("extractors",),
    ("analysis",),
    ("export", "pipeline", "plots"),
    ("batch",),
    ("notices",),
    ("__init__",),
    ("app",),
)
LEVEL = {room: level for level, row in enumerate(ROWS) for room in row}

# Modules of extractors/ that belong to no family: what several families stand on, and the list of the families.
GROUND = {
    "context",
    "resolve",
    "prose",
    "people",
    "lot_numbers",
    "annual",
    "topics",
    "topic_rules",
    "topic_hits",
    "sums",
    "corrections",
    "organisations",
}
ABOVE = {"__init__", "registry"}


def room_of(parts: tuple[str, ...]) -> str:
    return parts[0] if parts else "__init__"


def imports_of(tree: ast.AST) -> list[tuple[str, ...]]:
    """The modules of tender_kit that a tree imports, as parts behind the package's name."""
    names: list[str] = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names += [f"{node.module}.{alias.name}" for alias in node.names]
    return [tuple(name.split(".")[1:]) for name in names if name.split(".")[0] == "tender_kit"]


def is_relative(tree: ast.AST) -> bool:
    return any(isinstance(node, ast.ImportFrom) and node.level > 0 for node in ast.walk(tree))


def faults(module: tuple[str, ...], tree: ast.AST) -> list[str]:
    """What is wrong with the imports of one module."""
    here = room_of(module)
    name = ".".join(module) or "__init__"
    if here not in LEVEL:
        return [f"{name}: this module has no place; put its room into ROWS"]
    found = [f"{name}: relative import"] if is_relative(tree) else []
    for target in imports_of(tree):
        there = room_of(target) if room_of(target) in LEVEL else "__init__"
        if there != here and LEVEL[there] >= LEVEL[here]:
            found.append(f"{name}: must not import {'.'.join(target)}")
        elif here == there == "extractors" and crosses_families(module, target):
            found.append(f"{name}: extractor families do not know each other: {'.'.join(target)}")
    return found


def family_of(parts: tuple[str, ...]) -> str:
    """The family of a module: ``score_rules`` and ``score_tables`` are one, ``requirements/`` is one."""
    name = parts[1] if len(parts) > 1 else "__init__"
    return name if name in GROUND | ABOVE else name.split("_")[0].rstrip("s")


def crosses_families(module: tuple[str, ...], target: tuple[str, ...]) -> bool:
    ours, theirs = family_of(module), family_of(target)
    return ours not in ABOVE and theirs not in GROUND and ours != theirs


def module_parts(path: Path) -> tuple[str, ...]:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts


MODULES = sorted(ROOT.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=[".".join(module_parts(p)) for p in MODULES])
def test_imports_point_one_way(path: Path) -> None:
    assert faults(module_parts(path), ast.parse(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("module", "line", "fault"),
    [
        (("core", "fold"), "from tender_kit.models.notice import Notice", "must not import"),
        (("quantities", "money"), "import tender_kit.vocab.units", "must not import"),
        (("export", "html"), "from tender_kit.pipeline import read_notice", "must not import"),
        (("analysis", "compare"), "from tender_kit import parse", "must not import"),
        (("gadgets", "thing"), "import json", "has no place"),
        (("app", "cli"), "from . import words", "relative import"),
        (("extractors", "awards"), "from tender_kit.extractors.items import extract_items", "families do not know each other"),
        (("extractors", "resolve"), "from tender_kit.extractors.lots import extract_lots", "families do not know each other"),
    ],
)
def test_a_wrong_import_is_refused(module: tuple[str, ...], line: str, fault: str) -> None:
    found = faults(module, ast.parse(line))
    assert len(found) == 1
    assert fault in found[0]


def test_what_the_models_lend_is_done_by_rooms_above_them() -> None:
    """The skills that the front door names: each is a function, of a room that may know the models."""
    assert lent()
    for module, function in lent().values():
        assert LEVEL[room_of(tuple(module.split(".")[1:]))] > LEVEL["models"]
        assert callable(getattr(import_module(module), function))


def test_a_right_import_is_accepted() -> None:
    assert faults(("app", "cli"), ast.parse("from tender_kit.core.errors import TenderKitError")) == []
    assert faults(("extractors", "score_tables"), ast.parse("from tender_kit.extractors.score_rules import find_rules")) == []
    assert faults(("extractors", "registry"), ast.parse("from tender_kit.extractors.lots import extract_lots")) == []
    assert faults(("pipeline",), ast.parse("from tender_kit.analysis.checks import run_checks")) == []
