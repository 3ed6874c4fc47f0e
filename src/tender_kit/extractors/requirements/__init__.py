"""Requirements: every clause of what the supplier has to do or to be, with its measures."""

from tender_kit.extractors.requirements.extract import extract_requirements

__all__ = ["extract_requirements"]
