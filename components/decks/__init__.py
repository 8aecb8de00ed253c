"""Decks: views in an order, to show and to take away."""
