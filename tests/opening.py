"""Opening pages of the app in a session of their own, without a browser."""

import html
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from components.controls.pages import CHOICES
from components.navigation import PAGES

# Pages that show views of their own; another one leads to those of others.
OF_VIEWS = [spec for spec in PAGES if (own := CHOICES[spec.url]).all_views(own.usual)]
ROOT = Path(__file__).parents[1]
SECONDS = 120
TAG = re.compile(r"<[^<>]*>")
# Fields of Streamlit's messages that a reader does not read; charts are looked into one by one.
TECHNICAL = {
    "id",
    "icon",
    "type",
    "format",
    "language",
    "mime",
    "url",
    "page",
    "page_script_hash",
    "query_string",
    "deferred_file_id",
    "component_name",
    "html_content",
    "js_content",
    "css_content",
    "js_source_path",
    "css_source_path",
    "json",
    "spec",
    "config",
    "tooltip",
    "form_id",
    "code_text",
}


def path_of(url: str) -> str:
    return next(spec.path for spec in PAGES if spec.url == url)


OPENED = {"stories": {"story": "region"}}  # a page that lists others is opened at the first of them


def open_page(url: str, **address: str) -> AppTest:
    """Open a page with choices in its address, as a link does."""
    address = OPENED.get(url, {}) | address
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)
    if "lang" in address:
        app.query_params["lang"] = address["lang"]
    app.run()
    app.switch_page(path_of(url))
    app.query_params = dict(address)
    return app.run()


WIDGETS = ("button_group", "selectbox", "select_slider", "multiselect", "toggle")
LINES = ("controls", "inside", "row")  # of small controls, each with more behind its last one


def control(app: AppTest, key: str) -> Any:
    """The widget of a choice; what it stands behind is opened for it."""
    behind = ("open-language-switch", *(f"open-more-{line}" for line in LINES))
    for opener in ("", f"open-{key}", *behind):
        if opener:
            app.session_state[opener] = True
            app.run()
        for kind in WIDGETS:
            found = [one for one in getattr(app, kind) if one.key == key]
            if found:
                return found[0]
    raise LookupError(key)


def choose(app: AppTest, key: str, value: Any) -> AppTest:
    """Make a choice as a reader does."""
    return control(app, key).set_value(value).run()


def elements(block: Any) -> Iterator[Any]:
    for child in block.children.values():
        yield child
        if hasattr(child, "children"):
            yield from elements(child)


def messages(app: AppTest) -> Iterator[tuple[str, str, str]]:
    """Every string on a page that a reader can meet: element, field, text without markup."""
    for element in elements(app._tree):
        proto = getattr(element, "proto", None)
        if proto is None:
            continue
        for field, text in _strings(proto):
            if not text.startswith("<style>"):
                yield element.type, field, html.unescape(TAG.sub(" ", text))


def _strings(proto: Any) -> Iterator[tuple[str, str]]:
    for field, value in proto.ListFields():
        values = value if field.is_repeated else [value]
        if field.message_type and field.message_type.GetOptions().map_entry:
            continue
        for one in values:
            if field.type == field.TYPE_MESSAGE:
                yield from _strings(one)
            elif field.type == field.TYPE_STRING and field.name not in TECHNICAL:
                yield field.name, one


def charts(app: AppTest) -> list[dict]:
    """The descriptions of all charts on a page."""
    return [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]


def maps(app: AppTest) -> list[str]:
    """The HTML of all flow maps on a page."""
    return [json.loads(one.proto.json)["html"] for one in components(app, "atlas_map")]


def documents(app: AppTest) -> list[str]:
    """The HTML of all documents on a page, those that can be clicked included."""
    written = [element.proto.body for element in app.get("html")]
    chosen = [json.loads(one.proto.json)["html"] for one in components(app, "atlas_document")]
    return [body for body in (*written, *chosen) if "class='doc'" in body]


def components(app: AppTest, name: str) -> list[Any]:
    """The components of the atlas' own with a name."""
    return [one for one in app.get("bidi_component") if one.proto.component_name == name]


def pictures(app: AppTest) -> list[list[dict]]:
    """The slides of each view that is shown as a picture: alone on the screen, or to be saved."""
    return [json.loads(one.proto.json)["slides"] for one in components(app, "atlas_picture")]


def figures(app: AppTest) -> list[Any]:
    """All charts, maps and documents on a page."""
    return [*charts(app), *documents(app), *maps(app)]
