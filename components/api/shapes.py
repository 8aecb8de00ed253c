"""The forms of the answers, as OpenAPI describes them to programs."""

from typing import Any

from pydantic import BaseModel, Field

Cell = str | int | float | bool | None


class Edition(BaseModel):
    """Which edition of the atlas answered."""

    version: str = Field(description="Version of the atlas.")
    as_of: str = Field(description="Day on which the newest source was read (ISO 8601).")
    data: str = Field(description="Digest of the data package.")


class Framed(BaseModel):
    """What every answer says of the atlas."""

    edition: Edition
    language: str
    citation: str = Field(description="How the atlas is to be cited, beside the sources.")
    licence: str


class Source(BaseModel):
    """A source of figures."""

    id: str
    title: str
    publisher: str
    url: str
    version: str
    read: str = Field(description="Day on which our copy was read.")
    licence: str
    citation: str
    about: str = Field(description="Address of all that is known of it.")


class Caution(BaseModel):
    """A caveat that bears on what is answered."""

    level: str = Field(description="info or warning.")
    text: str
    source: str = Field(description="Id of the source that it is of, or nothing.")
    about: str = Field(description="Places or years that it bears on, where that is not all.")


class Column(BaseModel):
    """A column of rows."""

    name: str
    title: str
    type: str
    description: str | None = None
    codes: str | None = Field(None, description="Address of its code list.")
    unit: str | None = None
    digits: int | None = Field(None, description="Decimals with which the atlas shows it.")


class Table(BaseModel):
    """A curated table."""

    name: str
    title: str
    description: str
    rows_at: str
    about_at: str


class CountedTable(Table):
    """A curated table with what is in it; a table that cannot be read says so in `fault`."""

    columns: list[str] | None = None
    rows: int | None
    years: list[int] | None
    sources: list[str]
    fault: str | None = None


class Tables(Framed):
    """All tables."""

    tables: list[CountedTable]


class TableAbout(Framed):
    """A table, described."""

    table: CountedTable
    key: list[str]
    columns: list[Column]
    sources: list[Source]
    views: list[str]


class TableRows(Framed):
    """A page of the rows that fit a question."""

    table: Table
    question: dict[str, str] = Field(description="The question as it was understood.")
    page: int
    pages: int
    size: int
    total: int = Field(description="Rows that fit, or combinations into which they were put.")
    behind: int = Field(description="Rows that fit, before they were put together.")
    missing: int = Field(description="Of the rows that fit, those without a value.")
    every: int = Field(description="All rows of the table.")
    columns: list[Column]
    rows: list[dict[str, Cell]]
    sources: list[Source]
    cautions: list[Caution]
    links: dict[str, str]


class ViewEntry(BaseModel):
    """A view in the list of all."""

    name: str
    title: str
    choices: dict[str, str] = Field(description="What leads to it, as it stands in links.")
    reads: list[str] = Field(description="Choices that change it.")
    tables: list[str]
    links: dict[str, str]


class Views(Framed):
    """All views."""

    views: list[ViewEntry]


class ViewAbout(Framed):
    """A view's choices."""

    view: str
    choices: list[dict[str, Any]]
    odd: list[str]
    links: dict[str, str]


class View(Framed):
    """A view: what it says, and its exact numbers."""

    view: str
    title: str
    subtitle: str
    description: str
    period: str
    places: list[str]
    notes: list[str]
    missing: str = Field(description="What nobody has published, and who could.")
    cautions: list[Caution]
    sources: list[Source]
    choices: dict[str, str]
    odd: list[str] = Field(description="Parts of the request that were set aside.")
    columns: list[Column]
    rows: list[dict[str, Cell]]
    links: dict[str, str]


class Sources(Framed):
    """All sources."""

    sources: list[Source]


class SourceWhole(Source):
    """All that is known of a source."""

    producer: str
    published: str
    verified: str
    cautions: list[dict[str, Any]]
    csl: dict[str, Any] = Field(description="As an item of CSL-JSON, for reference managers.")
    tables: list[dict[str, str]]


class OneSource(Framed):
    """A source."""

    source: SourceWhole


class Codes(Framed):
    """A code list."""

    name: str
    columns: list[str]
    codes: list[dict[str, str]]


class Index(Framed):
    """What there is."""

    title: str
    links: dict[str, str]
    tables: list[str]
    lists: list[str]


class Problem(BaseModel):
    """What went wrong, for people and programs (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str
    instance: str
    reason: str = Field(description="A code for programs.")
    instead: list[str] | None = Field(None, description="Addresses of what could be asked.")
