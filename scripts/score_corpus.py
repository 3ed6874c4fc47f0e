"""Score the parser against corpus/: for each field, in how many cases it is read without a fault. ``make score``."""

from __future__ import annotations

import json
import tomllib
from collections import defaultdict
from pathlib import Path

from tests.corpus import facts, readings  # the root is on the path: the comparison of facts lives with the tests

import tender_kit

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Print a line for each field: cases read without a fault, cases that have the field, and the cases with faults."""
    right: dict[str, int] = defaultdict(int)
    faults: dict[str, list[str]] = defaultdict(list)
    cases = sorted(path.parent for path in (ROOT / "corpus").glob("*/expected.json"))
    for case in cases:
        known = tomllib.loads((case / "meta.toml").read_text("utf-8")).get("xfail", {})
        found = readings.facts_of(tender_kit.parse(next(case.glob("source.*"))))
        for field, differences in facts.differences(json.loads((case / "expected.json").read_text("utf-8")), found).items():
            if differences:
                faults[field].append(case.name + (" (known)" if field in known else ""))
            else:
                right[field] += 1
    print(f"{'field':<24}{'right':>6}{'cases':>6}{'share':>8}  faults")
    for field in sorted({*right, *faults}):
        total = right[field] + len(faults[field])
        print(f"{field:<24}{right[field]:>6}{total:>6}{right[field] / total:>8.3f}  {', '.join(faults[field][:3])}")
    good, bad = sum(right.values()), sum(map(len, faults.values()))
    print(f"cases {len(cases)}, fields read without a fault {good} of {good + bad} ({good / max(good + bad, 1):.3f})")


if __name__ == "__main__":
    main()
