"""A terminal workspace for one mentor."""

__version__ = "0.1.0"
