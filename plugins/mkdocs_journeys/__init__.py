"""Publishes customer-journey maps as documentation."""
