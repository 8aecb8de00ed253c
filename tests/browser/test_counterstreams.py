"""Questions that a reader of counter-streams brings, answered on the page."""

from playwright.sync_api import expect


def test_has_kazakhstan_to_russia_a_counter_stream_and_do_the_methods_agree(visit):
    seen = visit("/counter-streams", lang="en", closer="corridor")
    seen.pick("corridor", "Kazakhstan → Russia")
    seen.wait_for_choice(corridor="KAZ-RUS")
    title = seen.part("card-counter-history").locator("h3")
    expect(title).to_contain_text("from Kazakhstan to Russia, 0.4 to over 1,000 moved back")


def test_what_counted_flows_say_of_the_same_pair(visit):
    seen = visit("/counter-streams", lang="en", corridor="KAZ-RUS", closer="counted")
    title = seen.part("card-counter-counted").locator("h3")
    expect(title).to_contain_text("For every 100 counted from Kazakhstan to Russia in 2024, 91")
    seen.show("counter-counted", 1)
    rows = seen.part("card-counter-counted").locator("tbody tr")
    expect(rows.filter(has_text="2024").filter(has_text="0.9091")).to_have_count(1)
