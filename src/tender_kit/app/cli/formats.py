"""In which forms a command puts out one value."""

from enum import StrEnum


class Format(StrEnum):
    """How a comparison or a checklist is put out."""

    VIEW = "view"
    JSON = "json"
