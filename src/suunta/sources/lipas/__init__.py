"""LIPAS, the sports facilities of Finland (University of Jyväskylä)."""
