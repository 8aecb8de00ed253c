CASES = {"avrr-world": (None,)}
