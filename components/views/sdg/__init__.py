"""Views of SDG target 10.7."""

from components.views.spec import ViewSpec

VIEWS: dict[str, ViewSpec] = {}
