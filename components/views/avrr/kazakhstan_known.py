"""What is known of the hosts from which people were helped to return to Kazakhstan."""

from typing import Any

import pandas as pd

from components.language import Language
from components.phrases.columns import column
from components.phrases.figures import exact
from components.phrases.periods import period, years
from components.phrases.places import nationality
from components.view import Remark, Table
from components.views.assemble import caveats_of, warnings_first
from components.views.avrr.hosts import NATIONAL
from components.views.avrr.rows import remarks_of
from components.views.spec import Tables
from data.measures.avrr import WORLD, assisted_from_uk, host_programmes
from data.measures.avrr_known import returns_of
from data.texts import entry

HOME = "KAZ"
Known = tuple[pd.DataFrame, pd.DataFrame]  # rows of IOM and of hosts, and of the Home Office


def hosts() -> tuple[str, ...]:
    """Return the codes of the host countries that the claim of the framework names."""
    return tuple(entry("framework", "claims", "avrr_kazakhstan_hosts")["countries"])


def known_rows(tables: Tables) -> Known:
    """Return what is known of the hosts: all nationalities, and citizens of Kazakhstan."""
    avrr = tables["avrr"]
    rows = avrr["host"].isin(hosts()) & avrr["period_type"].eq("calendar_year")
    rows &= avrr["origin"].eq(WORLD) & avrr["unit"].eq("persons")
    rows &= avrr["indicator"].isin((*NATIONAL, "avrr_returns")) & avrr["sex"].eq("total")
    own = returns_of(avrr, HOME, "origin")
    own = own.loc[own["host"].ne(WORLD) & own["obs_status"].ne("flag")]
    whole = avrr.loc[rows & avrr["age"].eq("total")]
    programmes = host_programmes(tables["returns"])
    programmes = programmes.loc[programmes["host"].isin(hosts())]
    together = pd.concat([own, whole, programmes.reindex(columns=avrr.columns)])
    return together, assisted_from_uk(tables["returns"], HOME)


def counting(known: Known) -> tuple[str, ...]:
    """Return the hosts that say how many citizens of Kazakhstan went home, in whatever period."""
    own = known[0].loc[known[0]["origin"].eq(HOME), "host"]
    return tuple(sorted({*own.astype(str), *known[1]["host"].astype(str)} & {*hosts()}))


def beyond(known: Known) -> tuple[str, ...]:
    """Return the hosts with a count of people who went home that the claim does not name."""
    return tuple(sorted({*known[0]["host"].astype(str)} - {*hosts()}))


def beyond_words(lang: Language, known: Known) -> tuple[str, ...]:
    """Say what is known of hosts beyond those of the claim."""
    return tuple(
        lang.text(
            "{place} is not among these hosts. {facts}",
            place=lang.place(code),
            facts="; ".join(said_of(lang, known, code)),
        )
        for code in beyond(known)
    )


def _latest(rows: pd.DataFrame) -> list[Any]:
    """Return the latest row of each indicator."""
    ordered = rows.sort_values("year").drop_duplicates(["indicator", "origin"], keep="last")
    ordered = ordered.sort_values("origin", key=lambda codes: codes.eq(WORLD), kind="stable")
    return list(ordered.itertuples())


def said_of(lang: Language, known: Known, code: str) -> list[str]:
    """Say all that is known of one host, in short sentences."""
    told = []
    if code == "GBR" and len(known[1]):
        told.append(_uk_words(lang, known[1]))
    for row in _latest(known[0].loc[known[0]["host"].eq(code)]):
        who = lang.text("all nationalities") if row.origin == WORLD else lang.place(row.origin)
        told.append(
            lang.text(
                "{what}, {when}, {who}: {value}",
                who=who,
                value=exact(lang, row),
                when=period(lang, row),
                what=lang.label("indicators", row.indicator),
            )
        )
    return told or [lang.text("No figure found")]


def _uk_words(lang: Language, rows: pd.DataFrame) -> str:
    n = float(rows["value"].sum())
    return lang.plural(
        "Citizens of Kazakhstan: {n} assisted return in {years} by the Home Office’s own count, "
        "which is not IOM’s",
        "Citizens of Kazakhstan: {n} assisted returns in {years} by the Home Office’s own count, "
        "which is not IOM’s",
        n,
        n=lang.number(n),
        years=years(rows["year"].min(), rows["year"].max()),
    )


def remarks_on(lang: Language, known: Known) -> tuple[Remark, ...]:
    """Return the caveats of what is known, warnings first."""
    return warnings_first(remarks_of(lang, known[0]), caveats_of(lang, "returns", known[1]))


def known_table(lang: Language, known: Known) -> Table:
    """Return what is known of each host; one of which nothing is known has a row that says so."""
    names = ["host", "who", "what", "year", "value", "status"]
    return Table(
        pd.DataFrame(_cells(lang, known), columns=names).astype({"value": float}),
        (
            column(lang, "host"),
            column(lang, "who"),
            column(lang, "what"),
            column(lang, "year"),
            column(lang, "people", "value"),
            column(lang, "obs_status", "status"),
        ),
    )


def _cells(lang: Language, known: Known) -> list[tuple[object, ...]]:
    told: list[tuple[object, ...]] = [
        (
            lang.place(row.host),
            nationality(lang, row.origin),
            lang.label("indicators", row.indicator),
            period(lang, row),
            float(row.value),
            lang.label("obs_statuses", row.obs_status),
        )
        for row in known[0].itertuples()
    ]
    by_year = known[1].groupby("year")["value"].sum()
    told += [
        (
            lang.place("GBR"),
            lang.text("Citizens of Kazakhstan"),
            lang.label("indicators", "return_voluntary_assisted"),
            str(year),
            float(value),
            "",
        )
        for year, value in by_year.items()
    ]
    covered = {*known[0]["host"], *known[1]["host"]}
    told += [
        (lang.place(code), "", lang.text("No figure found"), "", None, "")
        for code in hosts()
        if code not in covered
    ]
    return told
