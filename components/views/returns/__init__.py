"""Views of returns by kind."""

from components.views.spec import ViewSpec

VIEWS: dict[str, ViewSpec] = {}
