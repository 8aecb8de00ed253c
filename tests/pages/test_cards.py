"""A card: chart and table, what it offers to take away, and how little is sent for it."""

import pytest
from streamlit.testing.v1 import AppTest


def one_card(rows: int, figure: bool) -> None:
    import pandas as pd
    import plotly.graph_objects as go

    from components.card.cards import card
    from components.language import language
    from components.session.state import Choices
    from components.view import Column, Table, View

    choices = Choices("page")
    choices.one("lang", ("en",), "en")
    choices.several("table", ("a-view",), ())
    choices.write()
    table = Table(pd.DataFrame({"name": ["a"] * rows}), (Column("name", "Name"),))
    card(
        View(
            name="a-view",
            title="A title",
            subtitle="What was counted",
            alt="alt",
            sources=(),
            figure=go.Figure() if figure else None,
            table=table,
            missing="" if figure else "Nobody has counted it.",
        ),
        language("en"),
    )


def opened(rows: int, figure: bool, *widgets: str) -> AppTest:
    app = AppTest.from_function(one_card, args=(rows, figure))
    for widget in widgets:
        app.session_state[widget] = True
    app.run()
    assert not app.exception
    return app


def offers(app: AppTest) -> set[str]:
    keys = [*app.get("download_button"), *app.get("button")]
    return {str(one.proto.id).rsplit("-a-view", 1)[0].rsplit("-", 1)[-1] for one in keys}


@pytest.mark.parametrize(
    ("rows", "figure", "offered"),
    [
        (2, True, {"data", "png", "show", "cite", "python", "report"}),
        (2, False, {"data", "cite", "python", "report"}),
        (0, False, {"cite", "python", "report"}),
    ],
)
def test_what_can_be_seen_can_be_taken_away(rows, figure, offered):
    assert offers(opened(rows, figure)) == set()  # until the menu is opened
    app = opened(rows, figure, "more-a-view")
    assert offers(app) == offered
    link, cited = (code.value for code in app.code)
    assert link.endswith("?lang=en#card-a-view")
    assert link in cited
    assert "A title" in cited


@pytest.mark.parametrize(("rows", "figure"), [(2, True), (2, False), (0, False)])
def test_rows_can_be_read_as_a_table_with_or_without_a_figure(rows, figure):
    app = opened(rows, figure)
    assert len(app.button_group) == bool(rows)
    assert any("Nobody has counted it." in one.value for one in app.html) != figure
    if rows:
        app.button_group(key="face-a-view").set_value("table").run()
        assert "<table" in app.html[-1].value
        assert app.query_params == {"table": "a-view"}
        app.button_group(key="face-a-view").set_value("chart").run()
        assert "<table" not in app.html[-1].value
        assert app.query_params == {}


def test_a_card_is_few_messages():
    app = opened(2, True)
    [block] = app.main.children.values()
    assert 1 + len(block.children) <= 6


@pytest.mark.parametrize(
    ("form", "begins"),
    [("apa", "The Central"), ("gost", "The Central"), ("bibtex", "@misc"), ("ris", "TY  - ELEC")],
)
def test_a_card_is_cited_in_the_form_that_is_chosen(form, begins):
    app = AppTest.from_function(one_card, args=(2, False))
    app.session_state["_cite"] = "a-view"  # as the button of the menu leaves it
    app.session_state["cite-form"] = form
    app.run()
    assert not app.exception
    written = app.code[-1].value
    assert written.startswith(begins)
    assert "A title" in written
    assert "#card-a-view" in written


def test_the_data_of_a_card_are_offered_in_every_format_when_they_are_asked_for():
    app = AppTest.from_function(one_card, args=(2, False))
    app.session_state["_data"] = "a-view"
    app.run()
    assert not app.exception
    told = [one.proto for one in app.get("download_button")]
    assert [one.label for one in told] == ["CSV", "Excel (XLSX)", "Parquet", "JSON", "ZIP"]
    assert all(one.deferred_file_id for one in told)  # made when it is pressed
    assert not any(one.disabled for one in told)
