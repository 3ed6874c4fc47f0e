"""Build the two corpus sources that are not text: a Word file and a PDF with a text layer.

Run `python scripts/build_corpus_files.py` after a change of their wording; the results are committed.
Both come out the same on every run: fixed dates, no random ids. Needs python-docx and reportlab
(reportlab is used by this script alone and is no dependency of the package).
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table

CORPUS = Path(__file__).parent.parent / "corpus"
STAMP = datetime(2026, 1, 5, 9, 0)
FONT = "STSong-Light"

# ---------------------------------------------------------------- the Word file

# A heading or list item of this file has no number in its text: Word counts, as it does in most real requirement files.
LEVELS = [("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")]
NUMBERING = "".join(
    [f'<w:abstractNum {nsdecls("w")} w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>']
    + [
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{style}"/><w:suff w:val="nothing"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for level, (style, text) in enumerate(LEVELS)
    ]
    + ["</w:abstractNum>"]
)

TASKS = [
    ["服务类别", "服务事项", "具体要求", "数量指标"],
    ["主动发现", "入户排查", "对城区与乡镇困难家庭上门了解情况，填写排查表", "全年入户排查不少于1600户次"],
    ["", "线索上报", "发现符合救助条件的，协助其提出申请", "发现线索后2个工作日内上报"],
    ["协助核查", "家庭经济状况调查", "每次调查由两名以上人员参加，全程留痕", "受理后8个工作日内完成，完成率100%"],
    ["", "档案整理", "纸质与电子档案同步", "差错率不高于1%"],
    ["能力建设", "经办人员轮训", "面向乡镇街道民政办和村社区干部", "集中培训4期，每期不少于50人"],
]

TEAM = [
    "项目经理1名，具有社会工作师职业资格，从事社会救助或社会工作满3年。",
    "入户调查员不少于10名，其中能熟练使用藏语或蒙古语的不少于3名。",
    "人员更换须事先报采购人同意，合同期内更换比例不超过20%。",
]

PAYMENT = [
    "签约后10个工作日内，支付合同总价的35%；",
    "中期检查合格后，支付合同总价的35%；",
    "合同到期且总体验收合格后，支付余下的30%。",
]

SCORES = [
    ["绩效考核评分表（满分100分）", "", "", ""],
    ["一级指标", "二级指标", "评分办法", "分值"],
    ["产出（60分）", "入户排查户次", "每少40户次扣1分", "25"],
    ["", "调查按时完成率", "每降低1个百分点扣2分", "20"],
    ["", "培训期数", "每少一期扣3.75分", "15"],
    ["效益（25分）", "困难群众知晓率", "抽样知晓率85%以上得满分，低于60%不得分", "10"],
    ["", "服务对象满意度", "满意度不低于90%，每降低1个百分点扣1分", "15"],
    ["管理（15分）", "制度与档案", "制度齐全得5分，档案规范得10分", "15"],
]


def build_docx() -> bytes:
    document = docx.Document()
    document.part.numbering_part.element.insert(0, parse_xml(NUMBERING))
    number = document.part.numbering_part.element.add_num(90).numId
    document.core_properties.author = "corpus"
    document.core_properties.created = document.core_properties.modified = STAMP

    def counted(text: str, level: int, style: str = "Normal") -> None:
        properties = document.add_paragraph(text, style=style)._p.get_or_add_pPr().get_or_add_numPr()
        properties.get_or_add_ilvl().val = level
        properties.get_or_add_numId().val = number

    document.add_paragraph("格尔木市2026年社会救助经办服务能力提升项目", style="Title")
    document.add_paragraph("采购需求", style="Subtitle")
    counted("项目概况", 0, "Heading 1")
    document.add_paragraph("采购单位为格尔木市民政局。本项目预算金额为88万元，最高限价为86.5万元，不分包。")
    document.add_paragraph("项目通过购买服务充实基层经办力量，覆盖5个街道、2个镇和2个乡，在册救助对象约5200人。")
    counted("服务内容和数量", 0, "Heading 1")
    add_table(document, TASKS, merges=[(1, 0, 2, 0), (3, 0, 4, 0)])
    counted("人员与管理", 0, "Heading 1")
    counted("团队配置", 1, "Heading 2")
    for text in TEAM:
        counted(text, 2)
    counted("信息报送", 1, "Heading 2")
    document.add_paragraph("供应商按月报送入户台账，每季度末提交分析报告1份；突发重大情况1小时内上报。")
    counted("商务条款", 0, "Heading 1")
    counted("服务期限", 1, "Heading 2")
    document.add_paragraph("自合同签订之日起12个月。")
    counted("付款安排", 1, "Heading 2")
    for text in PAYMENT:
        counted(text, 2)
    counted("考核办法", 0, "Heading 1")
    add_table(document, SCORES, merges=[(0, 0, 0, 3), (2, 0, 4, 0), (5, 0, 6, 0)])
    buffer = io.BytesIO()
    document.save(buffer)
    return with_fixed_dates(buffer.getvalue())


def add_table(document: docx.document.Document, rows: list[list[str]], *, merges: list[tuple[int, int, int, int]]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for cells, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    for top, left, bottom, right in merges:
        text = table.cell(top, left).text
        table.cell(top, left).merge(table.cell(bottom, right)).text = text


def with_fixed_dates(packed: bytes) -> bytes:
    """Rewrite a zip with one date on every member: python-docx stamps the time of the run."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, STAMP.timetuple()[:6]), source.read(name), zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


# ---------------------------------------------------------------- the PDF

TITLE = "三亚市崖州区“银龄探访”居家关爱服务竞争性磋商公告"

BEFORE = [
    "采购项目名称：三亚市崖州区“银龄探访”居家关爱服务",
    "采购项目编号：HNQY-2026-CS021",
    "采购方式：竞争性磋商",
    "采购预算：人民币742000元；最高限价：人民币735000元。",
    "一、采购内容",
    "为崖州湾片区和北部农村片区的独居、留守老人提供探访、紧急救援联络和精神慰藉服务。磋商供应商应对全部内容作出响应，"
    "不得拆分。各项服务的最低数量见下表，供应商在响应文件中承诺的数量高于下表的，以承诺的数量签订合同并据此验收。",
]

VOLUMES = [
    ["序号", "服务项目", "服务对象（人）", "最低服务量"],
    ["1", "入户探访", "420", "每人每月不少于2次"],
    ["2", "电话问候", "420", "每人每周不少于1次"],
    ["3", "精神慰藉", "60", "全年累计不少于360人次"],
    ["4", "台风等灾害天气前的安全提醒", "420", "预警发布后3小时内覆盖率100%"],
]

AFTER = [
    "二、服务期限：2026年3月1日至2027年2月28日。",
    "三、供应商资格条件",
    "1.具有独立承担民事责任的能力；",
    "2.有依法缴纳税收和社会保障资金的良好记录（提供2025年任意三个月的凭证）；",
    "3.本项目专门面向小微企业，民办非企业单位参加的不受此限；",
    "4.参加磋商的代表须为供应商在职人员；",
    "5.本项目谢绝联合体参加磋商。",
    "四、磋商文件的获取",
    "获取时间：2026年1月19日08时30分至2026年1月23日17时30分。获取方式：登录海南省政府采购网电子交易系统下载，不收费。",
    "五、响应文件递交",
    "递交截止时间：2026年2月2日15时00分（北京时间）。开启时间：2026年2月2日15时00分。"
    "开启地点：三亚市公共资源交易服务中心（三亚市吉阳区新风街258号）二楼204室。",
    "六、公告期限：2026年1月16日起三个工作日。",
    "七、联系方式",
    "采购人：三亚市崖州区民政局",
    "地址：三亚市崖州区崖城镇东关路1号",
    "联系人：邢女士　　电话：0898-88830196",
    "采购代理机构：海南琼崖招标代理有限公司",
    "地址：海口市美兰区国兴大道61号华夏银行大厦1503室",
    "联系人：符传武　　电话：0898-65331208",
    "发布日期：2026年1月16日",
]


def build_pdf() -> bytes:
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    body = ParagraphStyle("body", fontName=FONT, fontSize=12, leading=22, wordWrap="CJK")
    title = ParagraphStyle("title", parent=body, fontSize=16, alignment=1, spaceAfter=12)
    volumes = Table(
        [[Paragraph(cell, body) for cell in row] for row in VOLUMES],
        colWidths=[40, 170, 90, 160],
        style=[("GRID", (0, 0), (-1, -1), 0.5, "black"), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")],
    )
    story = [Paragraph(TITLE, title), *(Paragraph(text, body) for text in BEFORE), volumes, Spacer(1, 10)]
    story += [Paragraph(text, body) for text in AFTER]
    buffer = io.BytesIO()
    SimpleDocTemplate(buffer, pagesize=A4, invariant=1, title=TITLE, author="corpus").build(
        story, onFirstPage=draw_page_number, onLaterPages=draw_page_number
    )
    return buffer.getvalue()


def draw_page_number(canvas, layout) -> None:  # type: ignore[no-untyped-def]
    canvas.setFont(FONT, 9)
    canvas.drawCentredString(A4[0] / 2, 30, f"第 {layout.page} 页")


if __name__ == "__main__":
    (CORPUS / "geermu_jiuzhujingban_2026" / "source.docx").write_bytes(build_docx())
    (CORPUS / "yazhou_yinlingtanfang_2026" / "source.pdf").write_bytes(build_pdf())
