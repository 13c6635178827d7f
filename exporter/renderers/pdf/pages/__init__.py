"""Page making: what is set, how it flows into columns, and what stands around it."""
