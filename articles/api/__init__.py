"""The API's resources of what was printed; `monitor/api.py` gives them their addresses."""
