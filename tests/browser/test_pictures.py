"""Charts on slides as the browser draws them: no text is cut, small, or on another."""

import base64
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import plotly
import plotly.graph_objects as go
import pytest

from components.context import RenderContext
from components.pictures.canvas import SQUARE, TALL, WIDE, Canvas
from components.pictures.slides import described, slides_of
from components.style.assets import asset
from components.style.fonts import FACES, FILES, FOLDER, STYLES
from components.views.registry import SPECS
from tests.cases import all_cases
from tests.picture_contract import ADDRESS
from tests.support import built

MEASURED = (Path(__file__).parent / "measured.js").read_text(encoding="utf-8")
PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
CASES = all_cases()


@pytest.fixture(scope="module")
def desk(chromium_without_webgl):
    """An empty page that draws charts as the atlas does, in its letters."""
    page = chromium_without_webgl.browser.new_page()
    page.add_script_tag(path=str(PLOTLY))
    page.add_style_tag(content="".join(map(face_css, FACES)))
    for weight, family in ((400, "Source Sans"), (600, "Source Sans"), (600, "Source Serif")):
        page.evaluate(f"document.fonts.load('{weight} 16px \"{family}\"')")
    script = asset("drawing.js")
    page.add_script_tag(content=f"{script}\nwindow.whole = whole")
    yield page
    page.close()


def face_css(face):
    family, weights = STYLES[face]
    letters = base64.b64encode((FOLDER / FILES[face]).read_bytes()).decode()
    return (
        f"@font-face{{font-family:'{family}';font-weight:{weights};"
        f"src:url(data:font/woff2;base64,{letters})}}"
    )


def faults_of(desk, name: str, canvas: Canvas, context: RenderContext) -> list[str]:
    shown = built(name, CASES[name][0], context)
    if not isinstance(shown.figure, go.Figure):
        return []
    found = []
    for number, slide in enumerate(slides_of(shown, canvas, context.language, ADDRESS), 1):
        drawn = described(slide.svg, slide.chart, context.language)
        svg = desk.evaluate("slide => whole(slide)", drawn)
        told = desk.evaluate(MEASURED, svg)
        found += [f"{name} {canvas.name} {number}: {fault}" for fault in told]
    return found


OTHER = dict(zip(sorted(SPECS), cycle([SQUARE, replace(TALL, mode="dark"), TALL]), strict=False))


@pytest.mark.parametrize("name", sorted(SPECS))
def test_no_text_of_a_chart_is_cut_or_small_or_on_another_on_a_slide(desk, name, monkeypatch):
    monkeypatch.setattr("components.style.fonts._face_css", lambda *_: "")
    faults = faults_of(desk, name, WIDE, RenderContext("ru"))
    faults += faults_of(desk, name, OTHER[name], RenderContext("en"))
    assert faults == []
