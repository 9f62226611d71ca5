"""What screens are made of: tables, pages, sheets, the foot, rows and marks, keys and themes."""
