"""The areas that the atlas is about."""

FIVE: tuple[str, ...] = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
