"""The organisation that wants to bid: what it is, has, can do and wants.

What is left out is not known: a check that needs it says so and never takes it for met. An empty list is an answer:
``certificates = []`` says that there are none.
"""

from __future__ import annotations

from datetime import date

from pydantic import Field, model_validator

from tender_kit.core.model import Figure, Model
from tender_kit.models.profile_values import (
    Form,
    Grade,
    Inspection,
    InstitutionClass,
    Level,
    Names,
    OrganisationForm,
    Size,
    Wish,
)


class Organisation(Model):
    """Who the organisation is."""

    name: str = Field(default="", description="Name as registered. 登记名称", examples=["青石县和风社会工作服务中心"])
    form: OrganisationForm = Field(
        description="Legal form: private_non_enterprise, social_association, foundation, company, sole_trader, "
        "public_institution, mass_organisation, collective. "
        "组织形式:民办非企业单位、社会团体、基金会、企业、个体工商户、事业单位、群团组织、农村集体经济组织",
        examples=["民办非企业单位"],
    )
    size: Size | None = Field(
        default=None,
        description="Size class of an enterprise: large, medium, small, micro. 企业规模:大型、中型、小型、微型",
        examples=["小型"],
    )
    institution_class: InstitutionClass | None = Field(
        default=None,
        description="Class of a public institution: public_welfare_1, public_welfare_2, production. "
        "事业单位类别:公益一类、公益二类、生产经营类",
        examples=["公益二类"],
    )
    registered: date | None = Field(default=None, description="Day of registration. 成立登记日期", examples=["2016-05-20"])
    place: str = Field(
        default="", description="Place of registration, from the province down. 登记所在地", examples=["浙江省杭州市西湖区"]
    )
    branches: Names = Field(
        default=(),
        description="Places with a branch or an office of its own. 设有分支机构或办公场所的地方",
        examples=['["浙江省杭州市"]'],
    )
    business_scope: str | None = Field(
        default=None,
        description="Scope of business, as in the certificate. 业务(经营)范围,照证书抄写",
        examples=["社会工作服务、困难群体帮扶、心理健康服务"],
    )
    same_head: Names | None = Field(
        default=None,
        description="Organisations with the same head or under common control; [] where there are none. "
        "负责人相同或有控股、管理关系的单位;没有写 []",
        examples=["[]"],
    )
    advised: Names | None = Field(
        default=None,
        description="Projects (names, numbers) that it designed, drafted or supervises; [] where there are none. "
        "曾提供设计、编制、管理、监理等服务的项目(名称或编号);没有写 []",
        examples=["[]"],
    )
    disability_welfare: bool = Field(
        default=False, description="Is a welfare unit for the disabled. 是否残疾人福利性单位", examples=["false"]
    )
    portals: Names | None = Field(
        default=None,
        description="Portals where it is registered as a supplier. 已注册入库的采购平台",
        examples=['["浙江政府采购网"]'],
    )

    @model_validator(mode="after")
    def _fits_its_form(self) -> Organisation:
        if self.size is not None and not self.form.is_enterprise:
            raise ValueError("size: 只有企业和个体工商户有规模划分,请删去 size;only enterprises have a size class")
        if self.institution_class is not None and self.form is not Form.PUBLIC_INSTITUTION:
            raise ValueError("institution_class: 只有事业单位填写;only public institutions have a class")
        return self


class Certificate(Model):
    """A licence, certificate or filing of the organisation."""

    name: str = Field(min_length=2, description="Name as printed. 证照名称", examples=["食品经营许可证"])
    level: str = Field(default="", description="Level, where it has one. 等级", examples=["甲级"])
    issued: date | None = Field(default=None, description="Day of issue. 发证日期", examples=["2023-03-01"])
    expires: date | None = Field(default=None, description="Last valid day; none: without end. 有效期至", examples=["2028-02-29"])


class Rating(Model):
    """The rating of a social organisation (社会组织评估等级), valid for five years."""

    level: Grade = Field(description="none, 1A to 5A. 等级:无、1A 至 5A", examples=["4A"])
    issued: date | None = Field(default=None, description="Day of the rating. 评定日期", examples=["2023-12-01"])
    expires: date | None = Field(default=None, description="Last valid day. 有效期至", examples=["2028-11-30"])


class AnnualInspection(Model):
    """The result of the annual inspection (年检) or annual report of one year."""

    year: int = Field(ge=1990, le=2100, description="Year inspected. 年度", examples=["2025"])
    result: Inspection = Field(
        description="passed, basically_passed, failed, missed. 结论:合格、基本合格、不合格、未参加", examples=["合格"]
    )


class Staff(Model):
    """People with one certificate."""

    certificate: str = Field(min_length=2, description="Certificate. 证书", examples=["社会工作者"])
    level: Level | None = Field(
        default=None, description="junior, intermediate, senior. 级别:初级、中级、高级", examples=["中级"]
    )
    count: int = Field(ge=0, description="People who hold it. 人数", examples=["4"])


class PastProject(Model):
    """A project done before."""

    name: str = Field(min_length=2, description="Name of the project. 项目名称", examples=["青石县社会救助服务项目"])
    year: int = Field(ge=1990, le=2100, description="Year of the contract. 合同年份", examples=["2024"])
    topics: Names = Field(default=(), description="What it was about. 服务领域", examples=['["社会救助", "社工站"]'])
    amount_yuan: Figure | None = Field(default=None, ge=0, description="Contract sum in yuan. 合同金额(元)", examples=["480000"])
    proof: str = Field(default="", description="What proves it. 证明材料", examples=["合同、验收报告"])


class Papers(Model):
    """Finance, tax and equipment papers at hand."""

    audited_years: tuple[int, ...] | None = Field(
        default=None, description="Years with an audited report. 有审计报告的年度", examples=["[2024, 2025]"]
    )
    bank_letter: bool | None = Field(
        default=None, description="A bank's letter of credit standing is at hand. 是否有银行资信证明", examples=["true"]
    )
    tax_paid_until: date | None = Field(
        default=None, description="Taxes are proven as paid until. 纳税(或免税)证明截至", examples=["2026-09-30"]
    )
    social_insurance_until: date | None = Field(
        default=None, description="Social insurance is proven as paid until. 社会保险缴纳证明截至", examples=["2026-09-30"]
    )
    equipment: bool | None = Field(
        default=None,
        description="Has the equipment and the skills that its services need. 是否具备服务所需的设备和专业能力",
        examples=["true"],
    )


class Credit(Model):
    """Credit state."""

    checked: date | None = Field(default=None, description="Day of the last query. 最近查询日期", examples=["2026-11-01"])
    listed: Names | None = Field(
        default=None,
        description="Lists of dishonest or abnormal bodies that it stands in; [] where it stands in none. "
        "被列入的失信、异常名录;没有写 []",
        examples=["[]"],
    )
    violations: bool | None = Field(
        default=None,
        description="Serious violations in business within three years. 近三年经营活动中有无重大违法记录",
        examples=["false"],
    )


class Fundraising(Model):
    """Public fundraising."""

    permit: bool | None = Field(default=None, description="Holds a permit for it. 是否有公开募捐资格", examples=["false"])
    expires: date | None = Field(default=None, description="Last valid day. 有效期至", examples=["2028-06-30"])


class Capacity(Model):
    """What can be taken on besides the work in hand."""

    people: int | None = Field(default=None, ge=0, description="People free for a project. 可投入人数", examples=["8"])
    person_days_per_year: int | None = Field(
        default=None, ge=0, description="Person-days free in a year. 每年可投入人天", examples=["2000"]
    )
    sites: Names = Field(
        default=(), description="Premises, with their place. 自有或租用场地(含所在地)", examples=['["杭州市西湖区 300㎡"]']
    )


class Finance(Model):
    """What can be pre-financed, and what a day of work costs."""

    liquidity_yuan: Figure | None = Field(
        default=None, ge=0, description="Most that it can pre-finance, in yuan. 最多可垫付(元)", examples=["300000"]
    )
    least_first_percent: Figure | None = Field(
        default=None, ge=0, le=100, description="Least first instalment in percent. 首付款最低比例(%)", examples=["30"]
    )
    wage_yuan_per_day: Figure | None = Field(
        default=None, ge=0, description="Full cost of a person-day in yuan. 每人天综合人工成本(元)", examples=["350"]
    )


class Wishes(Model):
    """Which projects it looks for."""

    regions: Names = Field(default=(), description="Where; [] anywhere. 地区;空为不限", examples=['["浙江省"]'])
    topics: Names = Field(
        default=(),
        description="What: words, or ids of the taxonomy; [] anything. 服务领域(词语或主题编号);空为不限",
        examples=['["社会救助", "社工", "养老"]'],
    )
    avoid: Names = Field(
        default=(),
        description="Words in a project's name that rule it out. 项目名称中出现即不做的词",
        examples=['["施工", "设备"]'],
    )
    budget_from_yuan: Figure | None = Field(
        default=None, ge=0, description="Least budget in yuan. 最低预算(元)", examples=["100000"]
    )
    budget_to_yuan: Figure | None = Field(
        default=None, ge=0, description="Largest budget in yuan. 最高预算(元)", examples=["2000000"]
    )
    least_workdays: int | None = Field(
        default=None, ge=0, description="Least working days to prepare a bid. 编制投标文件至少需要的工作日", examples=["5"]
    )
    consortium: Wish | None = Field(
        default=None,
        description="Bids alone, possible, needed: in a consortium. 联合体:单独、可以、必须",
        examples=["单独"],
    )
    subcontract: Wish | None = Field(
        default=None,
        description="Does all alone, possible, needed: subcontracts parts. 分包:单独、可以、必须",
        examples=["单独"],
    )


class Profile(Model):
    """An organisation that screens notices."""

    organisation: Organisation = Field(description="Who it is. 机构基本情况")
    certificates: tuple[Certificate, ...] | None = Field(
        default=None, description="All licences and certificates; [] none. 全部证照;没有写 []", examples=["[]"]
    )
    rating: Rating | None = Field(default=None, description="Rating of a social organisation. 社会组织评估等级")
    annual_inspections: tuple[AnnualInspection, ...] = Field(
        default=(),
        description="Annual inspections by year. 历年年检(年报)结论",
        examples=['[{ year = 2025, result = "合格" }]'],
    )
    staff: tuple[Staff, ...] | None = Field(
        default=None, description="Staff by certificate; [] none. 持证人员;没有写 []", examples=["[]"]
    )
    projects: tuple[PastProject, ...] | None = Field(
        default=None, description="Past projects; [] none. 过往项目;没有写 []", examples=["[]"]
    )
    papers: Papers = Field(default=Papers(), description="Papers at hand. 财务、纳税等材料")
    credit: Credit = Field(default=Credit(), description="Credit state. 信用状况")
    fundraising: Fundraising = Field(default=Fundraising(), description="Public fundraising. 公开募捐")
    capacity: Capacity = Field(default=Capacity(), description="Free capacity. 可投入能力")
    finance: Finance = Field(default=Finance(), description="Liquidity and costs. 资金与成本")
    wishes: Wishes = Field(default=Wishes(), description="Projects it looks for. 投标意向")
