"""Plots show Chinese on a machine without a Chinese font."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest
from matplotlib import rcParams
from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font

from tender_kit.core.errors import TenderKitError
from tender_kit.document.build import build_document
from tender_kit.plots import font

CORPUS = Path(__file__).parents[2] / "corpus"
# What a bare machine has: the fonts that matplotlib brings itself. A sign without a shape is a warning, here an error.
PROGRAM = """
import sys, warnings
warnings.simplefilter("error")
import matplotlib
from matplotlib.font_manager import fontManager
from matplotlib.figure import Figure
own = matplotlib.get_data_path()
fontManager.ttflist = [entry for entry in fontManager.ttflist if entry.fname.startswith(own)]
if sys.argv[1] == "ours":
    from tender_kit.plots import use_chinese_font
    use_chinese_font()
figure = Figure()
axes = figure.subplots()
axes.set_title("预算金额(万元)−1 ≥ ★ 㐂 ①", fontweight="bold")
axes.bar(["成华区", "亳州市", "鄠邑区"], [-1, 2, 3])
figure.savefig(sys.argv[2])
"""


def draw(font: str, target: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", PROGRAM, font, str(target)], capture_output=True, text=True, check=False)


def test_no_sign_is_missing_without_a_font_of_the_system(tmp_path: Path) -> None:
    result = draw("ours", tmp_path / "ours.png")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "ours.png").stat().st_size > 1000


def test_without_our_font_the_same_machine_misses_them(tmp_path: Path) -> None:
    result = draw("none", tmp_path / "none.png")
    assert result.returncode != 0
    assert "missing from font" in result.stderr


def test_the_font_has_every_sign_of_the_corpus() -> None:
    font.use_chinese_font()
    texts = (build_document(path.read_bytes(), uri=path.name).text for path in CORPUS.glob("*/source.*"))
    signs = {sign for text in texts for sign in text if "一" <= sign <= "鿿"}
    shapes = get_font(findfont(font.FAMILY)).get_charmap()
    assert len(signs) > 1000
    assert sorted(sign for sign in signs if ord(sign) not in shapes) == []


def test_calling_it_twice_changes_nothing_more() -> None:
    assert font.use_chinese_font() == font.FAMILY
    known, families = len(fontManager.ttflist), list(rcParams["font.sans-serif"])
    font.use_chinese_font()
    assert (len(fontManager.ttflist), list(rcParams["font.sans-serif"])) == (known, families)
    assert rcParams["font.sans-serif"][0] == font.FAMILY
    assert Path(findfont(FontProperties(family=["sans-serif"]))).name == "NotoSansSC-Regular.ttf"


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(font, "distribution", missing)
    with pytest.raises(TenderKitError, match=r"tender-kit\[notebook\]") as error:
        font.use_chinese_font()
    assert "Chinese font" in error.value.english
