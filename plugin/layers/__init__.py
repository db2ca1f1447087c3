"""Between QGIS's layers and the engine's files: what a run reads, and how its result is shown."""
