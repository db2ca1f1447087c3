"""The engine: a process of its own that works for QGIS, ``protocol`` over its standard input and output.

QGIS starts ``__main__.py`` by its path. Modules here load torch, rasterio and their like only when a command needs
them, so that the engine can speak even in a Python that lacks them.
"""
