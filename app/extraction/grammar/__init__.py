"""How sentences are built: syntactic relations, and the stance words lend to what depends on them."""
