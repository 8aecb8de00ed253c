"""What every view must be, whatever its subject: whole, sourced, in one language, rounded."""

import re
from functools import cache

import plotly.graph_objects as go

from components.language import language
from components.language.parts import marked
from components.view import View
from components.web.charts import TRACES
from data.provenance import source
from tests.document_contract import shows_marks_or_words
from tests.file_contract import tells_everything_in_its_file
from tests.support import TAG, drawn, escaped, written

CYRILLIC = re.compile(r"[А-Яа-яЁё]")
NUMBER = re.compile(r"\d+(?:[.,\u00a0]\d+)*")
YEAR = re.compile(r"(?:19|20)\d\d")
PLAIN_ADDRESS = ("unesco_students",)  # given in its source with http
COUNT = r"\d[\d.,\u00a0]*(?:(?: thousand| million| billion)|\u00a0(?:тыс\.|млн|млрд))?(?:\u00a0?%)?"
BROKEN = {
    "a year with decimals": re.compile(r"\b(?:19|20)\d\d[.,]0\b"),
    "a range with equal ends": re.compile(
        rf"(?<![\d.,\u00a0])({COUNT})(?: ?[–—] ?| to | до | по )\1(?![\d\u00a0%]|[.,]\d| ?[–—])"
    ),
    "a zero that is the largest": re.compile(r"\b(?:The|the|На|на) 0 (?:largest|крупнейш)"),
    "two dashes in a row": re.compile(r"[—–] ?[—–−]"),
    "an empty place": re.compile(r"\( *\)|“”|«»|[,;:] *[,;]|\s[,;]"),
}
PLACEHOLDER = re.compile(r"[{}]|\bnan\b|NaT|<NA>")
LONGEST_TITLE = {"en": 90, "ru": 100}  # letters
ADDRESS = re.compile(r"https?://\S+")
SDG_CODE = re.compile(r"\b\d+\.[\dabc]+\.\d+\b")  # the code of an indicator, such as 10.7.2


def holds(shown: View, lang: str) -> None:
    """Check everything that a view promises its reader."""
    says_what_it_shows_and_where_it_is_from(shown)
    plotly_accepts_it(shown)
    leaves_no_placeholder(shown)
    breaks_no_sentence(shown)
    speaks_only(shown, lang)
    rounds_its_headline(shown)
    says_it_briefly(shown, lang)
    tells_everything_in_its_file(shown, lang)
    shows_marks_or_words(shown, language(lang))


def plotly_accepts_it(shown: View) -> None:
    """Check every setting of a figure: plotly refuses a name or a value that it does not know."""
    if isinstance(shown.figure, go.Figure):
        told = shown.figure.to_dict()
        go.Figure(told | {"layout": {"template": {}} | told["layout"]})  # not plotly's own template


def nothing_escapes(shown: View) -> None:
    """Check that a view in the pseudo-language has no words outside its brackets."""
    for text in {*written(shown), *drawn(shown.figure)}:
        assert not escaped(text), text


def plotted(figure: go.Figure) -> list[float]:
    """The values in a plotly figure, gaps left out."""
    numbers: list[float] = []
    for trace in figure.to_dict()["data"]:
        if trace["type"] == "sankey":
            numbers += trace["link"]["value"]
        else:
            values = trace["x"] if trace["type"] == "bar" else trace["y"]
            numbers += [value for value in values if value is not None]
    return numbers


def said_in(title: str) -> list[str]:
    """The numbers of a headline, without its years and the codes of SDG indicators."""
    numbers = NUMBER.findall(SDG_CODE.sub(" ", title))
    return [number for number in numbers if not YEAR.fullmatch(number)]


def significant(number: str) -> int:
    return len(re.sub(r"\D", "", number).strip("0"))


def says_what_it_shows_and_where_it_is_from(shown: View) -> None:
    for text in (shown.title, shown.subtitle, shown.alt):
        assert text.strip() == text != ""
    assert shown.sources or shown.missing
    for source_id in shown.sources:
        assert source(source_id).licence["name"]
        assert source(source_id).url.startswith("https://") or source_id in PLAIN_ADDRESS
    levels = [remark.level for remark in shown.remarks]
    assert levels == sorted(levels, reverse=True)  # warnings before information
    if shown.name == "corridor-map":
        assert "Geodata" in shown.credit
    if isinstance(shown.figure, go.Figure):
        assert {trace.type for trace in shown.figure.data} <= TRACES, "see components.web.charts"


def leaves_no_placeholder(shown: View) -> None:
    for text in set(written(shown)):
        assert not PLACEHOLDER.search(text), text


def breaks_no_sentence(shown: View) -> None:
    """Check what a number can do to a sentence: ranges of one number, years with decimals."""
    for told in {*written(shown), *(part for part in drawn(shown.figure) if " " in part)}:
        assert not broken(told), f"{broken(told)}: {told}"


@cache
def broken(told: str) -> str:
    """Say what a number did to a text; most texts stand in many views."""
    text = TAG.sub(" ", ADDRESS.sub(" ", told)).strip()
    return ", ".join(fault for fault, pattern in BROKEN.items() if pattern.search(text))


def speaks_only(shown: View, lang: str) -> None:
    prose = [shown.title, shown.subtitle, shown.alt, *shown.notes, shown.missing]
    prose += [remark.text for remark in shown.remarks]
    prose += [column.label for column in shown.table.columns]
    for text in filter(None, prose):
        assert bool(CYRILLIC.search(text)) == (lang == "ru"), text
    for heard in (shown.title, shown.subtitle, shown.alt):  # names that are attributes too
        assert "<span lang=" not in marked(heard, lang), heard


def says_it_briefly(shown: View, lang: str) -> None:
    """Check that a headline is one short sentence: two lines on a page, one on a slide."""
    assert len(shown.title) <= LONGEST_TITLE[lang], f"{len(shown.title)}: {shown.title}"


def rounds_its_headline(shown: View) -> None:
    for number in said_in(shown.title):
        small = number.isdigit() and int(number) < 1000
        nearly_all = re.fullmatch(r"99[.,]\d", number)  # not called 100 %
        assert small or nearly_all or significant(number) <= 2, shown.title
