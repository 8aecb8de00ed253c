"""Bringing a file: from a statistician's sheet to rows of the curated tables, or a plain refusal.

The command is ``python -m bring`` (`bring.py` in the project's root), which says everything in
English or Russian. Nothing here knows of languages: a message is an English sentence with
placeholders (`data.bring.problems`), the command translates it.
"""
