"""The facts of a parsed notice in the shape of `expected.json`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tender_kit.core.readings import Evidence, Reading
from tender_kit.models.notice import Notice
from tender_kit.models.parties import Party

Facts = dict[str, Any]


def facts_of(notice: Notice) -> Facts:
    """Flatten a notice: the value where it is known, `{"mask": …}` where it is hidden, else None."""
    schedule = notice.schedule
    moments = ("published", "documents_from", "documents_until", "bid_deadline", "opening")
    return {
        "kind": value(notice.kind),
        "method": value(notice.method),
        "project_name": text(notice.project.name),
        "project_number": text(notice.project.number),
        "region": parts(value(notice.region), "province", "city", "district"),
        "buyer": party(notice.buyer),
        "agency": party(notice.agency),
        "budget": yuan(notice.budget),
        "ceiling": yuan(notice.ceiling),
        **{name: iso(value(getattr(schedule, name))) for name in moments},
        "notice_period": parts(value(schedule.notice_period), "count", "unit"),
        "consortium": value(notice.consortium),
        "set_aside": value(notice.set_aside),
        "service_period": period(notice),
        **lists_of(notice),
    }


def lists_of(notice: Notice) -> Facts:
    measures = [(r, m) for r in notice.requirements for m in r.measures]
    return {
        "lots": [
            {"number": x.number, "name": text(x.name), "budget": yuan(x.budget), "ceiling": yuan(x.ceiling)} for x in notice.lots
        ],
        "qualifications": [{"basis": x.basis, "quote": x.text} for x in notice.qualifications],
        "payments": [{"percent": figure(x.percent, x.mask), "quote": quote(x)} for x in notice.payments],
        "awards": [{"lot": x.lot, "supplier": text(x.supplier.name), "amount": yuan(x.amount)} for x in notice.awards],
        "items": [
            {"name": x.name, "quantity": x.quantity, "unit": x.unit, "unit_price": yuan(x.unit_price), "total": yuan(x.total)}
            for x in notice.items
        ],
        "measures": [
            {
                **parts(m, "comparator", "upper", "unit", "per"),
                "value": figure(m.value, m.mask),
                "lots": r.lots,
                "topic": m.topic or r.topic,
                "quote": quote(m),
            }
            for r, m in measures
            if not m.implied
        ],
        "frequencies": [{"lots": r.lots, "per": m.per, "quote": quote(m)} for r, m in measures if m.implied],
        "score_items": [
            {"group": group.name, "quote": f"{x.text} {x.criterion}", "points": figure(x.points.value, x.points.mask)}
            for table in notice.score_tables
            for group in table.groups
            for x in group.items
        ],
    }


def value(reading: Reading[Any]) -> Any:
    if reading.state == "known":
        return reading.value
    return {"mask": reading.mask} if reading.state == "masked" and reading.mask else None


def text(reading: Reading[str]) -> str | None:
    """A text keeps its asterisks: a masked name is a name."""
    found = value(reading)
    return found["mask"] if isinstance(found, dict) else found


def yuan(reading: Reading[Any]) -> Any:
    found = value(reading)
    return found if found is None or isinstance(found, dict) else found.yuan


def figure(number: Any, mask: str | None) -> Any:
    return number if number is not None else {"mask": mask} if mask else None


def iso(moment: Any) -> Any:
    return moment.isoformat() if hasattr(moment, "isoformat") else moment


def parts(model: Any, *names: str) -> Facts:
    """The named attributes of a model; of a mask, all of them are the mask."""
    if isinstance(model, dict):
        return dict.fromkeys(names, model)
    return {name: getattr(model, name, None) for name in names}


def period(notice: Notice) -> Facts:
    found = parts(value(notice.service.period), "months", "days", "start", "end")
    return {name: iso(part) for name, part in found.items()}


def party(found: Party | None) -> Facts | None:
    if found is None:
        return None
    return {
        "name": text(found.name),
        "address": text(found.address),
        "contacts": [text(x) for x in found.contacts],
        "phones": [text(x) for x in found.phones],
    }


def quote(fact: Any) -> str:
    return "".join(x.quote for x in fact.evidence)


def evidence_in(node: Any) -> Iterator[Evidence]:
    """Every piece of evidence anywhere below a model."""
    if isinstance(node, Evidence):
        yield node
    elif isinstance(node, tuple):
        for part in node:
            yield from evidence_in(part)
    elif hasattr(type(node), "model_fields"):
        for name in type(node).model_fields:
            yield from evidence_in(getattr(node, name))
