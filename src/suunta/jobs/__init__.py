"""The steps of the city's year: read, import, load, assess, keep safe."""
