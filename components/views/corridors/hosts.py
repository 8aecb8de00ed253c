"""Hosts in which a source names nobody, or only some, of the people that it is asked for."""

from collections.abc import Sequence

from components.language import Language
from data.provenance import source


def not_named(lang: Language, source_id: str, origins: Sequence[str]) -> str:
    """Say in which countries a source names none of some origins; empty where it names them.

    Parameters
    ----------
    lang : Language
        The reader's language.
    source_id : str
        The source; its provenance says which hosts name whom.
    origins : sequence of str
        Countries of origin.
    """
    hosts = source(source_id).unnamed
    asked = set(origins)
    nobody = [host for host, named in hosts.items() if not asked & set(named)]
    some = [host for host, named in hosts.items() if set(named) & asked < asked]
    partly = [host for host in some if host not in nobody]
    if not nobody:
        return ""
    told = lang.listing([lang.place(host) for host in nobody])
    if not partly:
        return lang.text(
            "the table names no such origin for: {hosts}; totals are too low", hosts=told
        )
    born = sorted({code for host in partly for code in hosts[host]})
    return lang.text(
        "the table names no such origin for: {hosts}; {partly} only those born {born}; totals are "
        "too low",
        hosts=told, partly=lang.listing([lang.place(host, "in") for host in partly]),
        born=lang.listing([lang.place(code, "in") for code in born]),
    )  # fmt: skip
