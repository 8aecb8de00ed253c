"""A plotly figure kept as the plain description that the browser gets.

Plotly makes an object of every setting and checks it when it is made, which took a third of the
time of a chart. Here a figure is dictionaries until somebody asks for plotly's objects; that every
description is one that plotly accepts is a test's work (``tests/view_contract.py``).
"""

import re
from collections.abc import Mapping
from copy import deepcopy
from typing import Any

import plotly.graph_objects as go

Settings = dict[str, Any]
WHOLE_NAMES = {"paper_bgcolor", "plot_bgcolor", "error_x", "error_y"}  # one name, not two
AXIS = re.compile(r"([xy])axis\d*")


class SharedFigure(go.Figure):
    """A figure that many sessions show: plain dictionaries, described only once.

    It has plotly's ways to add and to update. ``data`` and ``layout`` make plotly's objects, once.
    """

    _plain: Settings | None = None
    _settled = False

    def __init__(self, data: list[Settings] | None = None, layout: Settings | None = None) -> None:
        # Plotly's own beginning is put off until its objects are asked for.
        self.__dict__["_plain"] = {
            "data": [_settings(trace) for trace in data or ()],
            "layout": _settings(layout or {}),
        }

    def __getattr__(self, name: str) -> Any:
        """Make plotly's objects: only they have what is not found."""
        if "_plotly" in self.__dict__ or name.startswith("__"):
            raise AttributeError(name)
        described = self.plain
        self.__dict__["_plotly"] = True
        super().__init__(deepcopy(described))
        if not self._settled:
            self.__dict__["_plain"] = None  # from now on plotly's objects may be changed
        return getattr(self, name)

    @property
    def plain(self) -> Settings:
        """The description itself, not a copy."""
        return super().to_dict() if self._plain is None else self._plain

    def settle(self) -> None:
        """Remember the description; the figure must not be changed any more."""
        self.__dict__.update(_plain=self.plain, _settled=True)

    def to_dict(self) -> Settings:
        """Return the description that plotly and Streamlit write to the browser."""
        return self.plain if self._settled or self._plain is None else deepcopy(self.plain)

    def add(self, kind: str, settings: Settings) -> None:
        """Add a trace of a kind."""
        if self._plain is None:
            self.add_trace({"type": kind, **settings})
        else:
            self._plain["data"].append({**_settings(settings), "type": kind})

    def add_scatter(self, **settings: Any) -> None:
        """Add points or lines."""
        self.add("scatter", settings)

    def add_bar(self, **settings: Any) -> None:
        """Add bars."""
        self.add("bar", settings)

    def add_sankey(self, **settings: Any) -> None:
        """Add streams."""
        self.add("sankey", settings)

    def update_layout(self, *settings: Settings, **named: Any) -> "SharedFigure":
        """Change settings of the layout; lists are replaced, dictionaries are merged."""
        if self._plain is None:
            super().update_layout(*settings, **named)
            return self
        for one in (*settings, named):
            _merge(self._plain["layout"], one)
        return self

    def update_xaxes(self, **settings: Any) -> None:
        """Change all horizontal axes."""
        self._update_axes("x", settings)

    def update_yaxes(self, **settings: Any) -> None:
        """Change all vertical axes."""
        self._update_axes("y", settings)

    def _update_axes(self, letter: str, settings: Settings) -> None:
        names = [found for found in map(AXIS.fullmatch, self.plain["layout"]) if found]
        self.update_layout({name[0]: settings for name in names if name[1] == letter})

    def add_shapes(self, shapes: list[Settings]) -> None:
        """Draw further shapes."""
        self._extend("shapes", shapes)

    def add_annotations(self, annotations: list[Settings]) -> None:
        """Write further words."""
        self._extend("annotations", annotations)

    def add_shape(self, **settings: Any) -> None:
        """Draw one further shape."""
        self._extend("shapes", [settings])

    def add_annotation(self, **settings: Any) -> None:
        """Write further words at one place."""
        self._extend("annotations", [settings])

    def _extend(self, name: str, items: list[Settings]) -> None:
        if not items:
            return
        if self._plain is None:
            self.layout[name] = [*self.layout[name], *items]
        else:
            kept = self._plain["layout"].get(name, [])
            self._plain["layout"][name] = [*kept, *(_settings(item) for item in items)]


def _settings(told: Mapping[str, Any]) -> Settings:
    """Return settings with names like ``line_color`` taken apart, without those that are None."""
    found: Settings = {}
    _merge(found, told)
    return found


def _merge(kept: Settings, told: Mapping[str, Any]) -> None:
    for name, value in told.items():
        head, _, rest = (name, "", "") if name in WHOLE_NAMES else name.partition("_")
        if rest:
            _merge(kept.setdefault(head, {}), {rest: value})
        elif isinstance(value, Mapping):
            if not isinstance(kept.get(head), dict):
                kept[head] = {}
            _merge(kept[head], value)
        elif value is None:
            kept.pop(head, None)
        else:
            kept[head] = _values(value)


def _values(value: Any) -> Any:
    """Return a list of settings or values as plain lists; other values as they are."""
    if isinstance(value, (list, tuple)):
        return [_settings(one) if isinstance(one, Mapping) else _values(one) for one in value]
    return value
