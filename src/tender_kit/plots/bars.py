"""What the plots share: a look, bars with their figures beside them, and words where there is no figure to draw."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from tender_kit.analysis.wording import say_figure
from tender_kit.plots.font import use_chinese_font

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, SOFT, LINE = "#1c2733", "#8a97a5", "#d7dee6"
BAR, MOST, HIDDEN = "#7fa6c9", "#2f6f4f", "#f4dfa0"
_LONGEST = 18


@dataclass(frozen=True, slots=True)
class Bar:
    """A line of a plot: its name, its figure, or the words that say why there is none, kept clear of a mark."""

    name: str
    figure: Decimal | None
    words: str = ""
    stands_out: bool = False
    mark: Decimal | None = None


def new_figure(lines: int, *, columns: int = 1, rows: int = 1, width: float = 9) -> tuple[Figure, list[Axes]]:
    """Make a figure with room for so many lines in each of its axes."""
    from matplotlib.figure import Figure

    use_chinese_font()
    height = rows * (0.34 * max(lines, 2) + 0.9)
    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.subplots(rows, columns, squeeze=False)
    return figure, list(axes.flat)


def draw_bars(axes: Axes, bars: Sequence[Bar], title: str, *, names: bool = True) -> None:
    """Draw one bar for each line, the first on top, its figure at its end or the reason why there is none."""
    dress(axes, [bar.name for bar in bars] if names else [""] * len(bars), title)
    figures = [float(bar.figure) if bar.figure is not None else 0.0 for bar in bars]
    axes.barh(range(len(bars)), figures, height=0.62, color=[MOST if bar.stands_out else BAR for bar in bars])
    ends = [max(length, float(bar.mark or 0)) for bar, length in zip(bars, figures, strict=True)]
    most = max(ends, default=0.0) or 1.0
    axes.set_xlim(0, most * 1.25)
    axes.tick_params(axis="x", labelbottom=False)
    axes.grid(visible=False)
    marks = [(float(bar.mark), line) for line, bar in enumerate(bars) if bar.mark is not None]
    if marks:
        axes.plot(*zip(*marks, strict=True), linestyle="", marker="|", markersize=15, markeredgewidth=2, color=INK)
    for line, (bar, end) in enumerate(zip(bars, ends, strict=True)):
        text, ink = (bar.words, SOFT) if bar.figure is None else (say_figure(bar.figure), INK)
        axes.text(end + most * 0.015, line, plain(text), va="center", fontsize=9, color=ink)


def dress(axes: Axes, names: Sequence[str], title: str) -> None:
    """Give axes their title, a name for each line, and little else."""
    axes.set_title(plain(title), loc="left", fontsize=11, color=INK)
    axes.set_yticks(range(len(names)), [plain(name) for name in names], fontsize=9)
    axes.set_ylim(len(names) - 0.4, -0.6)
    axes.tick_params(length=0, labelcolor=INK)
    axes.tick_params(axis="x", labelsize=8, labelcolor=SOFT)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(LINE)


def plain(text: str) -> str:
    """Make words safe for matplotlib: one line, not too long, and no formula (``$…$`` is one)."""
    line = " ".join(text.split())
    return (line if len(line) <= _LONGEST * 2 else line[: _LONGEST * 2] + "…").replace("$", r"\$")
