"""`python -m exporter` is the program too."""

from exporter.cli import process

if __name__ == "__main__":
    process()
