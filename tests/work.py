"""How much work a source makes: the number of calls, which is the same on every machine and in every run."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType

import tender_kit
from tender_kit.core.errors import TenderKitError


def work(source: bytes | str) -> int:
    """Count the calls, of Python and of built-in functions, that reading a source takes; 1 where it is refused."""
    try:
        return calls_of(lambda: tender_kit.parse(source))
    except TenderKitError:
        return 1


def grows_in_step(action: Callable[[str], object], unit: str, *, short: int = 200, times: int = 8) -> bool:
    """Tell whether a text so many times as long takes so many times the calls, and no more.

    What a pattern does inside one call is not seen here; tests/test_patterns.py asks every pattern for that.
    """
    action(unit)  # what is loaded once is not counted
    once, more = (calls_of(lambda count=count: action(unit * count)) for count in (short, short * times))
    return more <= 1.25 * times * once


def calls_of(action: Callable[[], object]) -> int:
    """Count the calls that an action makes."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(None)
    return calls
