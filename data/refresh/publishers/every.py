"""All publishers, by the source that they are asked for."""

from data.refresh.publisher import Publisher
from data.refresh.publishers import eurostat, files, gov_uk, un_sdg, unhcr, world_bank

PUBLISHERS: dict[str, Publisher] = {
    one.source_id: one
    for one in (
        unhcr.UNHCR,
        world_bank.REMITTANCES,
        world_bank.GDP_CONTEXT,
        un_sdg.SDG,
        eurostat.EUROSTAT,
        eurostat.EUROSTAT_ENFORCEMENT,
        files.STOCKS,
        files.POPULATION,
        gov_uk.HOME_OFFICE,
        files.MISSING,
    )
}
