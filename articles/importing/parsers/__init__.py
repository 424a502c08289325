"""One parser a format. Each has `FORMAT`, `looks_like(head)` and `parse(data, path)`; `detect.py` is their table."""
