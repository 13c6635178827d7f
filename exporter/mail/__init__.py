"""Stories by mail: the message, its size, and how it is handed to a server.

Nothing here knows where renditions come from. Only `session` opens connections.
"""
