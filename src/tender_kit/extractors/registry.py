"""The families in the order in which they run: one visible table.

Each takes the context and what the families before it have found, and adds fields of the notice. The
order is a dependency: kind before schedule (a correction reads what holds after it), lots before
everything that is tied to lots, score tables before requirements (they claim their rows).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tender_kit.extractors.awards import extract_awards
from tender_kit.extractors.context import Context
from tender_kit.extractors.items import extract_items
from tender_kit.extractors.kinds import extract_kind, extract_method, extract_title
from tender_kit.extractors.lots import extract_lots
from tender_kit.extractors.parties import extract_parties
from tender_kit.extractors.payments import extract_payments
from tender_kit.extractors.project import extract_project
from tender_kit.extractors.qualifications import extract_qualifications
from tender_kit.extractors.region import extract_region
from tender_kit.extractors.requirements import extract_requirements
from tender_kit.extractors.schedule import extract_schedule, published_day
from tender_kit.extractors.score_tables import extract_score_tables
from tender_kit.extractors.service_terms import extract_service, tie_terms
from tender_kit.extractors.submission import extract_submission
from tender_kit.extractors.sums import extract_sums
from tender_kit.extractors.terms import extract_consortium, extract_set_aside

Facts = dict[str, Any]


def _identity(context: Context, facts: Facts) -> Facts:
    document = context.document
    title = extract_title(document)
    kind = extract_kind(document, title)
    context.kind = kind.value or context.kind
    return {
        "title": title,
        "kind": kind,
        "method": extract_method(document, title),
        "project": extract_project(document, title, context.kind),
    }


def _parties(context: Context, facts: Facts) -> Facts:
    buyer, agency = extract_parties(context.document)
    return {"buyer": buyer, "agency": agency}


def _lots(context: Context, facts: Facts) -> Facts:
    context.lots, context.scopes = extract_lots(context.document)
    return {"lots": context.lots}


def _sums(context: Context, facts: Facts) -> Facts:
    budget, ceiling = extract_sums(context.document, context.lots, context.scopes)
    return {"budget": budget, "ceiling": ceiling}


def _schedule(context: Context, facts: Facts) -> Facts:
    schedule = extract_schedule(context.document, context.kind)
    context.published = published_day(schedule)
    return {"schedule": schedule}


def _terms(context: Context, facts: Facts) -> Facts:
    context.lots, service = tie_terms(context, extract_service(context.document, context.kind))
    context.term_months = service.period.value.months if service.period.value else None
    return {
        "consortium": extract_consortium(context.document),
        "set_aside": extract_set_aside(context.document, len(context.lots)),
        "service": service,
        "lots": context.lots,
    }


def _region(context: Context, facts: Facts) -> Facts:
    return {"region": extract_region(context.document, facts["buyer"], facts["project"], facts["service"], facts["agency"])}


def _one(name: str, extract: Callable[[Context], Any]) -> Callable[[Context, Facts], Facts]:
    return lambda context, facts: {name: extract(context)}


FAMILIES: tuple[tuple[str, Callable[[Context, Facts], Facts]], ...] = (
    ("identity", _identity),
    ("parties", _parties),
    ("lots", _lots),
    ("sums", _sums),
    ("schedule", _schedule),
    ("terms", _terms),
    ("region", _region),
    ("qualifications", _one("qualifications", extract_qualifications)),
    ("payments", _one("payments", extract_payments)),
    ("submission", _one("submission", extract_submission)),
    ("score_tables", _one("score_tables", extract_score_tables)),
    ("items", _one("items", extract_items)),
    ("awards", _one("awards", extract_awards)),
    ("requirements", _one("requirements", extract_requirements)),
)
