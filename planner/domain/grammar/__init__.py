"""What is typed: lines, lengths, moments, names and fields, in English and French."""
