"""Hosts in which a source names nobody, or only some, of the people that it is asked for."""

from collections.abc import Sequence

from components.language import Language
from data.provenance import source


def named(source_id: str, origins: Sequence[str], hosts: Sequence[str]) -> tuple[str, ...]:
    """Return the origins that a source names in at least one of some hosts."""
    known = source(source_id).unnamed
    return tuple(code for code in origins if any(code in known.get(h, (code,)) for h in hosts))


def not_named(
    lang: Language, source_id: str, origins: Sequence[str], among: Sequence[str] = ()
) -> str:
    """Say in which countries a source names none of some origins; empty where it names them.

    Parameters
    ----------
    lang : Language
        The reader's language.
    source_id : str
        The source; its provenance says which hosts name whom.
    origins : sequence of str
        Countries of origin.
    among : sequence of str
        The hosts that are asked about; empty for all.
    """
    unnamed = source(source_id).unnamed
    hosts = {host: named for host, named in unnamed.items() if not among or host in among}
    asked = set(origins)
    nobody = [host for host, named in hosts.items() if not asked & set(named)]
    some = [host for host, named in hosts.items() if set(named) & asked < asked]
    partly = [host for host in some if host not in nobody]
    if not nobody and not partly:
        return ""
    told = lang.listing([lang.place(host) for host in nobody])
    if nobody and not partly:
        return lang.text(
            "the table names no such origin for: {hosts}; totals are too low", hosts=told
        )
    if not partly:
        return ""
    born = sorted({code for host in partly for code in hosts[host]})
    only = {
        "partly": lang.listing([lang.place(host, "in") for host in partly]),
        "born": lang.listing([lang.place(code, "in") for code in born]),
    }
    if not nobody:
        return lang.text(
            "{partly} the table names only those born {born}; totals are too low", **only
        )
    return lang.text(
        "the table names no such origin for: {hosts}; {partly} only those born {born}; totals are "
        "too low",
        hosts=told,
        **only,
    )
