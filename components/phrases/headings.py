"""The headings of columns that views make, each declared once."""

from dataclasses import dataclass

from components.language import N_
from components.view import Kind


@dataclass(frozen=True)
class Heading:
    """A column that views make.

    Attributes
    ----------
    title : str
        Heading, as a message.
    digits : int or None
        Decimals of a number; None for text.
    unit : str
        Unit of a number, as a code of the list ``units``; empty where each row has its own.
    kind : {"text", "place", "period", "unit", "source", "codes"}
        As of `components.view.Column`.
    """

    title: str
    digits: int | None = None
    unit: str = ""
    kind: Kind = "text"


def _place(title: str) -> Heading:
    return Heading(title, kind="place")


def _period(title: str) -> Heading:
    return Heading(title, kind="period")


def _people(title: str) -> Heading:
    return Heading(title, 0, "persons")


def _returns(title: str) -> Heading:
    return Heading(title, 0, "returns")


def _count(title: str, unit: str = "") -> Heading:
    return Heading(title, 0, unit)


def _percent(title: str) -> Heading:
    return Heading(title, 1, "percent")


def _ratio(title: str) -> Heading:
    return Heading(title, 4, "ratio")


HEADINGS: dict[str, Heading] = {
    # Who and where.
    "place": _place(N_("Place")),
    "citizenship": _place(N_("Citizenship")),
    "from": _place(N_("From")),
    "to": _place(N_("To")),
    "main_from": _place(N_("Main current from")),
    "main_to": _place(N_("Main current to")),
    "asylum": _place(N_("Country of asylum left")),
    "asylum_or_origin": _place(N_("Country of asylum or of origin")),
    "travel_to": _place(N_("Travel to")),
    "found_in": _place(N_("Country where they were found")),
    "incident_place": _place(N_("Place of the incident")),
    "residence": _place(N_("Country of residence")),
    "who": Heading(N_("Who")),
    "who_counted": Heading(N_("Who was counted")),
    "sex_age": Heading(N_("Sex and age")),
    "direction": Heading(N_("Direction")),
    "side": Heading(N_("Whose claims")),
    "role": Heading(N_("Role of the country")),
    "group": Heading(N_("Group")),
    "eaeu": Heading(N_("Eurasian Economic Union")),
    "largest_partners": Heading(N_("Largest partner countries")),
    "quarter_group": Heading(N_("Age group in which the youngest quarter ends")),
    "median_group": Heading(N_("Age group of the median")),
    "three_quarter_group": Heading(N_("Age group in which the oldest quarter begins")),
    "would_have": Heading(N_("Who would have newer ages")),
    "compared": Heading(N_("Compared with what")),
    "smallest_source": Heading(N_("Whose is the smallest")),
    "largest_source": Heading(N_("Whose is the largest")),
    # When.
    "period": _period(N_("Period")),
    "times": _period(N_("Times compared")),
    "fiscal_year": _period(N_("Fiscal year")),
    "report_year": _period(N_("Year of the report")),
    "last_year": _period(N_("Last year")),
    "earlier_year": Heading(N_("Year of the earlier value")),
    "date_or_remark": _period(N_("Date or remark")),
    "signed": _period(N_("Signed")),
    "ratified": _period(N_("Ratified")),
    "in_force": _period(N_("In force")),
    # What.
    "what": Heading(N_("What was counted")),
    "crisis": Heading(N_("Crisis")),
    "payer": Heading(N_("Who helped or paid")),
    "organised": Heading(N_("By whom, and how")),
    "line": Heading(N_("Who counted what")),
    "flow_type": Heading(N_("Flow type")),
    "return_kind": Heading(N_("Kind of return")),
    "kind": Heading(N_("Kind")),
    "detail": Heading(N_("Operation or authority")),
    "round": Heading(N_("Round or answer")),
    "level": Heading(N_("Level")),
    "coverage": Heading(N_("Coverage")),
    "edition": Heading(N_("Edition")),
    # How it is known.
    "known_how": Heading(N_("How it is known")),
    "said_by": Heading(N_("Who says so")),
    "standing": Heading(N_("Overlap with other rows")),
    "choice": Heading(N_("Shown, or why not")),
    "drawn": Heading(N_("In the chart")),
    "source_basis": Heading(N_("Source and basis")),
    "source_or_searched": Heading(N_("Source, or tables searched")),
    "table": Heading(N_("Found in table")),
    "tables": Heading(N_("Tables")),
    "in_table": Heading(N_("Table")),
    "title": Heading(N_("Title")),
    "publisher": Heading(N_("Publisher")),
    "licence": Heading(N_("Licence")),
    "raw_column": Heading(N_("Column of its file")),
    "raw_said": Heading(N_("The source’s file says")),
    "done": Heading(N_("What was done")),
    "method_name": Heading(N_("Method of the atlas")),
    "formula": Heading(N_("Formula")),
    "example": Heading(N_("Worked example")),
    "author": Heading(N_("Source of the method")),
    "searched": Heading(N_("Tables searched")),
    "table_name": Heading(N_("Name of the table")),
    "years_covered": _period(N_("Years covered")),
    # Numbers of people and of returns.
    "people": _people(N_("People")),
    "same_people": _people(N_("People, countries with an entry in every year")),
    "no_age": _people(N_("Of unknown age, people")),
    "stock_for_order": _people(N_("People that put the rows in order")),
    "dead": _people(N_("Dead and missing, people")),
    "arrivals": _people(N_("Arrivals, people")),
    "departures": _people(N_("Departures, people")),
    "net": _people(N_("Net flow, people")),
    "deviation": _people(N_("Standard deviation, people")),
    "net_main": _people(N_("Net flow with the main current, people")),
    "main": _people(N_("Main current, people")),
    "counter": _people(N_("Counter-current, people")),
    "forward": _people(N_("Forward flow, people")),
    "reverse": _people(N_("Reverse flow, people")),
    "moves": _people(N_("All moves, people")),
    "moves_back": _people(N_("Returns to the country of birth, people")),
    "returns": _returns(N_("Returns")),
    "voluntary": _returns(N_("Voluntary returns")),
    "assisted": _returns(N_("Assisted, among the voluntary")),
    "verified": _returns(N_("Known only from departure records, among the voluntary")),
    "enforced": _returns(N_("Enforced returns")),
    "refused": _returns(N_("Refused entry and left (counted separately)")),
    # Numbers of other things.
    "recognised": _count(N_("Refugee status")),
    "complementary": _count(N_("Complementary protection")),
    "rejected": _count(N_("Rejected")),
    "closed": _count(N_("Closed otherwise")),
    "before": _count(N_("Before")),
    "after": _count(N_("After")),
    "earlier": _count(N_("Earlier")),
    "partners": _count(N_("Partners"), "countries"),
    "added": _count(N_("Countries added"), "countries"),
    "hosts": _count(N_("Countries with an entry"), "countries"),
    "same_hosts": _count(N_("Countries with an entry in every year"), "countries"),
    "figures": _count(N_("Figures"), "number"),
    "rows": _count(N_("Rows"), "number"),
    "rows_missing": _count(N_("Rows without a value"), "number"),
    "source_count": _count(N_("Sources"), "number"),
    "others": _count(N_("Other figures known"), "number"),
    "figure_age": _count(N_("Age of the figure, years"), "years"),
    "dollars": _count(N_("US dollars"), "usd"),
    "million_dollars": Heading(N_("Million US dollars"), 1, "million_usd"),
    "lowest": _count(N_("Smallest estimate of the methods")),
    "highest": _count(N_("Largest estimate of the methods")),
    "gap": _count(N_("Difference from the reference")),
    "smallest": _count(N_("Smallest figure")),
    "largest": _count(N_("Largest figure")),
    "range": _count(N_("Largest less smallest")),
    "change": _count(N_("Change from the figure before, same countries")),
    "old_edition": _people(N_("On the 2020 stocks, people")),
    "new_edition": _people(N_("On the 2024 stocks, people")),
    "edition_change": _people(N_("Change, people")),
    # Shares, rates and ratios.
    "share_of_total": _percent(N_("Share of the total, %")),
    "share_of_women": _percent(N_("Share of women, %")),
    "children_share": _percent(N_("Aged under 15, %")),
    "working_age_share": _percent(N_("Aged 15–64, %")),
    "old_age_share": _percent(N_("Aged 65 or older, %")),
    "without_doubt": _percent(N_("Without pairs in doubt, %")),
    "recognition_rate": _percent(N_("Share of positive decisions, %")),
    "gap_percent": _percent(N_("Difference, % of the reference")),
    "range_percent": _percent(N_("Largest above smallest, %")),
    "change_since": _percent(N_("Change since then, %")),
    "change_until": _percent(N_("Change until then, %")),
    "cost": Heading(N_("Per cent of 200 US dollars"), 3, "percent"),
    "per_1000": Heading(N_("Per 1,000 inhabitants"), 3, "per_1000"),
    "edition_ratio": _ratio(N_("Newer edition for each person in the older")),
    "ratio": _ratio(N_("Counter-stream ratio")),
    "reverse_ratio": _ratio(N_("Reverse over this flow")),
    "effectiveness": _ratio(N_("Migration effectiveness")),
    "return_share": _ratio(N_("Return share")),
    "edition_return_share": _ratio(N_("Return share, of this edition’s flow")),
    # Indicators and their targets.
    "shown_as": Heading(N_("Value as shown")),
    "earlier_value": Heading(N_("Earlier value")),
    "trend": Heading(N_("Change")),
    "target": Heading(N_("Compared with the official target")),
    "cost_target": Heading(N_("Compared with 3% and 5%")),
    "target_word": Heading(N_("Word of the target")),
    "bears": Heading(N_("Relevance")),
    "domain": Heading(N_("Domain")),
    "tier": Heading(N_("Tier")),
    "why": Heading(N_("Why")),
    "return_figure": Heading(N_("Figure on return")),
    # Claims, acts and findings in words.
    "claim": Heading(N_("Claim of the literature")),
    "rests_on": Heading(N_("What the claim rests on")),
    "evidence": Heading(N_("Evidence")),
    "finding": Heading(N_("Finding")),
    "known": Heading(N_("What is known")),
    "words": Heading(N_("In words")),
    "own_words": Heading(N_("In our own words")),
    "says": Heading(N_("What it says")),
    "found": Heading(N_("What was found")),
    "would_fill": Heading(N_("What would fill the gap")),
    "part": Heading(N_("Part")),
    "event": Heading(N_("Step or event")),
    "instrument": Heading(N_("Instrument")),
    "treaty": Heading(N_("Treaty")),
    "body": Heading(N_("Organisation or pledge")),
    "act_name": Heading(N_("What")),
    "resolution": Heading(N_("Resolution")),
    "act": Heading(N_("Act or status")),
    "participation": Heading(N_("Participation")),
    "agreement": Heading(N_("Agreement")),
    "step": Heading(N_("Furthest step known")),
    "rule": Heading(N_("Rule")),
    "in_a_word": Heading(N_("In short")),
    "wording": Heading(N_("Wording")),
    "vote": Heading(N_("Vote")),
    "vote_result": Heading(N_("Result of the vote")),
}
