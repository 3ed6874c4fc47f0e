"""From the example of a check to a notice and a profile."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from datetime import date
from typing import Any

import tender_kit as tk
from tender_kit.analysis.screening.check import Example, ScreenCheck
from tender_kit.models.profile import Profile
from tender_kit.models.screening import CheckResult

# The organisation of the examples: a social service agency in Zhejiang with its papers in order.
USUAL: dict[str, Any] = {
    "organisation": {
        "name": "青石县和风社会工作服务中心",
        "form": "民办非企业单位",
        "registered": "2016-05-20",
        "place": "浙江省杭州市西湖区",
        "business_scope": "社会工作服务、困难群体帮扶、心理健康服务",
        "same_head": [],
        "advised": [],
    },
    "certificates": [],
    "rating": {"level": "4A", "expires": "2028-11-30"},
    "annual_inspections": [{"year": 2024, "result": "合格"}, {"year": 2023, "result": "合格"}],
    "staff": [
        {"certificate": "社会工作者", "level": "中级", "count": 4},
        {"certificate": "社会工作者", "level": "初级", "count": 6},
    ],
    "projects": [
        {"name": "仙居县社会救助服务项目", "year": 2024, "topics": ["社会救助"], "proof": "合同"},
        {"name": "西湖区社工站项目", "year": 2025, "topics": ["社工站"], "proof": "合同"},
    ],
    "papers": {
        "audited_years": [2023, 2024],
        "tax_paid_until": "2026-01-31",
        "social_insurance_until": "2026-01-31",
        "equipment": True,
    },
    "credit": {"checked": "2026-02-20", "listed": [], "violations": False},
    "fundraising": {"permit": False},
    "capacity": {"people": 10, "person_days_per_year": 2000, "sites": ["杭州市西湖区 300㎡"]},
    "finance": {"liquidity_yuan": 200000, "least_first_percent": 30, "wage_yuan_per_day": 350},
    "wishes": {
        "regions": ["浙江省"],
        "topics": ["社工", "社会救助"],
        "avoid": ["施工"],
        "budget_from_yuan": 100000,
        "budget_to_yuan": 5000000,
        "least_workdays": 5,
    },
}
HEAD = "青石县社工站项目公开招标公告\n项目编号:QS-2026-1\n项目名称:青石县社工站项目\n"


def profile_with(changes: Mapping[str, Any]) -> Profile:
    """The usual profile with some values changed, by dotted path."""
    data: Any = deepcopy(USUAL)
    for path, value in changes.items():
        *above, last = path.split(".")
        place = data
        for step in above:
            place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
        place[last] = value
    return Profile.model_validate(data)


def notice_of(example: Example) -> tk.Notice:
    text = example.text or f"{HEAD}二、申请人的资格要求:\n1.{example.clause}\n三、获取招标文件\n"
    return tk.parse(text)


def results_of(check: ScreenCheck, example: Example) -> list[CheckResult]:
    """What one check says to its example, by way of the whole screening."""
    screening = tk.screen(notice_of(example), profile_with(example.profile), on=date.fromisoformat(example.on))
    return [result for result in screening.results if result.code == check.code]
