"""Event frames: who does what to whom, with which stance."""
