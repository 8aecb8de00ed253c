"""What a corridor measure has messages for: what was counted, and the sentences of a finding."""

from dataclasses import dataclass

Forms = tuple[str, str]


@dataclass(frozen=True)
class Sentences:
    """The sentences of a measure, each with its two plural forms.

    Attributes
    ----------
    pair : (str, str)
        One corridor: ``n``, ``from_start``, ``in_start``, ``to_end``, ``in_end``, ``from_end``,
        ``period``.
    out, into : (str, str)
        All corridors away from, or towards, some countries: ``n``, ``who``, ``period``.
    """

    pair: Forms
    out: Forms
    into: Forms


@dataclass(frozen=True)
class Words:
    """The messages of one measure.

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
