"""Words as documents: grids and panels with a state, and what makes HTML of them."""
