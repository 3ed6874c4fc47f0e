"""Words and figures that several checks read: article 22, counts, levels, the names of forms."""

from __future__ import annotations

import re
from datetime import date

from tender_kit.models.profile import CHINESE, Form
from tender_kit.quantities.numerals import parse_number

# One sentence that asks for all six items of article 22 at once.
ARTICLE_22 = "第二十二条|第22条|政府采购法[^,。;]{0,12}(?:基本)?(?:资格)?条件"
COUNT = r"(?:\d{1,6}|[一二两三四五六七八九十]{1,3}|\*{1,4})"

_FORM_NAMES = {Form(value): name for name, value in reversed(CHINESE.items()) if value in set(Form)}
_FORM_NAMES_EN = {form: form.value.replace("_", " ") for form in Form}


def article_22(words: str) -> re.Pattern[str]:
    """Make the claims of an item of article 22: its own words, or the article as a whole."""
    return re.compile(f"{words}|{ARTICLE_22}")


def form_name(form: Form) -> tuple[str, str]:
    """Name a legal form in Chinese and in English.

    >>> form_name(Form.PRIVATE_NON_ENTERPRISE)
    ('民办非企业单位', 'private non enterprise')
    """
    return _FORM_NAMES[form], _FORM_NAMES_EN[form]


def read_count(words: str | None) -> int | None:
    """Read a count; None where it is hidden or no number.

    >>> read_count("两"), read_count("3"), read_count("*")
    (2, 3, None)
    """
    number = parse_number(words) if words else None
    return int(number) if number is not None else None


def whole_years(since: date, day: date) -> int:
    """Count the whole years from a day to another.

    >>> whole_years(date(2020, 5, 2), date(2026, 5, 1))
    5
    """
    return day.year - since.year - ((day.month, day.day) < (since.month, since.day))
