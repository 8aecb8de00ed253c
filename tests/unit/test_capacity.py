"""How large it has to be, on paper."""

from deploy.capacity import DOCUMENT, Figures, written


def test_the_table_of_the_document_is_of_the_figures_of_today():
    told = DOCUMENT.read_text("utf-8")
    assert written(told) == told, "python -m deploy.capacity writes it anew"


def test_one_process_more_than_are_full_so_that_any_may_be_started_anew():
    figures = Figures(pages=100, full=0.5, rest=0.5, session=0.01, price=10)
    assert [figures.processes(readers) for readers in (1, 50, 51, 500)] == [2, 2, 3, 11]
    assert figures.memory(50) == 1.5
    assert figures.cost(500) == 130
    assert Figures(answer=10, thought=5).megabits(1000) == 16
