"""PxWeb, the statistics banks of Statistics Finland, SCB, Helsinki and others."""
