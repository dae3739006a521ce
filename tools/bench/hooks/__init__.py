"""Hooks of MkDocs for the sites that ours is compared with."""
