"""From the answers of the checks to an outcome, a fit and an order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from tender_kit.analysis.screening.check import Answer, ScreenCheck
from tender_kit.models.screening import OUTCOMES, CheckResult, Fit, Outcome, Screening, Verdict

_DECISIVE, _OTHER = 3, 1
_ORDER: tuple[Verdict, ...] = ("fails", "cannot_tell", "meets")
# To be registered, and since when, is asked for whatever the alternatives are.
_ALWAYS = ("legal_person", "age")
_IN_SOME_CASE = ("只在该句所说的情形下要求,请核对", "it is asked only in the case that the sentence names")
_ANY_WILL_DO = ("该句为“或”的关系,满足其一即可,请核对", "the sentence names alternatives of which one will do")


def as_result(check: ScreenCheck, answer: Answer, lots: tuple[str, ...]) -> CheckResult:
    """Put the answer of a check into its model."""
    decisive = check.decisive if answer.decisive is None else answer.decisive
    return CheckResult.model_construct(
        code=check.code,
        title=check.title,
        title_en=check.title_en,
        verdict=answer.verdict,
        decisive=decisive,
        reason=answer.why[0],
        reason_en=answer.why[1],
        to_do=answer.to_do[0],
        to_do_en=answer.to_do[1],
        challengeable=answer.challengeable,
        lots=lots,
        profile_fields=check.fields,
        law=check.source,
        evidence=answer.evidence,
    )


def soften(
    answers: Sequence[tuple[ScreenCheck, Answer]], alternatives: frozenset[int], conditions: frozenset[int]
) -> list[tuple[ScreenCheck, Answer]]:
    """Take back what fails in a sentence that need not be met as a whole.

    In a sentence of alternatives that several checks answer, unless all of them fail (民办非企业单位登记证书且业务范围含康复,或者
    医疗机构执业许可证: the licence is not needed where the form fits); and in one that is asked in some case only.
    Both are given by the places where such sentences begin.
    """
    by_place: dict[int, list[Answer]] = {}
    for check, answer in answers:
        if check.code not in _ALWAYS and answer.evidence and answer.evidence[0].start in alternatives:
            by_place.setdefault(answer.evidence[0].start, []).append(answer)
    open_places = {place for place, group in by_place.items() if any(a.verdict != "fails" for a in group)}

    def taken_back(answer: Answer) -> Answer:
        place = answer.evidence[0].start if answer.evidence else None
        if answer.verdict != "fails" or place not in open_places | conditions:
            return answer
        zh, en = _ANY_WILL_DO if place in open_places else _IN_SOME_CASE
        why = (f"{answer.why[0].rstrip('。')};{zh}。", f"{answer.why[1].rstrip('.')}; {en}.")
        return replace(answer, verdict="cannot_tell", why=why)

    return [(check, taken_back(answer)) for check, answer in answers]


def joined(answers: Iterable[tuple[ScreenCheck, Answer]]) -> list[tuple[ScreenCheck, Answer]]:
    """Say once what a check says of several sentences, with all of them as evidence."""
    found: dict[tuple[str, Answer], tuple[ScreenCheck, Answer]] = {}
    for check, answer in answers:
        key = (check.code, replace(answer, evidence=()))
        before = found[key][1].evidence if key in found else ()
        found[key] = (check, replace(answer, evidence=tuple(dict.fromkeys((*before, *answer.evidence)))))
    return list(found.values())


def outcome_of(results: Iterable[CheckResult]) -> Outcome:
    """Decide: a decisive failure rules it out; what is open or fails besides has to be looked into."""
    found: Outcome = "go"
    for result in results:
        if result.verdict == "fails" and result.decisive:
            return "no_go"
        if result.verdict == "fails" or (result.verdict == "cannot_tell" and result.decisive):
            found = "review"
    return found


def best_of(outcomes: Iterable[Outcome]) -> Outcome:
    """Give the best outcome: one lot that can be bid for is enough."""
    return min(outcomes, key=OUTCOMES.index)


def fit_of(results: Sequence[CheckResult]) -> Fit:
    """Measure how well a notice suits: the weighted share of what it asks that is known to be met."""
    weights = [_DECISIVE if result.decisive else _OTHER for result in results]
    met = [weight for weight, result in zip(weights, results, strict=True) if result.verdict == "meets"]
    score = round(100 * sum(met) / sum(weights)) if weights else 0
    return Fit.model_construct(score=score, met=len(met), asked=len(results))


def reasons_first(results: Iterable[CheckResult]) -> tuple[CheckResult, ...]:
    """Put what decides first: decisive failures, decisive doubts, other failures and doubts, then what is met."""
    return tuple(sorted(results, key=lambda r: (r.verdict == "meets", not r.decisive, _ORDER.index(r.verdict))))


def ranked(screenings: Iterable[Screening]) -> tuple[Screening, ...]:
    """Put the most promising first: outcome, fit, then the nearer deadline; unknown deadlines last."""

    def key(screening: Screening) -> tuple[int, int, bool, int]:
        left = screening.days_left
        return OUTCOMES.index(screening.outcome), -screening.fit.score, left is None, left or 0

    return tuple(sorted(screenings, key=key))
