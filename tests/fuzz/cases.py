"""A case of the fuzz: which document, what was done to it. The same seed and number always give the same bytes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

import openpyxl
from tests.fuzz.archives import mutate_archive, mutate_pdf, repacked
from tests.fuzz.mutators import FAITHFUL, MUTATORS, text_of

CORPUS = Path(__file__).parents[2] / "corpus"
# One case in so many is of a package: a Word file costs ten times what a text does.
PACKAGES_EVERY = 12
STRINGS_EVERY = 9
# Documents that the thousand cases of ``make test`` are made of: of the usual length, so that they take seconds.
SMALL = 4_000
FEWEST = 40

_ITEMS = [
    ("护理用品采购清单(预算金额:36.8万元)",),
    ("序号", "名称", "数量", "单价(元)"),
    *((n, f"护理床{n}型", n * 10, n * 120.5) for n in range(1, 9)),
    ("采购人:某县福利院",),
]
_SCORES = [
    ("评分标准",),
    ("因素", "分值", "标准", "备注"),
    ("服务方案", 40, "完整得40分", None),
    ("报价", 60, "最低价得60分", ""),
]


@dataclass(frozen=True)
class Case:
    """A broken document. ``origin`` is the whole one, ``is_faithful`` says that all its figures are where they were."""

    name: str
    origin: bytes
    source: bytes | str
    is_faithful: bool


@cache
def documents() -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The corpus: texts and pages; packages and PDFs, with a spreadsheet made of a list to buy and a score table."""
    found = {path: path.read_bytes() for path in sorted(CORPUS.glob("*/source.*"))}
    whole = {f"{path.parent.name}{path.suffix}": data for path, data in found.items()}
    packages = {name: data for name, data in whole.items() if name.endswith((".docx", ".pdf", ".xlsx"))}
    return {name: data for name, data in whole.items() if name not in packages}, {**packages, "made.xlsx": _sheets()}


def _sheets() -> bytes:
    made = openpyxl.Workbook()
    for title, rows in {"采购清单": _ITEMS, "评分表": _SCORES}.items():
        sheet = made.create_sheet(title)
        for row in rows:
            sheet.append(row)
        sheet.merge_cells("A1:D1")
    target = io.BytesIO()
    made.save(target)
    # openpyxl writes the time of the day into the package: a case has to be the same whenever it is made.
    return repacked(target.getvalue(), without=("docProps/core.xml",))


def make_case(seed: int, number: int, *, small: bool = False) -> Case:
    """Make one case; of small documents only where asked."""
    random = Random(f"{seed}/{number}")
    texts, packages = documents()
    if number % (10 * PACKAGES_EVERY if small else PACKAGES_EVERY) == 0:
        return _package(random, packages)
    names = random.choices([name for name, data in texts.items() if not small or len(data) <= SMALL], k=2)
    origin, other = texts[names[0]], texts[names[1]]
    done = random.choices(list(MUTATORS), k=random.choice((1, 1, 2, 3)))
    data = origin
    for name in done:
        data = MUTATORS[name](data, other, random)
    source = text_of(data) if number % STRINGS_EVERY == 0 else data
    return Case(f"{names[0]}: {', '.join(done)}", origin, source, set(done) <= FAITHFUL.keys())


def _package(random: Random, packages: dict[str, bytes]) -> Case:
    name = random.choice(list(packages))
    mutate = mutate_pdf if name.endswith(".pdf") else mutate_archive
    data = packages[name]
    for _ in range(random.choice((1, 1, 2))):
        data = mutate(data, packages[name], random)
    return Case(f"{name}: {mutate.__name__}", packages[name], data, is_faithful=False)
