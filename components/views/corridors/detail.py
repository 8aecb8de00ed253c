"""One corridor in detail: its history both ways, and every source that speaks of it."""

import textwrap
from functools import partial

import pandas as pd

from components.charts.lines import Line, lines
from components.language import Language
from components.language.numbers import as_said
from components.phrases import figures as phrases
from components.phrases import periods
from components.phrases.caveats import remarks
from components.phrases.columns import column
from components.phrases.references import source_name
from components.phrases.sentences import lower_first
from components.view import Remark, Table, View
from components.views.assemble import caveats_of
from components.views.corridors.common import Chosen
from components.views.corridors.over_time import (
    SYMBOLS,
    break_notes,
    broken_notes,
    series_colours,
    with_gaps,
)
from components.views.corridors.series import series_words
from components.views.corridors.words import period
from components.views.counterstreams.common import statement
from components.views.counterstreams.titles import moved_back
from components.views.measures import CORRIDOR_WORDS
from data.measures.breaks import pair_breaks
from data.measures.catalogue import EDITION, METHODS
from data.measures.evidence import KINDS, Range, ranges, replaced, stock_evidence
from data.measures.modelled_flows import corridor_flows, pair_rows, told_ratios


def history(chosen: Chosen) -> View:
    """Return one corridor's whole history in the measure in hand, both directions.

    Parameters
    ----------
    chosen : Chosen
        With a corridor in hand; the counter-stream ratio is from ``migration_flows``.
    """
    lang, f, flows = chosen.lang, chosen.filters, chosen.tables["migration_flows"]
    start, end = str(f.start), str(f.end)
    published = chosen.published
    series, rows, latest = [], [], {}
    cuts: set[int] = set()
    for pair, colour, symbol in (
        ((start, end), chosen.colours.out, "circle"),
        ((end, start), chosen.colours.into, "diamond"),
    ):
        found = chosen.found.loc[
            (chosen.found["start"] == pair[0]) & (chosen.found["end"] == pair[1])
        ]
        known = dict(sorted(zip(found["year"].tolist(), found["value"].tolist(), strict=True)))
        if not known:
            continue
        years = with_gaps(list(known), published)
        tips = [chosen.sentence(*pair, y, known[y]) if y in known else "" for y in years]
        values = [known.get(y) for y in years]
        breaks = pair_breaks(chosen.measure, *pair)
        cuts |= set(breaks)
        name = chosen.name(*pair)
        series.append(Line(name, years, values, tips, colour, symbol=symbol, breaks=breaks))
        rows += [
            (*map(lang.place, pair), period(lang, chosen.measure, y), v) for y, v in known.items()
        ]
        latest[pair] = (years[-1], known[years[-1]])
    narrow = chosen.context.size == "narrow"
    year = partial(period, lang, chosen.measure)
    chart = None
    if series:
        ticks = 5 if narrow else 9
        chart = lines(
            series, lang, chosen.colours, 380, not narrow, year, ticks, chosen.measure.breaks
        )
    title = _history_title(chosen, latest)
    table = Table(
        pd.DataFrame(rows, columns=["start", "end", "period", "value"]),
        (
            column(lang, "from", "start"),
            column(lang, "to", "end"),
            column(lang, "period"),
            column(
                lang,
                "value",
                label=lang.text(CORRIDOR_WORDS[f.measure].name),
                digits=0,
                unit=chosen.measure.unit,
            ),
        ),
    )
    notes = (*_one_sided(chosen, latest), *break_notes(chosen), *broken_notes(chosen, cuts))
    notes = (*notes, counter_sentence(chosen, flows))
    subtitle = " · ".join(chosen.counted)
    return View(
        name="corridor-history",
        title=title,
        subtitle=subtitle,
        figure=chart,
        table=table,
        alt=lang.text("Line chart. {title}. {subtitle}.", title=title, subtitle=subtitle),
        sources=tuple(dict.fromkeys((*chosen.measure.sources, EDITION))),
        notes=tuple(n for n in notes if n),
        remarks=_history_remarks(chosen, flows),
    )


def _history_remarks(chosen: Chosen, flows: pd.DataFrame) -> tuple[Remark, ...]:
    """Return the caveats of the pair in every year, and those of the modelled ratio below it."""
    start, end = str(chosen.filters.start), str(chosen.filters.end)
    there = chosen.found["start"].eq(start) & chosen.found["end"].eq(end)
    back = chosen.found["start"].eq(end) & chosen.found["end"].eq(start)
    own = chosen.remarks_on(chosen.found.loc[there | back])
    ratio = caveats_of(chosen.lang, "migration_flows", pair_rows(flows, start, end))
    together = dict.fromkeys((*own, *ratio))
    return tuple(sorted(together, key=lambda remark: remark.level != "warning"))


def _history_title(chosen: Chosen, latest: dict[tuple[str, str], tuple[int, float]]) -> str:
    pair = (str(chosen.filters.start), str(chosen.filters.end))
    if not latest and chosen.measure.zeros_left_out:
        return chosen.lang.text(
            "{corridor}: in no period does any of the methods have anybody moving",
            corridor=chosen.name(*pair),
        )
    if not latest:
        return chosen.lang.text(
            "This measure has no figure for {corridor}", corridor=chosen.name(*pair)
        )
    known = pair if pair in latest else next(iter(latest))
    return chosen.sentence(*known, *latest[known], 2)


def _one_sided(chosen: Chosen, latest: dict[tuple[str, str], tuple[int, float]]) -> tuple[str, ...]:
    pair = (str(chosen.filters.start), str(chosen.filters.end))
    absent = [chosen.name(*p) for p in (pair, pair[::-1]) if p not in latest]
    if latest and chosen.measure.reporter == "start":  # returns are counted one way alone
        return ()
    if chosen.measure.zeros_left_out:
        return tuple(
            chosen.lang.text(
                "{corridor} has no row: by all methods nobody moved this way in any period.",
                corridor=name,
            )
            for name in absent
            if latest
        )
    return tuple(
        chosen.lang.text(
            "No figure for {corridor} in this measure: that is a gap, not a zero.", corridor=name
        )
        for name in absent
    )


def counter_sentence(chosen: Chosen, flows: pd.DataFrame) -> str:
    """Say how many moved back for each hundred in the latest period, by all methods."""
    lang, f = chosen.lang, chosen.filters
    start, end = str(f.start), str(f.end)
    found = corridor_flows(flows, start, end)
    if found.empty:
        return lang.text("Counter-stream ratio: not defined, because no flow is estimated here.")
    year = int(found["year"].max())
    ratios = told_ratios(found.loc[found["year"].eq(year)])
    method = f.method or METHODS[0]
    return lang.text(
        "{sentence} (five-year flows of Abel and Cohen, {edition}). {statement}",
        sentence=moved_back(lang, start, end, year, method, ratios),
        edition=phrases.on_2024(lang),
        statement=statement(lang),
    )


def evidence(chosen: Chosen) -> View:
    """Return what every source says of the people of one country in another, side by side."""
    lang, f = chosen.lang, chosen.filters
    origin, destination = str(f.start), str(f.end)
    found = stock_evidence(chosen.tables["migrant_stocks"], origin, destination)
    narrow = chosen.context.size == "narrow"
    series, rows = [], []
    palette = series_colours(chosen.colours)
    own = ["source_id", "origin_basis", "indicator"]
    groups = found.groupby(own, sort=True)
    for index, ((source_id, basis, _), part) in enumerate(groups):
        name = f"{source_name(lang, str(source_id))}, {_who(lang, part, str(basis))}"
        if source_id in replaced(found):
            name = lang.text("{source}; since replaced", source=name)
        shown_name = "<br>".join(textwrap.wrap(name, 38)) if narrow else name
        tips = [
            f"{name}, {row.year}<br>{_series_name(lang, row.series)}{lang.number(row.value)}"
            for row in part.itertuples()
        ]
        symbol = SYMBOLS[index % len(SYMBOLS)]
        one_line = not part["year"].duplicated().any() and part["series"].nunique() == 1
        series.append(
            Line(
                shown_name,
                part["year"].tolist(),
                part["value"].tolist(),
                tips,
                palette[index % len(palette)],
                symbol=symbol + ("-open" if basis == "citizenship" else ""),
                connected=one_line,
            )
        )
        rows += [
            (
                name,
                series_words(lang, r.series),
                str(r.year),
                r.value,
                lang.label("obs_statuses", r.obs_status),
            )
            for r in part.itertuples()
        ]
    title = evidence_title(lang, origin, destination, found)
    subtitle = lang.text(
        "People counted or estimated, both sexes; filled marks: country of birth, "
        "hollow marks: citizenship. Sources are never joined; editions that were replaced are "
        "drawn, but not in the headline"
    )
    used = tuple(sorted(found["source_id"].unique()))
    chart = None
    if series:
        chart = lines(series, lang, chosen.colours, 460, named=False, ticks=5 if narrow else 9)
    columns = (
        column(lang, "source_basis", "name"),
        column(lang, "series"),
        column(lang, "year"),
        column(lang, "people", "value"),
        column(lang, "obs_status", "status"),
    )
    return View(
        name="evidence",
        title=title,
        subtitle=subtitle,
        figure=chart,
        table=Table(
            pd.DataFrame(rows, columns=["name", "series", "year", "value", "status"]), columns
        ),
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
        missing=""
        if used
        else lang.text(
            "No source in the atlas counts these people. The census or the statistical office of "
            "the country of residence would have the figure."
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
    who = {
        "from_origin": lang.place(origin, "from"),
        "in_origin": lang.place(origin, "in"),
        "of_origin": lang.place(origin, "of"),
        "in_destination": lang.place(destination, "in"),
    }
    if found.empty:
        return lang.text("No source counts people {from_origin} {in_destination}", **who)
    told = {kind: _kind(lang, kind, one, who) for kind, one in ranges(found).items()}
    if not told:
        return lang.text(
            "People {from_origin} {in_destination}: no figure but those of replaced editions or of "
            "special groups",
            **who,
        )
    if len(told) == 1:
        said = lang.text("{people} lived {in_destination}", people=told.popitem()[1], **who)
    else:
        said = lang.text(
            "{born} and {citizens} lived {in_destination}",
            born=told["birth"],
            citizens=told["citizenship"],
            **who,
        )
    return said[:1].upper() + said[1:]


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


def _series_name(lang: Language, series: object) -> str:
    told = series_words(lang, series)
    return f"{told}: " if told else ""
