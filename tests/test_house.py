"""The rules of the house that a machine can hold: sizes, names, words that have no place in a public repository."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CODE = sorted(path for room in ("src", "tests", "scripts", "benchmarks") for path in (ROOT / room).rglob("*.py"))
TEXTS = [
    *CODE,
    *sorted(ROOT.glob("*.md")),
    *sorted((ROOT / "notebooks").glob("*.ipynb")),
    ROOT / "Makefile",
    ROOT / "pyproject.toml",
]
IDS = [str(path.relative_to(ROOT)) for path in CODE]

MAX_LINES = 300
MAX_FUNCTION = 50
MAX_NESTING = 4
FORBIDDEN_NAMES = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
# Machine paths and addresses of package indexes: they are of no use to a reader elsewhere.
FORBIDDEN_WORDS = re.compile(r"/(?:work|root|home/\w+|Users/\w+)/\w|index" + r"-url|pythonho" + r"sted|py" + r"pi\.org", re.I)
NESTING = (ast.For, ast.While, ast.If, ast.With, ast.Try)


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(path.read_text("utf-8"))
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def depth(node: ast.AST) -> int:
    """The deepest nesting of blocks below a node; an ``elif`` does not nest."""
    deepest = 0
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        is_elif = isinstance(node, ast.If) and isinstance(child, ast.If) and child in node.orelse and len(node.orelse) == 1
        deepest = max(deepest, depth(child) + (isinstance(child, NESTING) and not is_elif))
    return deepest


@pytest.mark.parametrize("path", CODE, ids=IDS)
def test_files_are_short(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MAX_LINES


@pytest.mark.parametrize("path", CODE, ids=IDS)
def test_functions_are_short_and_flat(path: Path) -> None:
    long = [f"{f.name}: {f.end_lineno - f.lineno + 1} lines" for f in functions(path) if f.end_lineno - f.lineno >= MAX_FUNCTION]
    deep = [f"{f.name}: nested {depth(f)} deep" for f in functions(path) if depth(f) >= MAX_NESTING]
    assert long + deep == []


@pytest.mark.parametrize("path", CODE, ids=IDS)
def test_names_say_what_is_inside(path: Path) -> None:
    assert not FORBIDDEN_NAMES & {part.lower() for part in path.relative_to(ROOT).with_suffix("").parts}
    classes = [n.name for n in ast.walk(ast.parse(path.read_text("utf-8"))) if isinstance(n, ast.ClassDef)]
    assert [name for name in classes if re.search(r"(?:Manager|Helper|Utils?)$", name)] == []


@pytest.mark.parametrize("path", TEXTS, ids=[str(path.relative_to(ROOT)) for path in TEXTS])
def test_no_machine_paths_and_no_index_addresses(path: Path) -> None:
    assert FORBIDDEN_WORDS.findall(path.read_text("utf-8")) == []


def test_the_pins_are_names_and_versions() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"#.*|[a-z0-9-]+==[0-9][\w.+!]*", line)] == []
    assert len(lines) > 40


def test_every_lint_ignore_carries_its_reason() -> None:
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    ignores = re.findall(r'^\s+"[A-Z]+[0-9]+",(.*)$', text.split("ignore = [")[1].split("]")[0], re.M)
    assert ignores
    assert all(re.match(r"\s+# \w+", rest) for rest in ignores)


def test_depth_counts_blocks() -> None:
    flat = ast.parse("def f():\n if a:\n  pass\n elif b:\n  pass\n elif c:\n  pass")
    deep = ast.parse("def f():\n for a in b:\n  if c:\n   while d:\n    pass")
    assert (depth(flat.body[0]), depth(deep.body[0])) == (1, 3)
