"""The atlas for programs: its tables, views and sources over HTTP, read-only (``docs/api.md``).

`components.api.door` alone is imported with the server; all else waits for the first request.
"""
