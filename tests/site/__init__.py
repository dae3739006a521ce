"""Sites built for real."""
