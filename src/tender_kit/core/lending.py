"""What a value can do that only rooms above its own know how: the models stay data, and still offer ``to_frame()``.

A model names the skill, the front door of the package (``tender_kit/__init__.py``) says which function has it, and the
function is loaded with its first use. So imports keep pointing one way, and all that is lent stands in one table.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

_LENT: dict[str, tuple[str, str]] = {}


def lend(skill: str, module: str, function: str) -> None:
    """Say which function has a skill; it is loaded when it is first asked for."""
    _LENT[skill] = (module, function)


def lent() -> dict[str, tuple[str, str]]:
    """Give all that is lent: skill → module and function."""
    return dict(_LENT)


def use(skill: str, value: object, **options: Any) -> Any:
    """Do with a value what a room above knows how to do."""
    module, function = _LENT[skill]
    return getattr(import_module(module), function)(value, **options)
