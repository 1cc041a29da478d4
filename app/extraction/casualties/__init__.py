"""Figures of people killed, wounded, captured, missing, displaced."""
