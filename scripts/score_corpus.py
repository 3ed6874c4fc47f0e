"""Score the parser against corpus/: for each field, in how many cases it is read without a fault. ``make score``."""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from pathlib import Path

from tests.corpus import facts, readings  # the root is on the path: the comparison of facts lives with the tests

import tender_kit

ROOT = Path(__file__).parent.parent


def score_corpus() -> dict[str, tuple[int, int, list[str]]]:
    """Give for each field: the cases read without a fault, the cases that have it, and the names of those with faults."""
    right: dict[str, int] = defaultdict(int)
    faults: dict[str, list[str]] = defaultdict(list)
    for case in sorted(path.parent for path in (ROOT / "corpus").glob("*/expected.json")):
        known = tomllib.loads((case / "meta.toml").read_text("utf-8")).get("xfail", {})
        found = readings.facts_of(tender_kit.parse(next(case.glob("source.*"))))
        for field, differences in facts.differences(json.loads((case / "expected.json").read_text("utf-8")), found).items():
            if differences:
                faults[field].append(case.name + (" (known)" if field in known else ""))
            else:
                right[field] += 1
    return {field: (right[field], right[field] + len(faults[field]), faults[field]) for field in sorted({*right, *faults})}


def main() -> None:
    """Print a line for each field: cases read without a fault, cases that have the field, and the cases with faults."""
    scores = score_corpus()
    print(f"{'field':<24}{'right':>6}{'cases':>6}{'share':>8}  faults")
    for field, (right, total, faults) in scores.items():
        print(f"{field:<24}{right:>6}{total:>6}{right / total:>8.3f}  {', '.join(faults[:3])}")
    good, whole = sum(right for right, _, _ in scores.values()), sum(total for _, total, _ in scores.values())
    cases = len(list((ROOT / "corpus").glob("*/expected.json")))
    print(f"cases {cases}, fields read without a fault {good} of {whole} ({good / max(whole, 1):.3f})")


if __name__ == "__main__":
    main()
