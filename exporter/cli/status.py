"""Exit statuses."""

DONE = 0
FAILED = 1  # some inputs failed, the others were written
USAGE = 2
BUG = 70  # EX_SOFTWARE of sysexits.h
INTERRUPTED = 130  # 128 + SIGINT
BROKEN_PIPE = 141  # 128 + SIGPIPE
TERMINATED = 143  # 128 + SIGTERM
SIGNALLED = 128  # and the number of the signal
