"""Views of one country; each module of the package names its own in ``VIEWS``."""

from importlib import import_module
from pkgutil import iter_modules

from components.views.spec import ViewSpec

VIEWS: dict[str, ViewSpec] = {
    name: spec
    for module in iter_modules(__path__, f"{__name__}.")
    for name, spec in getattr(import_module(module.name), "VIEWS", {}).items()
}
