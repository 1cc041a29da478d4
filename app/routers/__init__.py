"""HTTP only: parameters in, answers out."""
