"""Profiles as TOML files: read, checked, and faults told so that they can be mended."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from tender_kit.analysis.screening.profile_lines import find_lines, line_of
from tender_kit.core.errors import TenderKitError
from tender_kit.core.model import models_in
from tender_kit.models.profile import Profile
from tender_kit.models.profile_values import Form
from tender_kit.vocab.load import read_text
from tender_kit.vocab.words import LANGUAGES, Language, Words, load_words

Place = tuple[int | str, ...]
_MOST_BYTES = 1_000_000


def load_profile(path: str | Path) -> Profile:
    """Read the profile of an organisation from a TOML file.

    Raises:
        TenderKitError: the file cannot be read, is no TOML, or has unknown keys or wrong values; each fault is
            named with its key, its line and what is expected.
    """
    source = Path(path)
    try:
        data = source.read_bytes()
        if len(data) > _MOST_BYTES:
            raise _fault("profile_too_large", path=source)
        return parse_profile(data.decode("utf-8-sig"), name=str(source))
    except OSError as error:
        raise _fault("profile_unreadable", path=source, reason=error.strerror or type(error).__name__) from error
    except UnicodeDecodeError as error:
        raise _fault("profile_encoding", path=source) from error


def parse_profile(text: str, *, name: str = "profile") -> Profile:
    """Read a profile from the text of a TOML file; ``name`` is what faults call it."""
    try:
        return Profile.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise _fault("profile_syntax", path=name, reason=str(error)) from error
    except ValidationError as error:
        lines = find_lines(text)
        said = ["\n".join(_said(fault, lines, load_words(language)) for fault in error.errors()) for language in LANGUAGES]
        raise _fault("profile_faults", path=name, count=error.error_count(), faults=said) from error


def template(language: Language) -> str:
    """Give a commented profile, itself valid: what a user begins with."""
    return read_text(f"profile_{language}.toml")


def missing_fields(profile: Profile) -> tuple[str, ...]:
    """Name the fields that are left out, so that checks which need them cannot tell."""
    form = profile.organisation.form
    beside = {
        "organisation.size": not form.is_enterprise,
        "organisation.institution_class": form is not Form.PUBLIC_INSTITUTION,
        "rating": not form.is_social_organisation,
    }
    # A wish that is not stated is no wish, a day of expiry that is not stated is no end: neither leaves a check in doubt.
    found = [
        f for f in _left_out(profile, ()) if not f.startswith("wishes.") and not f.endswith(".expires") and not beside.get(f)
    ]
    if form.is_social_organisation and not profile.annual_inspections:
        found.append("annual_inspections")
    return tuple(found)


def _left_out(model: BaseModel, above: Place) -> Iterator[str]:
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from _left_out(value, (*above, name))
        elif value is None:
            yield ".".join(map(str, (*above, name)))


def _fault(key: str, *, faults: list[str] | None = None, **values: object) -> TenderKitError:
    said = [load_words(language).say(key, **values) for language in LANGUAGES]
    if faults:
        said = [f"{head}\n{rest}" for head, rest in zip(said, faults, strict=True)]
    return TenderKitError(*said)


def _said(fault: ErrorDetails, lines: dict[Place, int], words: Words) -> str:
    """One fault in a sentence: where it is, what is wrong, what is expected."""
    place = fault["loc"]
    line = line_of(place, lines)
    where = words.say("profile_where", name=_key(place), line=line) if line else _key(place)
    field = field_at(place)
    match fault["type"]:
        case "extra_forbidden":
            near = _nearest(place)
            return words.say("profile_unknown_key", where=where, near=near or "-")
        case "missing":
            return words.say("profile_missing_key", where=where, expected=_expected(field, place, words))
        case "tuple_type" if isinstance(fault["input"], dict):
            return words.say("profile_wrong_list", where=where, name=_key(place))
        case "value_error":
            zh, _, en = str(fault["ctx"]["error"]).partition(";")
            return f"{where}:{zh}" if words.language == "zh" else f"{where}: {en}"
        case _:
            given = repr(fault["input"])[:60]
            return words.say("profile_wrong_value", where=where, given=given, expected=_expected(field, place, words))


def _key(place: Place) -> str:
    """Write a place as one writes it in a file, entries of lists counted from 1.

    >>> _key(("certificates", 0, "name"))
    'certificates[1].name'
    """
    text = ""
    for step in place:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}" if text else str(step)
    return text


def _expected(field: FieldInfo | None, place: Place, words: Words) -> str:
    """What belongs there: the description of the field in one language, and an example."""
    if field is None:
        return "-"
    en, _, zh = (field.description or "").rpartition(". ")
    text = zh if words.language == "zh" else en
    if not field.examples:
        return text
    name = next((step for step in reversed(place) if isinstance(step, str)), "")
    return words.say("profile_example", text=text, name=name, example=_example(field))


def _example(field: FieldInfo) -> str:
    """An example as TOML: words in quotes, dates, figures, lists and true or false bare."""
    example = str((field.examples or [""])[0])
    bare = example[:1] in "[{" or example in ("true", "false") or example.replace("-", "").replace(".", "").isdecimal()
    return example if bare else f'"{example}"'


def field_at(place: Place) -> FieldInfo | None:
    """Find the field of the profile at a place; None where there is none."""
    model: type[BaseModel] | None = Profile
    found: FieldInfo | None = None
    for step in place:
        if isinstance(step, int):
            continue
        if model is None or step not in model.model_fields:
            return found if model is None else None
        found = model.model_fields[step]
        model = next(models_in(found.annotation), None)
    return found


def all_keys(model: type[BaseModel] = Profile, above: str = "") -> Iterator[str]:
    """Yield all keys of a profile by dotted path."""
    for name, field in model.model_fields.items():
        yield above + name
        for inner in models_in(field.annotation):
            yield from all_keys(inner, f"{above}{name}.")


def _nearest(place: Place) -> str:
    """The keys that are spelt most alike: of the same table first, else anywhere by their last part."""
    wrong = str(place[-1])
    above = ".".join(step for step in place[:-1] if isinstance(step, str))
    keys = list(all_keys())
    here = {key.rpartition(".")[2]: key for key in keys if key.rpartition(".")[0] == above}
    by_words = {_chinese(key): key for key in keys}
    alike = [here[name] for name in get_close_matches(wrong, here, n=2, cutoff=0.6)]
    if not alike:
        anywhere = {key.rpartition(".")[2]: key for key in keys}
        alike = [anywhere[name] for name in get_close_matches(wrong, anywhere, n=2, cutoff=0.6)]
    if not alike:
        alike = [by_words[words] for words in get_close_matches(wrong, by_words, n=2, cutoff=0.4)]
    return ", ".join(alike)


def _chinese(key: str) -> str:
    """The Chinese name of a field: the head of its description."""
    field = field_at(tuple(key.split(".")))
    return ((field.description if field else "") or "").rpartition(". ")[2].partition(":")[0].partition(";")[0]
