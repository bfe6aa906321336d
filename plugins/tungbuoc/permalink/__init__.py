"""Keys, addresses, the ledger of printed codes, QR: what is printed keeps its promise. Pure but for
reading nothing."""
