"""The choices of the page of sources and methods."""

from components.language import N_, Language
from components.phrases.references import source_name
from components.phrases.tables import TABLES as TABLE_NAMES
from components.session.choice import Choice, ChoiceSet, Part, messages, offered
from components.views.sources.catalogue import capital
from components.views.sources.filters import ALL, LICENCES, TABLES, SourceFilters
from components.views.sources.methods import METHODS, title_of
from data.codelists import codes

USUAL = SourceFilters()
LICENCE_NAMES = {
    ALL: N_("All licences"),
    "open": N_("Open licence or public domain"),
    "terms": N_("Own terms of use"),
    "quoted": N_("Facts quoted with their source"),
    "unstated": N_("Not stated"),
}


def _all() -> tuple[str, ...]:
    return (ALL, *codes("sources"))


def _source_named(lang: Language, option: str, _: object) -> str:
    return lang.text("All sources") if option == ALL else source_name(lang, option)


def _table_named(lang: Language, option: str, _: object) -> str:
    return lang.text("All tables") if option == ALL else capital(lang.text(TABLE_NAMES[option]))


def _method_named(lang: Language, option: str, _: object) -> str:
    return lang.text("All methods") if option == ALL else title_of(lang, option)


def _is_list(filters: SourceFilters) -> bool:
    return filters.source == ALL


def leading(filters: SourceFilters) -> str:
    """Return the view at the head of the page: the list, or the one source that is chosen."""
    return "sources-catalogue" if _is_list(filters) else "source-entry"


def _parts(filters: SourceFilters) -> tuple[Part[SourceFilters], ...]:
    method = "sources-methods" if filters.method == ALL else "source-method"
    return (
        Part("coverage", N_("What there is, by year"), ("sources-coverage",)),
        Part("methods", N_("Methods"), (method,), ("method",)),
        Part("changes", N_("Corrections and news"), ("sources-corrections",)),
        Part("issues", N_("Known issues, and reporting one"), ()),
        Part("words", N_("Words and their meaning"), ()),
    )


CHOICES = ChoiceSet[SourceFilters](
    USUAL,
    (
        Choice(
            "source",
            N_("Source"),
            lambda _: offered(_all, otherwise=(ALL,)),
            _source_named,
            form="list",
            help=N_("One source in full: what it counts, its limits, its licence, its use."),
        ),
        Choice(
            "subject",
            N_("Table"),
            (ALL, *TABLES),
            _table_named,
            form="list",
            there=_is_list,
            help=N_("Sources that have rows of one table of the data."),
        ),
        Choice(
            "licence",
            N_("Licence"),
            (ALL, *LICENCES),
            messages(LICENCE_NAMES),
            form="list",
            there=_is_list,
            help=N_("Sources by what their licence allows."),
        ),
        Choice(
            "method",
            N_("Method"),
            (ALL, *METHODS),
            _method_named,
            form="list",
            help=N_("One measure in full: formula, author, worked example."),
        ),
    ),
    views=lambda filters: (leading(filters),),
    parts=_parts,
)
