"""What the page of questions offers to take away: what is shown, and the whole table."""

from streamlit.testing.v1 import AppTest

from data import loaders


def a_question(**asked: str) -> None:
    from components.cache import store
    from components.card.take import offer_downloads
    from components.language import language
    from components.session.state import Choices
    from data.explore.params import from_params

    choices = Choices("page")
    choices.one("lang", ("en",), "en")
    choices.write()
    table = asked.pop("table")
    offer_downloads(from_params(table, asked), language("en"), store())


def rows_of(table: str) -> int:
    return len(loaders.load(table))


def opened(**asked: str) -> AppTest:
    app = AppTest.from_function(a_question, kwargs=asked, default_timeout=60).run()
    assert not app.exception
    return app


def test_what_is_shown_and_the_whole_table_are_told_apart_by_their_rows():
    app = opened(
        table="migrant_stocks", origin="UZB", destination="RUS", source_id="un_desa_ims2024"
    )
    told = [option.content for option in app.get("button_group")[0].proto.options]
    assert told[0].startswith("What is shown, ")
    assert told[1] == f"The whole table, {rows_of('migrant_stocks'):,} rows"
    assert not any(one.proto.disabled for one in app.get("download_button"))
    app.button_group(key="take-part").set_value("whole").run()
    large = {one.proto.label: one.proto.disabled for one in app.get("download_button")}
    assert [name for name, off in large.items() if off] == ["JSON"]
    assert any("Up to 50,000 rows" in one.value for one in app.caption)


def test_a_whole_table_alone_has_no_choice_of_parts_and_is_made_when_it_is_asked_for():
    app = opened(table="votes")
    assert [option.content for option in app.get("button_group")[0].proto.options] == [
        f"The whole table, {rows_of('votes')} rows"
    ]
    assert all(one.proto.deferred_file_id for one in app.get("download_button"))
