from components.views.returns.filters import ReturnFilters
from data.measures.corridors import FIVE

CHOSEN = (
    ReturnFilters(),
    *(ReturnFilters((code,)) for code in FIVE),
    ReturnFilters(("TJK",), 2013),  # nobody returned
)
CASES = {"returns-uk-share": CHOSEN, "returns-uk-years": CHOSEN}
