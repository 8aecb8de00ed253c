"""Views of assisted voluntary return and reintegration."""

from components.views.avrr.world import avrr_world
from components.views.spec import ViewSpec

VIEWS: dict[str, ViewSpec] = {"avrr-world": ViewSpec(avrr_world, ("avrr",))}
