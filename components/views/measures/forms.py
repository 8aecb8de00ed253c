"""What a measure has messages for: its name, what was counted, the sentences of a finding."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Forms = tuple[str, str]


@dataclass(frozen=True)
class Sentences:
    """The sentences of a measure on the corridor page, each with its two plural forms.

    Attributes
    ----------
    pair : (str, str)
        One corridor: ``n``, ``from_start``, ``in_start``, ``to_end``, ``in_end``, ``from_end``,
        ``period``.
    out, into : (str, str)
        All corridors away from, or towards, some countries: ``n``, ``who``, ``period``.
    out_now : (str, str)
        The same as `out` of the latest year: how it is now. Empty where it was of a period.
    """

    pair: Forms
    out: Forms
    into: Forms
    out_now: Forms = ("", "")


@dataclass(frozen=True)
class CorridorWords:
    """The messages of one measure on the corridor page.

    Attributes
    ----------
    name : str
        Its name in the menu.
    what : str
        What was counted: unit and population, for subtitles.
    said : Sentences
        The sentences that say a finding.
    side_out, side_into : str
        What the two directions of one country are, for legends.
    who_out, who_into : str
        Form of the countries' names in `out` and `into`: ``in``, ``from``, ``to`` or ``of``.
    top_out, top_into : str
        Form of the biggest partner's name.
    women, men : Sentences or None
        The same of women and of men, where the measure tells them apart.
    """

    name: str
    what: str
    said: Sentences
    side_out: str
    side_into: str
    who_out: str = "from"
    who_into: str = "to"
    top_out: str = "to"
    top_into: str = "from"
    women: Sentences | None = None
    men: Sentences | None = None

    def sentences(self, sex: str) -> Sentences:
        """Return the sentences of everybody (``total``), of women or of men."""
        return {"female": self.women, "male": self.men}.get(sex) or self.said


@dataclass(frozen=True)
class SeriesWords:
    """The messages of one series on the page of flow types.

    Attributes
    ----------
    name : str
        Its name in the menu and in tables.
    sentence : (str, str)
        A figure as a sentence: ``n``, ``when``, ``leaving``, ``inside``, ``into``.
    """

    name: str
    sentence: Forms


@dataclass(frozen=True)
class BesideWords:
    """The messages of one series beside events and beside other countries.

    Attributes
    ----------
    name : str
        Its name in the menu.
    unit : str
        Unit and day.
    hole : str
        Who would have a figure that is missing.
    title, title_relative : str
        Which of the countries has the most and which the fewest, absolute and for their size;
        empty where the headline has sentences of its own.
    note : str
        Which groups of people it puts together.
    """

    name: str
    unit: str
    hole: str
    title: str = ""
    title_relative: str = ""
    note: str = ""


@dataclass(frozen=True)
class MeasureWords:
    """All messages of one measure.

    Attributes
    ----------
    corridors : CorridorWords or None
        Those of the corridor page, where the measure has a direction.
    series : mapping
        By id of a series, those of the page of flow types.
    beside : mapping
        By id of a series, those of the page of one country.
    """

    corridors: CorridorWords | None = None
    series: Mapping[str, SeriesWords] = field(default_factory=dict)
    beside: Mapping[str, BesideWords] = field(default_factory=dict)
