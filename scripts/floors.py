"""Keep the floors of accuracy: what each field scores must not fall. ``tests/floors.toml`` is written by this script alone.

    python scripts/floors.py                                     # raise the floors to what is measured now
    python scripts/floors.py --lower budget --reason "gold was mended: a placeholder is no budget"

A floor that is lowered keeps the reason beside it, and the reason goes into CHANGELOG.md. Scores are measured on the
corpus of the project and, where they lie beside the clone with their scorer, on the shared sets.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))  # the comparison of facts lives with the tests

from scripts.score_corpus import score_corpus  # noqa: E402  # needs the path of the line above

FLOORS = ROOT / "tests" / "floors.toml"
CHANGELOG = ROOT / "CHANGELOG.md"
SHARED = ROOT.parent / "shared"
SETS = ("seeds", "real", "practice")
HEAD = "# The least that each field scores (F1; for the corpus the share of cases without a fault). See scripts/floors.py.\n"
Scores = dict[str, dict[str, float]]
Lowered = dict[str, Any]


def measure(shared: Path = SHARED) -> Scores:
    """Score the corpus and the shared sets that are there."""
    found = {"corpus": {field: right / cases for field, (right, cases, _) in score_corpus().items()}}
    scorer = shared / "eval" / "score.py"
    for name in SETS if scorer.is_file() else ():
        if (shared / name).is_dir():
            found[name] = _score(scorer, shared / name)
    return {name: {field: int(score * 1000) / 1000 for field, score in sorted(rows.items())} for name, rows in found.items()}


def _score(scorer: Path, folder: Path) -> dict[str, float]:
    done = subprocess.run([sys.executable, str(scorer), str(folder), "--json"], check=True, capture_output=True, text=True)
    result = json.loads(done.stdout)
    whole = {"(micro)": result["micro_f1"], "(macro)": result["macro_f1"], "(read)": 0.0 if result["failed"] else 1.0}
    return {**whole, **{field: row["f1"] for field, row in result["fields"].items() if row["gold"]}}


def load(path: Path = FLOORS) -> tuple[Scores, list[Lowered]]:
    """Read the floors, and those that have been lowered with their reasons."""
    if not path.is_file():
        return {}, []
    data = tomllib.loads(path.read_text("utf-8"))
    lowered = data.pop("lowered", [])
    return data, lowered


def fallen(floors: Scores, measured: Scores) -> list[str]:
    """Tell what is below its floor; a field that is no longer scored is below it too."""
    return [
        f"{name}: {field} is {measured[name].get(field, 0.0):.3f}, its floor is {floor:.3f}"
        for name in measured
        for field, floor in floors.get(name, {}).items()
        if measured[name].get(field, 0.0) < floor
    ]


def raised(floors: Scores, measured: Scores, *, lower: Iterable[str] = ()) -> Scores:
    """Give the floors after a measurement: never lower than before but for the fields that are named."""
    merged = {name: dict(rows) for name, rows in floors.items()}
    for name, rows in measured.items():
        for field, score in rows.items():
            before = 0.0 if field in lower else merged.get(name, {}).get(field, 0.0)
            merged.setdefault(name, {})[field] = max(before, score)
    return merged


def dump(floors: Scores, lowered: list[Lowered]) -> str:
    """Write floors as TOML, in one order."""
    sets = (
        _table(f"[{name}]", {json.dumps(field): score for field, score in sorted(floors[name].items())})
        for name in sorted(floors)
    )
    return "".join((HEAD, *sets, *(_table("[[lowered]]", entry) for entry in lowered)))


def _table(head: str, rows: dict[str, Any]) -> str:
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in rows.items())
    return f"\n{head}\n{''.join(lines)}"


def lower_entries(floors: Scores, measured: Scores, field: str, reason: str) -> list[Lowered]:
    """Say what lowering a field means, set by set."""
    return [
        {"set": name, "field": field, "from": floors[name][field], "to": rows.get(field, 0.0), "reason": reason}
        for name, rows in measured.items()
        if field in floors.get(name, {}) and rows.get(field, 0.0) < floors[name][field]
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--lower", metavar="FIELD", help="let one field fall to what it scores now")
    parser.add_argument("--reason", metavar="TEXT", help="why; goes into CHANGELOG.md")
    parser.add_argument("--shared", type=Path, default=SHARED, help="the folder with eval/score.py and the shared sets")
    options = parser.parse_args()
    if bool(options.lower) != bool(options.reason and options.reason.strip()):
        parser.error("--lower FIELD and --reason TEXT go together")
    floors, lowered = load()
    measured = measure(options.shared)
    entries = lower_entries(floors, measured, options.lower, options.reason.strip()) if options.lower else []
    if options.lower and not entries:
        parser.error(f"{options.lower} is not below its floor")
    below = [line for line in fallen(floors, measured) if f": {options.lower} is " not in line]
    FLOORS.write_text(dump(raised(floors, measured, lower=[options.lower] if options.lower else []), lowered + entries), "utf-8")
    if entries:
        told = f"- Accuracy of `{options.lower}` may be lower: {options.reason.strip()}\n"
        CHANGELOG.write_text(CHANGELOG.read_text("utf-8").rstrip("\n") + "\n" + told, "utf-8")
    print(f"{FLOORS.relative_to(ROOT)}: {', '.join(f'{name} {len(rows)}' for name, rows in measured.items())} fields measured")
    print(*(f"not measured: {name} (not beside this clone)" for name in SETS if name not in measured), *below, sep="\n")
    return 1 if below else 0


if __name__ == "__main__":
    sys.exit(main())
