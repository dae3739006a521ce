"""From YAML on disk to typed values that know their place."""
