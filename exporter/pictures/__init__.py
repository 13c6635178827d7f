"""Pictures as they come with stories: opened, and taken over without what is not for readers."""
