"""The layouts that files may have: name to what makes rows of a file."""

from data.bring import annex, eurostat, own_table, reag_garp

LAYOUTS = {
    "annex": annex.read,
    "migr_eirt_ass": eurostat.read,
    "migr_eirt_vol": eurostat.read,
    "reag-garp": reag_garp.read,
    "table": own_table.read,
}
