"""What a card offers to take away: a table whenever there is one, a picture only of a figure."""

import pytest
from streamlit.testing.v1 import AppTest


def one_card(rows: int, figure: bool) -> None:
    import pandas as pd
    import plotly.graph_objects as go

    from components.card.cards import card
    from components.language import language
    from components.view import Column, Table, View

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


def offers(rows: int, figure: bool) -> set[str]:
    app = AppTest.from_function(one_card, args=(rows, figure)).run()
    assert not app.exception
    keys = [*app.get("download_button"), *app.get("button")]
    return {str(one.proto.id).rsplit("-a-view", 1)[0].rsplit("-", 1)[-1] for one in keys}


@pytest.mark.parametrize(
    ("rows", "figure", "offered"),
    [(2, True, {"csv", "png", "show", "link"}), (2, False, {"csv", "link"}), (0, False, {"link"})],
)
def test_what_can_be_seen_can_be_taken_away(rows, figure, offered):
    assert offers(rows, figure) == offered


def test_a_link_is_not_said_to_keep_what_it_does_not_keep():
    app = AppTest.from_function(one_card, args=(2, True)).run()
    app.button(key="link-a-view").click().run()
    [words] = [caption.value for caption in app.caption]
    assert "exactly" not in words
    assert "chart" in words
