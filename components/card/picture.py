"""The picture of a view: the dialog that offers it as a file, and the view on the whole screen."""

from dataclasses import replace
from importlib import import_module

import plotly.graph_objects as go
import streamlit as st

from components.charts.resize import scaled
from components.exports.files import file_name
from components.language import Language
from components.pictures.canvas import CANVASES, WIDE, Canvas
from components.pictures.chart import Chart
from components.pictures.slides import Slide, described, slides_of
from components.session.window import mode
from components.style.assets import asset
from components.style.plotly_locale import config as plotly_config
from components.view import View

SCRIPTS = ("fflate.js", "drawing.js", "picture.js")
_PICTURE = st.components.v2.component(
    "atlas_picture",
    html=asset("picture.html"),
    css=asset("picture.css"),
    js="\n".join(map(asset, SCRIPTS)),
)


def offer_picture(view: View, lang: Language, address: str) -> None:
    """Show the pictures of a view as they are saved, with buttons for PNG, SVG and PDF.

    Parameters
    ----------
    view : View
        With a figure.
    lang : Language
        The reader's language.
    address : str
        Link to the page with the choices made.
    """
    sizes = {
        "wide": lang.text("Slide, 16 : 9"),
        "square": lang.text("Square"),
        "tall": lang.text("Upright, 4 : 5"),
    }
    modes = {"light": lang.text("Light"), "dark": lang.text("Dark")}
    with st.container(horizontal=True, gap="medium"):
        size = one_of(lang.text("Format"), sizes, "picture-size")
        dark = one_of(lang.text("Colours"), modes, "picture-mode") == "dark"
    canvas = replace(CANVASES[size], mode="dark" if dark else "light")
    slides = slides_of(view, canvas, lang, address)
    _show(slides, canvas, view, lang, stage=False)
    _offer_pdf(slides, canvas, view, lang)


def _offer_pdf(slides: tuple[Slide, ...], canvas: Canvas, view: View, lang: Language) -> None:
    """Show the button of the PDF, which the machine's browser prints, where there is one."""
    printed = import_module("components.decks.printed")  # loaded when somebody wants a picture
    if not printed.has_browser():
        return
    words = lang.plural(
        "Save {n} slide as PDF", "Save all {n} slides as PDF", len(slides), n=len(slides)
    )
    st.download_button(
        words if len(slides) > 1 else lang.text("Save as PDF"),
        data=lambda: printed.pdf_bytes(slides, canvas, lang, view.title),
        file_name=file_name(view, lang, "pdf"),
        mime="application/pdf",
        key="picture-pdf",
        type="primary",
        on_click="ignore",
        help=lang.text("Letters stay letters: they can be found and copied."),
    )


def one_of(label: str, options: dict[str, str], key: str) -> str:
    """Show a choice of which one is always made, the first by default."""
    picked = st.segmented_control(
        label,
        list(options),
        format_func=options.__getitem__,
        default=next(iter(options)),
        required=True,
        key=key,
        label_visibility="collapsed",
    )
    return str(picked)


def show_alone(view: View, lang: Language, address: str, room: tuple[float, float]) -> None:
    """Show a view on a canvas that is fitted to the window; keys and clickers walk its slides.

    Parameters
    ----------
    room : (width, height)
        Pixels of the window.
    """
    canvas = on_screen(room)
    found = slides_of(view, canvas, lang, address)
    _show(found, canvas, view, lang, stage=True)
    if len(found) == 1 and found[0].chart:
        _live(found[0].chart, view, lang, room[0] / canvas.width)


def on_screen(room: tuple[float, float]) -> Canvas:
    """Return the canvas that fills a screen, at least as wide and as high as that of a slide."""
    factor = max(WIDE.width / room[0], WIDE.height / room[1])
    return Canvas("screen", round(factor * room[0]), round(factor * room[1]), mode())


def _live(chart: Chart, view: View, lang: Language, factor: float) -> None:
    """Lay a chart that answers to the pointer over its place on the canvas."""
    left, top = factor * chart.room.x, factor * chart.room.y
    st.html(f"<style>.st-key-stage-chart{{left:{left:.1f}px;top:{top:.1f}px}}</style>")
    grown = factor * chart.room.width / chart.width
    with st.container(key="stage-chart"):
        st.plotly_chart(
            scaled(chart.figure, grown),
            theme=None,
            width="content",
            key="stage-figure",
            config=plotly_config(lang, fixed=True),
            alt=view.alt,
        )


def _show(
    slides: tuple[Slide, ...], canvas: Canvas, view: View, lang: Language, stage: bool
) -> None:
    live = stage and len(slides) == 1
    if any(slide.chart for slide in slides) and not live:
        _bring_plotly()
    data = {
        "slides": [described(one.svg, None if live else one.chart, lang) for one in slides],
        "size": [canvas.width, canvas.height],
        "name": file_name(view, lang, "svg").removesuffix(".svg"),
        "stage": stage,
        "dark": canvas.mode == "dark",
        "labels": {
            "alt": view.alt,
            "png": lang.text("Save as PNG"),
            "svg": lang.text("Save as SVG"),
            "all": lang.plural(
                "Save {n} slide as a ZIP",
                "Save all {n} slides as a ZIP",
                len(slides),
                n=lang.number(len(slides)),
            ),
            "full": lang.text("Full screen"),
            "back": lang.text("Previous slide"),
            "on": lang.text("Next slide"),
            "failed": lang.text("The picture could not be made in this browser."),
        },
    }
    _PICTURE(key="stage-picture" if stage else "picture", data=data)


def _bring_plotly() -> None:
    """Let Streamlit load its copy of plotly, which then is there for pictures (``window.Plotly``).

    A page of words has not loaded it.
    """
    with st.container(key="bring-plotly"):
        st.plotly_chart(go.Figure(layout={"height": 10, "width": 10}), theme=None, key="no-chart")
