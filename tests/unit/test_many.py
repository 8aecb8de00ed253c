"""Several processes behind one proxy: its settings are such as nginx takes, and what they say."""

import shutil
import subprocess
from pathlib import Path

import pytest

from deploy.many import Process, main, nginx, ready, settings

NGINX = nginx()


def test_a_process_that_is_started_anew_gets_nobody(tmp_path):
    told = settings({9001: False, 9002: True}, "127.0.0.1:8501", tmp_path)
    assert "server 127.0.0.1:9001 max_fails=1 fail_timeout=2s;" in told
    assert "server 127.0.0.1:9002 max_fails=1 fail_timeout=2s down;" in told
    assert "$way" in told
    assert "$$" not in told


@pytest.mark.skipif(NGINX is None, reason="nginx is not here")
@pytest.mark.parametrize("modules", [Path("/usr/lib/nginx/modules"), Path("/nowhere")])
def test_nginx_takes_the_settings(tmp_path, modules):
    path = tmp_path / "nginx.conf"
    path.write_text(settings({9001: False, 9002: False}, "127.0.0.1:9003", tmp_path, modules))
    tried = subprocess.run(
        [NGINX, "-t", "-e", str(tmp_path / "error.log"), "-c", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert tried.returncode == 0, tried.stderr


def test_without_nginx_the_command_says_what_to_install(monkeypatch, capsys):
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    assert main([]) == 1
    assert "apt-get install nginx-light" in capsys.readouterr().err


def test_where_nobody_answers_nobody_is_ready():
    assert not ready(1)
    assert not Process(1).is_up()
