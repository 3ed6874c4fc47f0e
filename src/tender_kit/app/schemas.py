"""The JSON Schemas of the models: what ``schemas/`` holds and ``tender-kit schema`` prints."""

from __future__ import annotations

import json

from tender_kit.core.model import Model
from tender_kit.models.checklist import Checklist
from tender_kit.models.comparison import Comparison
from tender_kit.models.notice import Notice
from tender_kit.models.profile import Profile
from tender_kit.models.screening import Screening, ScreeningTable

MODELS: dict[str, type[Model]] = {
    "notice": Notice,
    "comparison": Comparison,
    "checklist": Checklist,
    "profile": Profile,
    "screening": Screening,
    "screening_table": ScreeningTable,
}


def schema_text(name: str) -> str:
    """Give the schema of a model as JSON, as it is written (figures are strings, moments ISO 8601)."""
    schema = MODELS[name].model_json_schema(mode="serialization")
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
