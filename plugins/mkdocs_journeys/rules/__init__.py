"""What may be wrong with maps: one file per rule, all of them listed in all.py."""
