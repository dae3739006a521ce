"""Versions of a site, side by side on a branch: written with mike, pushed with git."""
