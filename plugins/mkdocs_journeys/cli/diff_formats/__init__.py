"""How changes are written: one file per format, all of them listed in all.py."""
