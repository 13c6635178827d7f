"""The commands of `exporter archive`, a module each."""
