"""In the bundle, both `PySide6.QtOpenGL` and `PySide6.QtOpenGLWidgets`.

pyqtgraph imports the two whether or not it paints with OpenGL, and derives a class from one; the timeline is
painted by Qt's own painter (`useOpenGL` is off). Qt's two weigh 10 MiB and are loaded at every start.
"""

from __future__ import annotations


class QOpenGLWidget:
    """The base of a class that is defined and never made."""
