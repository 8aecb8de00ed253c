"""The check of a running atlas finds nothing wrong with one that is right."""

from concurrent.futures import ThreadPoolExecutor

from deploy.check import look, said


def test_a_server_that_is_right_is_found_to_be_in_order(server, capsys):
    with ThreadPoolExecutor(1) as beside:  # the browser's own loop runs in this thread
        found = beside.submit(look, server.address).result()
    assert [line.told() for line in found if not line.ok] == []
    assert said(found) == 0
    told = capsys.readouterr().out
    assert "A socket opens and /corridors is shown with its headline" in told
    assert f"{len(found)} in order, 0 not" in told
