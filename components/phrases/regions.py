"""Names of regions inside a country."""

from components.language import Language
from components.language.names import harmless
from data.codelists import code_list


def region_name(lang: Language, code: str) -> str:
    """Return the name of a region in the reader's language."""
    return lang.label("regions", code)


def map_name(lang: Language, code: str) -> str:
    """Return the name of a region as it stands on a map: without the word for region."""
    listed, column = code_list("regions"), f"label_{lang.data_code}"
    short = str(listed.at[code, column]) if column in listed.columns else ""
    return harmless(short) or region_name(lang, code)
