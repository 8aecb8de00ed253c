"""What the tests of pages share."""

from collections.abc import Iterator

import pytest
import streamlit as st


@pytest.fixture
def fresh_cache() -> Iterator[None]:
    """Nothing is remembered before and after a test that breaks the data."""
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()
