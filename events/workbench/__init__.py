"""What the workbench reads: an article with its reports as documents, look-ups, and the same events elsewhere.

The shapes: docs/workbench-documents.md. What is sent back is read by `events.documents` and written by `events.filing`.
"""
