"""Words and figures that several checks read: article 22, counts, levels, the names of forms."""

from __future__ import annotations

import re
from datetime import date

from tender_kit.core.fold import fold
from tender_kit.core.readings import Evidence
from tender_kit.models.profile_values import CHINESE, Form
from tender_kit.quantities.numerals import parse_number

# One sentence that asks for all six items of article 22 at once.
ARTICLE_22 = "第二十二条|第22条|政府采购法[^,。;]{0,12}(?:基本)?(?:资格)?条件"
COUNT = r"(?:\d{1,6}|[一二两三四五六七八九十]{1,3}|\*{1,4})"

_SENTENCES = re.compile("[;。]")
_BY_SITE = re.compile(
    "每(?:一?个)?(?:间|所|户|班|站|镇|乡|街|村|社区|包|标段|处|点|中心|机构|岗|个)|各(?:站|点|中心|包|街道|乡镇)|单个(?:站|中心|机构)"
)
_SHORT, _REACH = 12, 60
_ENDS = re.compile("[\n。;;]")

_FORM_NAMES = {Form(value): name for name, value in reversed(CHINESE.items()) if value in set(Form)}
_FORM_NAMES_EN = {form: form.value.replace("_", " ") for form in Form}


_BOLD = re.compile(r"\*\*[\u4e00-\u9fff][^*\n]{1,80}\*\*")
_HIDDEN = re.compile(r"(?<=[^\s*0-9★▲#|])\*{1,8}(?!\*)(?=[^\s|])|[0-9]\*{1,8}(?![0-9*])")


def hides_a_figure(text: str) -> bool:
    """Tell whether asterisks stand for a figure in a sentence; a star before a clause and bold print do not.

    >>> [hides_a_figure(text) for text in ("登记满*年", "募集不低于**万元", "*配备2人", "须有**营业执照**", "5*8小时")]
    [True, True, False, False, False]
    """
    return "*" in text and bool(_HIDDEN.search(_BOLD.sub("", text)))


def is_by_site(clause: str, quote: str) -> bool:
    """Tell whether a figure of a clause holds for each of several sites or households, by the sentence that it stands in.

    >>> is_by_site("每间配管理员1人、护理员不少于2人;全项目设督导1人", "护理员不少于2人")
    True
    >>> is_by_site("每间配管理员1人、护理员不少于2人;全项目设督导1人", "督导1人")
    False
    """
    bare = "".join(fold(quote).split())
    sentences = _SENTENCES.split("".join(fold(clause).split()))
    return bool(_BY_SITE.search(next((sentence for sentence in sentences if bare in sentence), bare)))


def sentence_of(evidence: Evidence, text: str) -> Evidence:
    """Give short evidence with the sentence that it stands in: 是 says nothing, 是否专门面向中小企业:是 does.

    ``text`` is the document's; "" where it is not at hand, and the evidence stays as it is.
    """
    if not text or len(evidence.quote) >= _SHORT:
        return evidence
    before, behind = text[max(0, evidence.start - _REACH) : evidence.start], text[evidence.end : evidence.end + _REACH]
    start = evidence.start - len(_ENDS.split(before)[-1].lstrip())
    end = evidence.end + len(_ENDS.split(behind)[0].rstrip())
    return Evidence(start=start, end=end, quote=text[start:end], rule=evidence.rule)


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
