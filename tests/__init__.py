"""The promises, room by room. A package, so that tests can import what they share by its name."""
