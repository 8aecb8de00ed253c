"""Settings of the property tests: the same examples each time, however busy the machine is."""

from hypothesis import settings

settings.register_profile("atlas", deadline=None, derandomize=True, max_examples=60)
settings.load_profile("atlas")
