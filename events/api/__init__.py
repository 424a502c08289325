"""The API's resources of events; `monitor/api.py` gives them their addresses."""
