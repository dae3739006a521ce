"""Where pull requests are talked about: what is said there in our name."""
