"""Views of returns by kind."""

from components.views.returns.uk import share_in_a_year, share_over_years
from components.views.spec import ViewSpec

VIEWS: dict[str, ViewSpec] = {
    "returns-uk-share": ViewSpec(share_in_a_year, ("returns",)),
    "returns-uk-years": ViewSpec(share_over_years, ("returns",)),
}
