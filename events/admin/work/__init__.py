"""The workbench's JSON addresses, below the admin page of an article: docs/workbench-documents.md.

Each view reads one document, calls one verb through `events.filing`, and answers with the document as it is now.
"""

from events.admin.work.addresses import work_urls

__all__ = ["work_urls"]
