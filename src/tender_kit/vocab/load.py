"""Reading the data files of the vocabulary, each once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def read_toml(name: str) -> dict[str, Any]:
    """Read a TOML file of ``vocab/data``."""
    return tomllib.loads(read_text(name))


def read_text(name: str) -> str:
    """Read a text file of ``vocab/data``."""
    return (files("tender_kit.vocab") / "data" / name).read_text(encoding="utf-8")
