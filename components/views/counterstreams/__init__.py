"""Views of counter-streams."""

from components.views.spec import ViewSpec

VIEWS: dict[str, ViewSpec] = {}
