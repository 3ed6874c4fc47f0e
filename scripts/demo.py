"""The tour: read notices of five districts, set them side by side, make a checklist, screen the corpus. ``make demo``.

The notices are cases of corpus/, written in the manner of real ones; each is a trap of its own: digits masked one cell
per line, a masked body under an unmasked header, lots that share requirements, markup inside a tab-separated table, a
service list full of pipes.
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

from rich.console import Console

import tender_kit as tk
from tender_kit.app.cli.terminal import show_report
from tender_kit.export import make_report
from tender_kit.vocab.words import load_words

ROOT = Path(__file__).parent.parent
OUT = ROOT / "out"
DISTRICTS = (
    "changshan_cishanzongheti_2025",
    "linghe_kunjingertong_2025",
    "yunyan_jiuzhuzhan_2024",
    "suzhou_zhucanpinggu_2023",
    "jingkai_zhucanqingdan_2024",
)
CHECKLIST_OF = "linghe_kunjingertong_2025"
# The notices of the corpus are of 2023 to 2026; on this day some can still be bid for.
SCREENED_ON = date(2026, 3, 20)
PROFILE = ROOT / "examples" / "org.toml"


def read_districts() -> dict[str, tk.Notice]:
    sources = {name: next((ROOT / "corpus" / name).glob("source.*")) for name in DISTRICTS}
    return {name: tk.parse(path.read_bytes(), uri=f"{name}{path.suffix}") for name, path in sources.items()}


def screen_corpus() -> tk.ScreeningTable:
    paths = sorted((ROOT / "corpus").glob("*/source.*"))
    notices = [tk.parse(path.read_bytes(), uri=f"{path.parent.name}{path.suffix}") for path in paths]
    table = tk.screen(notices, tk.load_profile(PROFILE), on=SCREENED_ON)
    assert isinstance(table, tk.ScreeningTable)
    return table


def write_all(notices: dict[str, tk.Notice], screened: tk.ScreeningTable) -> list[tuple[Path, str]]:
    comparison = tk.compare(list(notices.values()))
    todo = tk.checklist(notices[CHECKLIST_OF], on=date(2025, 4, 14))
    named = (
        ("comparison.html", comparison, f"{len(comparison.columns)} 列 {len(comparison.rows)} 行的需求对照表,用浏览器打开"),
        ("checklist.docx", todo, f"《{todo.title}》的投标响应清单,{len(todo.rows)} 行"),
        ("checklist.xlsx", todo, "同一清单,可筛选、可填写"),
        ("comparison.xlsx", comparison, "同一对照表,每组一个工作表"),
        ("screening.html", screened, f"{len(screened)} 份公告的筛选一览,以 examples/org.toml 的机构在 {SCREENED_ON} 为准"),
        ("screening.xlsx", screened, "同一筛选结果,附全部检查"),
        ("notices.jsonl", list(notices.values()), "五份公告的全部事实与原文依据"),
    )
    return [(tk.export(value, OUT / name), what) for name, value, what in named]


def main() -> None:
    OUT.mkdir(exist_ok=True)
    console = Console(width=None if sys.stdout.isatty() else 150, highlight=False)
    words = load_words("zh")
    notices = read_districts()
    console.rule("[bold]一、读取五个区县的公告")
    show_report(make_report(list(notices.values()), words), console)
    console.rule("[bold]二、一份公告里读出的事实(节选)")
    report = make_report(notices[CHECKLIST_OF], words)
    show_report(type(report)(report.title, report.lines, report.parts[:3], report.language), console)
    console.rule("[bold]三、哪些可以投(筛选前十名)")
    screened = screen_corpus()
    first = screened.model_copy(update={"screenings": screened.screenings[:10]})
    ranking = make_report(first, words)
    show_report(type(ranking)(ranking.title, ranking.lines, ranking.parts[:1], ranking.language), console)
    console.rule("[bold]四、并排比较、响应清单、筛选表,已写入 out/")
    for path, what in write_all(notices, screened):
        console.print(f"  [green]{path.relative_to(ROOT)}[/green]  {what}")
    console.print("\n读自己的公告  [bold].venv/bin/tender-kit parse 公告.html[/bold]")
    console.print("能不能投      [bold].venv/bin/tender-kit screen 公告目录 --profile examples/org.toml[/bold]")
    console.print("看事实的来历  [bold].venv/bin/tender-kit explain 公告.html budget[/bold]")


if __name__ == "__main__":
    main()
