"""Views of readiness for assisted return."""

from components.views.spec import ViewSpec

VIEWS: dict[str, ViewSpec] = {}
