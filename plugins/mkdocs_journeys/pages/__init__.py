"""What each page tells: typed facts, no syntax. One file per page type."""
