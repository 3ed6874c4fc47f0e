"""Requirements: every clause of what the supplier has to do or to be, with its measures."""

from tender_kit.extractors.requirements.extract import extract_requirements
from tender_kit.extractors.requirements.service import service_blocks

__all__ = ["extract_requirements", "service_blocks"]
