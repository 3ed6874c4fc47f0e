"""Checkboxes: which of the answers that a form offers is ticked.

☑是 □否, ■接受 □不接受, (√)是()否, and with the box behind the answer: 是□ 否☑.
"""

from __future__ import annotations

import re

from tender_kit.core.spans import Flow

_TICKED = r"(?:[■☑√✓✔☒●]|\([√✓✔☑■]\))"
_OPEN = r"(?:[□○☐◻]|\(\))"
_BOX = rf"(?:{_TICKED}|{_OPEN})"
_FRONT = re.compile(rf"(?:{_BOX}[^■☑√✓✔☒●□○☐◻,。;:()\n]{{1,14}}[/、]?){{2,6}}")
_OPTION = re.compile(rf"(?P<box>{_BOX})(?P<words>[^■☑√✓✔☒●□○☐◻,。;:()\n]{{1,14}})")
_ANSWER = r"(?:不?接受|不?允许|不?同意|不?专门面向|不?属于|是|否|有|无)"
_BEHIND = re.compile(rf"(?P<one>{_ANSWER})(?P<first>{_BOX})[/、,]?(?P<two>{_ANSWER})(?P<second>{_BOX})")
_TICK = re.compile(_TICKED)


def keep_ticked(flow: Flow) -> Flow:
    """Take the boxes out of a flow, and with them the answers that are not ticked.

    Where no box is ticked all answers stay (是否): nothing is chosen, and nothing is made up.

    >>> from tender_kit.core.spans import make_flow
    >>> keep_ticked(make_flow("本项目(□是 ☑否)接受联合体", 0)).text
    '本项目(否)接受联合体'
    >>> keep_ticked(make_flow("是□否☑", 0)).text, keep_ticked(make_flow("□是 □否", 0)).text
    ('否', '是否')
    """
    dropped: set[int] = set()
    for group in _BEHIND.finditer(flow.text):
        if not re.search(rf"{_BOX}$", flow.text[max(0, group.start() - 3) : group.start()]):
            dropped |= _drop_behind(group)
    if not dropped:
        for group in _FRONT.finditer(flow.text):
            dropped |= _drop_front(group)
    if not dropped:
        return flow
    kept = [i for i in range(len(flow.text)) if i not in dropped]
    return Flow("".join(flow.text[i] for i in kept), [flow.offsets[i] for i in kept])


def _drop_behind(group: re.Match[str]) -> set[int]:
    dropped = {*range(*group.span("first")), *range(*group.span("second"))}
    first, second = (bool(_TICK.fullmatch(group[name])) for name in ("first", "second"))
    if first != second:
        dropped |= {*range(*group.span("two" if first else "one"))}
    return dropped


def _drop_front(group: re.Match[str]) -> set[int]:
    options = list(_OPTION.finditer(group.string, *group.span()))
    ticked = [option for option in options if _TICK.fullmatch(option["box"])]
    dropped: set[int] = set()
    for option in options:
        whole = bool(ticked) and option not in ticked
        dropped |= {*range(*(option.span() if whole else option.span("box")))}
    return dropped
