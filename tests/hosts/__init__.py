"""The same wheel on every host that is supported, beside the plugins that people use."""
