"""What differs between two handbooks, told as values: each change can explain itself."""
