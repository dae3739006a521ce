"""What the handbook gives to other tools: one file per format."""
