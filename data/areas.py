"""The areas that the atlas is about."""

FIVE: tuple[str, ...] = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
# Republics of the Soviet Union: until 1991 moves between them were moves inside one country.
SOVIET: frozenset[str] = frozenset(
    (*FIVE, *("ARM", "AZE", "BLR", "EST", "GEO", "LTU", "LVA", "MDA", "RUS", "UKR"))
)
