"""Acupress Desktop: guided finger pressure sessions, a body map and a private journal."""

__version__ = "0.1.0"
