"""The choice of one corridor, alike on the pages that have one."""

from collections.abc import Callable

from components.language import N_, Language
from components.phrases.places import corridor
from components.session.choice import Choice, F


def one_corridor(
    offered: Callable[[F], tuple[str, ...]],
    none: Callable[[Language, F], str],
    into: Callable[[F, str], F],
) -> Choice[F]:
    """Return the choice of one corridor, or of none.

    Parameters
    ----------
    offered : callable
        Codes such as ``UZB-RUS``, and an empty one where none is chosen.
    none : callable
        Says what is shown where none is chosen.
    into : callable
        Takes a code into the filters.
    """

    def name(lang: Language, code: str, filters: F) -> str:
        return corridor(lang, *code.split("-")) if code else none(lang, filters)

    return Choice(
        "corridor",
        N_("Selected corridor"),
        offered,
        name,
        form="list",
        into=into,
        help=N_("One corridor to look at closely; a click on the map selects it, too."),
    )
