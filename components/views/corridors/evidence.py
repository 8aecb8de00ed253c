"""What every source says of the people of one country in another."""

import textwrap

import pandas as pd
import plotly.graph_objects as go

from components.charts.lines import Line, lines
from components.language import Language
from components.language.numbers import as_said
from components.phrases import figures as phrases
from components.phrases import periods
from components.phrases.caveats import remarks
from components.phrases.columns import column
from components.phrases.headlines import fitting
from components.phrases.references import source_name
from components.phrases.sentences import lower_first, upper_first
from components.style.marks import PARTNER_SYMBOLS, SERIES_SYMBOLS
from components.view import Table, View
from components.views.corridors.common import Chosen
from components.views.corridors.series import series_words
from data.measures.evidence import KINDS, Range, ranges, replaced, stock_evidence

Part = tuple[str, pd.DataFrame]  # one source and basis by its name, with its rows


def evidence(chosen: Chosen) -> View:
    """Return what every source says of the people of one country in another, side by side."""
    lang, origin, destination = chosen.lang, str(chosen.filters.start), str(chosen.filters.end)
    found = stock_evidence(chosen.tables["migrant_stocks"], origin, destination)
    title = evidence_title(lang, origin, destination, found)
    rest = evidence_rest(lang, origin, destination, found, title)
    parts = _parts(lang, found)
    used = tuple(sorted(found["source_id"].unique()))
    return View(
        name="evidence",
        title=title,
        subtitle=lang.text(
            "People counted or estimated, both sexes; filled marks: country of birth, "
            "hollow marks: citizenship. Sources are never joined; editions that were replaced are "
            "drawn, but not in the headline"
        ),
        figure=_chart(chosen, parts) if parts else None,
        table=_table(lang, parts),
        alt=lang.text(
            "Point chart. {title}. {n} figures from {k} sources.",
            title=title,
            n=lang.number(len(found)),
            k=lang.number(len(used)),
        ),
        sources=used,
        remarks=remarks(
            lang, "migrant_stocks", used, found.assign(origin=origin, destination=destination)
        ),
        notes=(rest,) if rest else (),
        missing=""
        if used
        else lang.text(
            "No source in the atlas counts these people. The census or the statistical office of "
            "the country of residence would have the figure."
        ),
    )


def _parts(lang: Language, found: pd.DataFrame) -> list[Part]:
    """Return the name and the rows of each source, basis and indicator, in their order."""
    parts = []
    own = ["source_id", "origin_basis", "indicator"]
    for (source_id, basis, _), part in found.groupby(own, sort=True):
        name = f"{source_name(lang, str(source_id))}, {_who(lang, part, str(basis))}"
        if source_id in replaced(found):
            name = lang.text("{source}; since replaced", source=name)
        parts.append((name, part))
    return parts


def _chart(chosen: Chosen, parts: list[Part]) -> go.Figure:
    """Draw the marks of each part; they are joined where a year has one figure of one series."""
    lang, narrow = chosen.lang, chosen.context.size == "narrow"
    palette = chosen.colours.sources
    symbols = (*SERIES_SYMBOLS, *PARTNER_SYMBOLS[:4])
    series = []
    for index, (name, part) in enumerate(parts):
        tips = [
            f"{name}, {row.year}<br>{_series_name(lang, row.series)}{lang.number(row.value)}"
            for row in part.itertuples()
        ]
        hollow = part["origin_basis"].iloc[0] == "citizenship"
        series.append(
            Line(
                "<br>".join(textwrap.wrap(name, 38)) if narrow else name,
                part["year"].tolist(),
                part["value"].tolist(),
                tips,
                palette[index % len(palette)],
                symbol=symbols[index % len(symbols)] + ("-open" if hollow else ""),
                connected=not part["year"].duplicated().any() and part["series"].nunique() == 1,
            )
        )
    return lines(series, lang, chosen.colours, 460, named=False, ticks=5 if narrow else 9)


def _table(lang: Language, parts: list[Part]) -> Table:
    rows = [
        (
            name,
            series_words(lang, row.series),
            str(row.year),
            row.value,
            lang.label("obs_statuses", row.obs_status),
        )
        for name, part in parts
        for row in part.itertuples()
    ]
    return Table(
        pd.DataFrame(rows, columns=["name", "series", "year", "value", "status"]),
        (
            column(lang, "source_basis", "name"),
            column(lang, "series"),
            column(lang, "year"),
            column(lang, "people", "value"),
            column(lang, "obs_status", "status"),
        ),
    )


def _who(lang: Language, part: pd.DataFrame, basis: str) -> str:
    """Name whom a source counts: people by birth or citizenship, or a group of its own."""
    indicators = set(part["indicator"])
    if indicators & set(KINDS.values()):
        return lower_first(lang.label("origin_bases", basis))
    return lang.listing([lower_first(lang.label("indicators", one)) for one in sorted(indicators)])


def evidence_title(lang: Language, origin: str, destination: str, found: pd.DataFrame) -> str:
    """Say the latest figures, a range for each kind; replaced revisions are not told."""
    who = _names(lang, origin, destination)
    if found.empty:
        return lang.text("No source counts people {from_origin} {in_destination}", **who)
    latest = ranges(found)
    if not latest:
        return lang.text(
            "No current full figure is known for people {from_origin} {in_destination}",
            **who,
        )
    first = next(iter(latest))
    short = _without_years(lang, first, latest[first], who)
    ways = [_lived(lang, first, latest, who), _live(lang, short, who)]
    if len(latest) > 1:
        ways.insert(0, _both(lang, latest, who))
    return upper_first(fitting(lang, *ways))


def evidence_rest(
    lang: Language, origin: str, destination: str, found: pd.DataFrame, title: str
) -> str:
    """Say the latest figures of citizens where a headline has room for people by birth alone."""
    latest, who = ranges(found), _names(lang, origin, destination)
    if len(latest) < 2 or title == upper_first(_both(lang, latest, who)):
        return ""
    return upper_first(_lived(lang, "citizenship", latest, who)) + "."


def _names(lang: Language, origin: str, destination: str) -> dict[str, str]:
    """Name the two places of a pair in the forms that the sentences need."""
    return {
        "from_origin": lang.place(origin, "from"),
        "in_origin": lang.place(origin, "in"),
        "of_origin": lang.place(origin, "of"),
        "in_destination": lang.place(destination, "in"),
    }


def _both(lang: Language, latest: dict[str, Range], who: dict[str, str]) -> str:
    """Say the figures of both kinds in one sentence."""
    return lang.text(
        "{born} and {citizens} lived {in_destination}",
        born=_kind(lang, "birth", latest["birth"], who),
        citizens=_kind(lang, "citizenship", latest["citizenship"], who),
        **who,
    )


def _lived(lang: Language, kind: str, latest: dict[str, Range], who: dict[str, str]) -> str:
    """Say the figures of one kind, with their years."""
    return _live(lang, _kind(lang, kind, latest[kind], who), who)


def _live(lang: Language, people: str, who: dict[str, str]) -> str:
    return lang.text("{people} lived {in_destination}", people=people, **who)


def _kind(lang: Language, kind: str, one: Range, who: dict[str, str]) -> str:
    """Name so many people of one kind, with the years of the figures."""
    n, said = phrases.span(lang, one.low, one.high), as_said(one.high)
    years = periods.years(one.first, one.last)
    if kind == "birth":
        return lang.plural(
            "{n} person born {in_origin} ({years})",
            "{n} people born {in_origin} ({years})",
            said,
            n=n,
            years=years,
            **who,
        )
    return lang.plural(
        "{n} citizen {of_origin} ({years})",
        "{n} citizens {of_origin} ({years})",
        said,
        n=n,
        years=years,
        **who,
    )


def _without_years(lang: Language, kind: str, one: Range, who: dict[str, str]) -> str:
    """Name so many people of one kind where there is no room for the years."""
    n, said = phrases.span(lang, one.low, one.high), as_said(one.high)
    if kind == "birth":
        return lang.plural(
            "{n} person born {in_origin}", "{n} people born {in_origin}", said, n=n, **who
        )
    return lang.plural("{n} citizen {of_origin}", "{n} citizens {of_origin}", said, n=n, **who)


def _series_name(lang: Language, series: object) -> str:
    told = series_words(lang, series)
    return f"{told}: " if told else ""
