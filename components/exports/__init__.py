"""A view in other forms: tables and files."""
