"""A reader of the page on assisted return finds a hole and the report that would fill it."""

from playwright.sync_api import expect

TABLE = 1
CARD = "avrr-coverage"


def test_the_table_of_the_matrix_names_the_report_of_kyrgyzstan_2019(visit):
    seen = visit("/avrr", lang="en")
    seen.show(CARD, TABLE)
    shown = seen.part(f"card-{CARD}").get_by_role("table")
    year = seen.page.get_by_role("cell", name="2019", exact=True)
    row = shown.locator("tr", has_text="Kyrgyzstan").filter(has=year)
    expect(row).to_have_count(1)
    expect(row).to_contain_text("one number that no single year can claim")
    expect(row).to_contain_text("Return and Reintegration Key Highlights 2019")


def test_the_table_of_the_world_says_how_many_iom_helped_in_2023(visit):
    seen = visit("/avrr", lang="en")
    expect(seen.part("card-avrr-world")).to_contain_text("how many to Central Asia is unknown")
    seen.show("avrr-world", TABLE)
    shown = seen.part("card-avrr-world").get_by_role("table")
    expect(shown.locator("tr", has_text="56,045")).to_contain_text("2023")
    expect(shown.locator("tr", has_text="15,906")).to_contain_text("2023")


def test_a_speaker_puts_the_stages_on_the_whole_screen_and_goes_back(visit):
    seen = visit("/avrr", width=1920, height=1080, lang="ru", closer="stages")
    seen.offer("avrr-stages", "show").click()
    seen.wait_for_choice(show="avrr-stages")
    assert "Послеприбытия" in seen.alone()
    seen.page.keyboard.press("Escape")
    seen.wait_for_choice(show=None)
