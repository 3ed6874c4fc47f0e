"""How much work a source makes: the number of calls, which is the same on every machine and in every run."""

from __future__ import annotations

import sys
from types import FrameType

import tender_kit
from tender_kit.core.errors import TenderKitError


def work(source: bytes | str) -> int:
    """Count the calls, of Python and of built-in functions, that reading a source takes; 1 where it is refused."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        tender_kit.parse(source)
    except TenderKitError:
        return 1
    finally:
        sys.setprofile(None)
    return calls
