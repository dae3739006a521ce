"""What each release of a handbook changed: its tags, the maps as they were, and why."""
