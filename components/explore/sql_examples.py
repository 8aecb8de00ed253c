"""Questions in SQL that the tables answer, for those who look for a beginning.

Each chooses one indicator, one source, one sex and one method before it adds or compares anything.
``{name}`` is the column of a code list with names in the reader's language.
"""

from dataclasses import dataclass

from components.language import N_, Language

NAMED = ("en", "ru")  # languages in which code lists have names


@dataclass(frozen=True)
class Example:
    """A question and the statement that asks it.

    Attributes
    ----------
    key : str
        Its name among the widgets.
    title : str
        A message: the question.
    text : str
        The statement, with ``{name}``.
    """

    key: str
    title: str
    text: str

    def statement(self, lang: Language) -> str:
        """Return the statement, with names in the reader's language where there are some."""
        code = lang.data_code if lang.data_code in NAMED else NAMED[0]
        return self.text.format(name=f"name_{code}").strip()


EXAMPLES = (
    Example(
        "abroad",
        N_("Where do people born in Uzbekistan live?"),
        """
SELECT c.{name} AS country, m.value AS people
FROM migrant_stocks m
JOIN codes_countries c ON c.code = m.destination
WHERE m.origin = 'UZB' AND m.year = 2024 AND m.sex = 'total'
  AND m.source_id = 'un_desa_ims2024' AND c.kind = 'country'
ORDER BY people DESC
LIMIT 20
""",
    ),
    Example(
        "sources",
        N_("How far apart are the sources on people from Tajikistan in Russia?"),
        """
SELECT m.year, s.{name} AS source, b.{name} AS counted_by, m.series, m.value AS people
FROM migrant_stocks m
JOIN codes_sources s ON s.code = m.source_id
JOIN codes_origin_bases b ON b.code = m.origin_basis
WHERE m.origin = 'TJK' AND m.destination = 'RUS'
  AND m.sex = 'total' AND m.age = 'total'
ORDER BY m.year DESC, source
""",
    ),
    Example(
        "methods",
        N_("How much does the method decide about the flow from Kazakhstan to Russia?"),
        """
PIVOT (
  SELECT m.{name} AS method, f.year, f.value
  FROM migration_flows f
  JOIN codes_methods m ON m.code = f.method
  WHERE f.source_id = 'abel_cohen_flows_ims2024' AND f.indicator = 'flow_5y'
    AND f.origin = 'KAZ' AND f.destination = 'RUS' AND f.sex = 'total'
)
ON year IN (1995, 2000, 2005, 2010, 2015, 2020)
USING first(value)
ORDER BY method
""",
    ),
    Example(
        "change",
        N_("How did remittances to Tajikistan change from year to year?"),
        """
SELECT year, round(value / 1e6) AS million_usd,
  round(100 * (value / lag(value) OVER (ORDER BY year) - 1), 1) AS change_per_cent
FROM remittances
WHERE receiver = 'TJK' AND sender = 'WLD' AND indicator = 'remittances_received'
  AND source_id = 'wdi_remittances'
ORDER BY year DESC
""",
    ),
    Example(
        "women",
        N_("What share of those who live abroad are women?"),
        """
SELECT c.{name} AS born_in,
  sum(value) FILTER (sex = 'total') AS people,
  round(100 * sum(value) FILTER (sex = 'female')
    / sum(value) FILTER (sex = 'total'), 1) AS women_per_cent
FROM migrant_stocks m
JOIN codes_countries c ON c.code = m.origin
WHERE m.destination = 'WLD' AND m.year = 2024 AND m.source_id = 'un_desa_ims2024'
  AND m.series = 'totals' AND m.age = 'total' AND m.origin IN ('KAZ', 'KGZ', 'TJK', 'TKM', 'UZB')
GROUP BY born_in
ORDER BY people DESC
""",
    ),
    Example(
        "known",
        N_("Who counted assisted returns, of which years, and how many figures are there?"),
        """
SELECT s.{name} AS source, i.{name} AS counted,
  count(*) AS figures, min(a.year) AS first_year, max(a.year) AS last_year
FROM avrr a
JOIN codes_sources s ON s.code = a.source_id
JOIN codes_indicators i ON i.code = a.indicator
GROUP BY ALL
ORDER BY figures DESC, source, counted
""",
    ),
)
