"""Measures the promises of speed, as ratios in one run: ``python -m tools.bench``."""
