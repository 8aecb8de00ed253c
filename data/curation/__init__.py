"""Recipes that turn raw source folders into the curated tables."""
