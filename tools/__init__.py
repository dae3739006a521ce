"""What contributors run around the product: setting up a machine. No part of the package."""
