"""Write constraints.txt: the exact version of everything that ``tender-kit[dev]`` pulls in, from this environment.

Run it in an environment in which the tests pass: ``make constraints``. Names and versions only; where the packages
come from is the business of whoever installs them.
"""

from __future__ import annotations

import re
from importlib.metadata import distribution
from pathlib import Path

from packaging.requirements import Requirement

HEAD = "# Exact versions that the tests pass with; written by scripts/write_constraints.py (make constraints).\n"


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def collect(name: str, extras: frozenset[str], seen: dict[tuple[str, frozenset[str]], str]) -> None:
    """Follow the requirements of one distribution, with the given extras, into ``seen``."""
    key = (canonical(name), extras)
    if key in seen:
        return
    found = distribution(name)
    seen[key] = found.version
    for line in found.requires or ():
        requirement = Requirement(line)
        wanted = requirement.marker is None or any(requirement.marker.evaluate({"extra": extra}) for extra in (extras or {""}))
        if wanted:
            collect(requirement.name, frozenset(requirement.extras), seen)


def main() -> None:
    seen: dict[tuple[str, frozenset[str]], str] = {}
    collect("tender-kit", frozenset({"dev"}), seen)
    pins = {name: version for (name, _), version in seen.items() if name != "tender-kit"}
    lines = [f"{name}=={version}\n" for name, version in sorted(pins.items())]
    Path("constraints.txt").write_text(HEAD + "".join(lines), encoding="utf-8")
    print(f"constraints.txt: {len(lines)} pins")


if __name__ == "__main__":
    main()
