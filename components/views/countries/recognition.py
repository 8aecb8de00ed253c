"""How often asylum is granted: decisions by country of asylum, level and year."""

import pandas as pd

from components.context import RenderContext
from components.documents.model import one_grid
from components.documents.words import meanings
from components.view import View
from components.views.assemble import assemble, caveats_of, sources_of
from components.views.countries.filters import CountryFilters
from components.views.countries.recognition_grid import recognition_groups, recognition_key
from components.views.countries.recognition_table import recognition_table
from components.views.countries.recognition_words import (
    recognition_hole,
    recognition_notes,
    recognition_title,
)
from components.views.spec import Tables
from data.measures.recognition import decision_rows, decisions

SHOWN = 14  # years that are drawn


def country_recognition(tables: Tables, filters: CountryFilters, context: RenderContext) -> View:
    """Return recognition rates of people from a country, and of those who ask in it."""
    lang, forced, country = context.language, tables["forced_displacement"], filters.country
    found = {side: decisions(forced, country, side) for side in ("origin", "host")}
    behind = pd.concat([decision_rows(forced, country, side) for side in ("origin", "host")])
    last = int(behind["year"].max())
    shown = list(range(last - SHOWN + 1, last + 1))
    title = recognition_title(lang, country, found, last)
    told = lang.text(
        "Share of positive decisions, per cent: refugee status and complementary protection among "
        "decisions on the substance of a claim, by level and year · UNHCR"
    )
    heads = [str(year) for year in shown]
    corner = lang.text("Country of asylum or of origin")
    sources = sources_of(behind)
    return assemble(
        context,
        "country-recognition",
        title,
        told,
        recognition_table(lang, found, last - SHOWN + 1),
        lang.text("Table of shaded cells"),
        sources,
        one_grid(
            heads,
            recognition_groups(lang, country, found, shown),
            meanings(lang, recognition_key(lang)),
            corner,
            "tiles",
            parted=True,
        ),
        remarks=caveats_of(lang, "forced_displacement", behind),
        notes=recognition_notes(lang),
        missing=recognition_hole(lang, country, found),
    )
