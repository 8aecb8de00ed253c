"""Figures by region as printed, found in the table."""

import pandas as pd
import pytest

from data.codelists import code_list
from data.paths import TABLES

# Source, indicator, region, last day, value as printed.
PRINTED = [
    ("uzb_labour_migrants_by_region", "region_working_abroad", "UZB", "2021-03-31", "1588678"),
    ("uzb_labour_migrants_by_region", "region_employed", "UZB", "2021-03-31", "13397507"),
    ("uzb_labour_migrants_by_region", "region_active", "UZ-XO", "2021-03-31", "817233"),
    ("uzb_labour_migrants_by_region", "region_working_abroad", "UZ-TK", "2021-03-31", "113123"),
    ("uzb_labour_migrants_by_region", "region_working_abroad", "UZ-TO", "2021-03-31", "140981"),
    ("uzb_labour_migrants_by_region", "region_emigrants", "UZ-QR", "2020-06-30", "1460"),
    ("uzb_labour_migrants_by_region", "region_workers_told", "UZ-SA", "2020-08-20", "268000"),
    ("kaz_kandas", "kandas_region_share", "KZ-ALM", "2021-03-31", "32.6"),
    ("kaz_kandas", "kandas_region_share", "KZ-19", "2023-04-30", "27.2"),
    ("kaz_kandas", "kandas_region_count", "KZ-71", "2024-12-31", "969"),
]


def part(source: str) -> pd.DataFrame:
    path = TABLES / "by_region" / f"{source}.csv"
    return pd.read_csv(path, dtype=str, keep_default_na=False)


@pytest.mark.parametrize(("source", "indicator", "region", "end", "value"), PRINTED)
def test_a_printed_figure_is_in_the_table(source, indicator, region, end, value):
    rows = part(source)
    found = rows.loc[
        rows["indicator"].eq(indicator) & rows["region"].eq(region) & rows["period_end"].eq(end)
    ]
    assert found["value"].tolist() == [value]


@pytest.mark.parametrize("indicator", ["region_active", "region_employed", "region_working_abroad"])
def test_the_regions_add_up_to_the_republic(indicator):
    rows = part("uzb_labour_migrants_by_region")
    own = rows.loc[rows["indicator"].eq(indicator)].set_index("region")["value"].astype(float)
    assert len(own) == 15
    assert own.drop("UZB").sum() == pytest.approx(own["UZB"], abs=1)


def test_almaty_region_is_another_region_since_jetisu_left_it():
    rows = part("kaz_kandas")
    assert set(rows.loc[rows["region"].eq("KZ-ALM"), "year"]) == {"2021"}
    assert set(rows.loc[rows["region"].eq("KZ-19"), "year"]) == {"2023"}


@pytest.mark.parametrize("source", ["kaz_kandas", "uzb_labour_migrants_by_region"])
def test_each_region_is_of_the_country_of_its_row(source):
    rows = part(source)
    assert (rows["region"].map(code_list("regions")["country"]) == rows["country"]).all()
