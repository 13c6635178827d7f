"""What makes one file PDF/A-3a, PDF/UA-1 and PDF/X-4 at once."""
