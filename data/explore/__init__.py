"""Questions to the curated tables: what is asked, whether it may be, and the rows that answer it.

Nothing here knows pages, addresses or languages: a question has a form in words of the data
(`data.explore.params`), which links, the interface and files share.
"""
