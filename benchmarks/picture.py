"""The results as a picture: time against size, and a full parse beside other programs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt


def draw(result: dict[str, Any], path: Path) -> None:
    """Draw both charts into one PNG; the same results give the same bytes."""
    figure, (left, right) = plt.subplots(1, 2, figsize=(13, 5), constrained_layout=True)
    _growth(left, result["growth"])
    _peers(right, result["groups"])
    figure.savefig(path, dpi=110, metadata={"Software": None})
    plt.close(figure)


def _growth(axes: Any, rows: list[dict[str, Any]]) -> None:
    for shape in dict.fromkeys(row["shape"] for row in rows):
        points = [(row["bytes"], row["seconds"]) for row in rows if row["shape"] == shape]
        axes.loglog(*zip(*points, strict=True), marker="o", label=shape)
    sizes = [row["bytes"] for row in rows]
    if sizes:
        axes.loglog([min(sizes), max(sizes)], [min(sizes) / 1e6, max(sizes) / 1e6], "--", color="grey", label="1 MB/s")
    axes.set(title="Full parse: time against size", xlabel="bytes", ylabel="processor seconds")
    axes.grid(alpha=0.3)
    axes.legend()


def _peers(axes: Any, groups: list[dict[str, Any]]) -> None:
    bars = [
        (f"{row['peer']}\n({group['group']})", row["their_time_to_ours"])
        for group in groups
        for row in group["peers"]
        if row["installed"]
    ]
    bars.sort(key=lambda bar: bar[1])
    axes.barh([name for name, _ in bars], [ratio for _, ratio in bars], color="#4c78a8")
    axes.axvline(1, color="black", linewidth=1)
    axes.set_xscale("log")
    axes.tick_params(axis="y", labelsize=7)
    axes.set(title="Time of other programs ÷ time of a full parse", xlabel="over 1: slower than a full parse")
    axes.grid(axis="x", alpha=0.3)
