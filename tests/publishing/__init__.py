"""Versions on a real remote, published from real clones."""
