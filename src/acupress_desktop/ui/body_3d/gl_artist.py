"""Draws the body with the graphics card, beside the screen, and hands the picture over as an image.

No widget of the window belongs to OpenGL: the window stays as it is when the view opens, everything else
keeps being painted as before, and a card that fails leaves nothing behind. This module is imported only when
a context could be made.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import (
    QImage,
    QOffscreenSurface,
    QOpenGLContext,
    QSurfaceFormat,
    QVector2D,
    QVector3D,
    QVector4D,
)
from PySide6.QtOpenGL import (
    QOpenGLBuffer,
    QOpenGLFramebufferObject,
    QOpenGLFramebufferObjectFormat,
    QOpenGLShader,
    QOpenGLShaderProgram,
    QOpenGLTexture,
    QOpenGLVertexArrayObject,
)
from shiboken6 import VoidPtr

from acupress_desktop.domain.anatomy import contour, figure_light
from acupress_desktop.domain.anatomy.drawn_body import FLOATS_PER_VERTEX, DrawnBody
from acupress_desktop.domain.anatomy.figure_light import (
    TABLE_ENTRIES,
    TABLE_LIGHT,
    Look,
    shader_numbers,
    table_bytes,
)
from acupress_desktop.ui.body_3d import shaders
from acupress_desktop.ui.body_3d.artist import ArtistFailed, View

_FLOAT, _UNSIGNED_INT, _TRIANGLES = 0x1406, 0x1405, 0x0004
_COLOUR_BIT, _DEPTH_BIT = 0x4000, 0x0100
_DEPTH_TEST, _CULL_FACE, _BLEND, _DITHER = 0x0B71, 0x0B44, 0x0BE2, 0x0BD0
_RGBA8, _RGBA32F, _RGBA16F = 0x8058, 0x8814, 0x881A
_TEXTURE0, _TEXTURE_2D, _RENDERER = 0x84C0, 0x0DE1, 0x1F01
_FLOAT_BYTES = 4
_SAMPLES_MAX = 9_000_000
_PRECISE_SAMPLES_MAX = 5_000_000
_RESTING_BY, _MOVING_BY = 3, 2
_MOVING_PIXELS_MAX = 1_000_000
_BY_PROCESSOR = ("llvmpipe", "softpipe", "swiftshader", "basic render", "software rasterizer")


def new_context() -> tuple[QOpenGLContext, QOffscreenSurface] | None:
    """Make a context of its own with a surface beside the screen; ``None`` where there is none to be had."""
    wanted = QSurfaceFormat()
    wanted.setVersion(3, 3)
    wanted.setProfile(QSurfaceFormat.OpenGLContextProfile.CoreProfile)
    context = QOpenGLContext()
    context.setFormat(wanted)
    if not context.create():
        return None
    surface = QOffscreenSurface()
    surface.setFormat(context.format())
    surface.create()
    if not surface.isValid() or not context.makeCurrent(surface):
        return None
    made = context.format()
    modern = made.majorVersion() >= 3 and (context.isOpenGLES() or made.version() >= (3, 3))
    if not modern:
        context.doneCurrent()
        return None
    return context, surface


def drawn_by_processor(context: QOpenGLContext) -> bool:
    """Tell whether the current context only imitates a graphics card; then our own drawing is faster."""
    name = str(context.functions().glGetString(_RENDERER)).lower()
    return any(known in name for known in _BY_PROCESSOR)


class GlArtist:
    """``GlArtist(context, surface)``: see ``new_context``. Anything that fails raises ``ArtistFailed``."""

    def __init__(self, context: QOpenGLContext, surface: QOffscreenSurface) -> None:
        self._context, self._surface = context, surface
        self._prefix = shaders.EMBEDDED if context.isOpenGLES() else shaders.DESKTOP
        self._enter()
        self._paint_surface = self._program(shaders.SURFACE_VERTEX, shaders.SURFACE_FRAGMENT)
        self._paint_picture: dict[tuple[int, int], QOpenGLShaderProgram] = {}
        self._vertices = QOpenGLBuffer(QOpenGLBuffer.Type.VertexBuffer)
        self._indices = QOpenGLBuffer(QOpenGLBuffer.Type.IndexBuffer)
        self._arrays = QOpenGLVertexArrayObject()
        self._nothing = QOpenGLVertexArrayObject()
        made = all(part.create() for part in (self._vertices, self._indices, self._arrays, self._nothing))
        if not made:
            raise ArtistFailed("buffers could not be made")
        self._count = 0
        self._open = True
        self._mesh: object = None
        self._samples: QOpenGLFramebufferObject | None = None
        self._picture: QOpenGLFramebufferObject | None = None
        self._table: tuple[Look, QOpenGLTexture] | None = None

    def show_body(self, drawn: DrawnBody) -> None:
        """Draw this body from now on."""
        self._enter()
        self._arrays.bind()
        data = drawn.vertex_bytes()
        self._vertices.bind()
        self._vertices.allocate(data, len(data))
        if self._mesh is not drawn.mesh:
            indices = drawn.mesh.index_bytes()
            self._indices.bind()
            self._indices.allocate(indices, len(indices))
            self._count = len(indices) // _FLOAT_BYTES
            self._mesh = drawn.mesh
        program = self._paint_surface
        stride = FLOATS_PER_VERTEX * _FLOAT_BYTES
        for name, first, size in (("position", 0, 3), ("normal", 3, 3), ("values", 6, 4)):
            place = program.attributeLocation(name)
            program.enableAttributeArray(place)
            program.setAttributeBuffer(place, _FLOAT, first * _FLOAT_BYTES, size, stride)
        self._indices.bind()
        self._arrays.release()

    def moving(self, view: View) -> QImage:
        """Return a picture with fewer samples."""
        pixels = view.camera.width_px * view.camera.height_px
        return self._drawn(view, _MOVING_BY if pixels <= _MOVING_PIXELS_MAX else 1)

    def resting(self, view: View, done: Callable[[QImage], None]) -> None:
        """Draw finely, at once."""
        pixels = view.camera.width_px * view.camera.height_px
        done(self._drawn(view, max(1, min(_RESTING_BY, math.isqrt(_SAMPLES_MAX // pixels)))))

    def give_up(self) -> None:
        """Nothing is ever on its way."""

    def close(self) -> None:
        """Let go of everything on the card; may be called again."""
        if self._open and self._context.makeCurrent(self._surface):
            self._open = False
            self._samples = self._picture = None
            if self._table is not None:
                self._table[1].destroy()
                self._table = None
            for part in (self._vertices, self._indices, self._arrays, self._nothing):
                part.destroy()
            self._paint_picture.clear()
            self._paint_surface.removeAllShaders()
            self._context.doneCurrent()

    # -- one picture -----------------------------------------------------------------------------------

    def _enter(self) -> None:
        if not self._context.isValid() or not self._context.makeCurrent(self._surface):
            raise ArtistFailed("the context is gone")

    def _drawn(self, view: View, by: int) -> QImage:
        if not self._count or not self._open:
            raise ArtistFailed("no body to draw")
        self._enter()
        width, height = view.camera.width_px, view.camera.height_px
        samples = self._buffer(
            self._samples, width * by, height * by, _samples_format(width * height * by * by)
        )
        self._samples = samples
        finished = self._buffer(self._picture, width, height, _RGBA8)
        self._picture = finished
        self._scan(samples, view, by)
        self._resolve(samples, finished, view, by)
        image = finished.toImage()
        if image.isNull():
            raise ArtistFailed("the picture could not be read back")
        image.reinterpretAsFormat(QImage.Format.Format_ARGB32_Premultiplied)
        return image

    def _scan(self, samples: QOpenGLFramebufferObject, view: View, by: int) -> None:
        """Write lightness, cloth, bounce light and depth of every sample."""
        gl = self._context.functions()
        camera = view.camera
        samples.bind()
        gl.glViewport(0, 0, camera.width_px * by, camera.height_px * by)
        gl.glDisable(_BLEND)
        gl.glDisable(_DITHER)
        gl.glEnable(_DEPTH_TEST)
        gl.glEnable(_CULL_FACE)
        gl.glClearColor(0.0, 0.0, 0.0, contour.NOWHERE_MM)
        gl.glClear(_COLOUR_BIT | _DEPTH_BIT)
        program = self._paint_surface
        program.bind()
        numbers = shader_numbers(view.look)
        eye_x, eye_y, eye_z = (float(value) for value in camera.toward_eye)
        for name, vector in (
            ("right", camera.right), ("up", camera.up), ("eye", (eye_x, eye_y, eye_z)),
            ("origin", camera.origin_mm), ("key", numbers["key"]), ("half_way", numbers["half_way"]),
            ("fill", numbers["fill"]), ("shares", numbers["shares"]),
            ("floor_wrap_edge", numbers["floor_wrap_edge"]),
        ):  # fmt: skip
            program.setUniformValue(program.uniformLocation(name), QVector3D(*vector))
        scale = 2.0 * camera.px_per_mm
        program.setUniformValue(
            program.uniformLocation("scale"), QVector2D(scale / camera.width_px, scale / camera.height_px)
        )
        program.setUniformValue1f(program.uniformLocation("rim_share"), numbers["rim"][3])
        program.setUniformValue1f(program.uniformLocation("rim_side"), numbers["rim_side"][0])
        program.setUniformValue1f(program.uniformLocation("gain"), 1.0)
        self._arrays.bind()
        gl.glDrawElements(_TRIANGLES, self._count, _UNSIGNED_INT, VoidPtr(0))  # type: ignore[arg-type] # says int, takes this only
        self._arrays.release()
        program.release()
        samples.release()

    def _resolve(
        self, samples: QOpenGLFramebufferObject, finished: QOpenGLFramebufferObject, view: View, by: int
    ) -> None:
        """Colour the samples and take the mean of each pixel's."""
        gl = self._context.functions()
        numbers = shader_numbers(view.look)
        radius = view.line_px * by / 2.0
        program = self._picture_program(by, int(radius))
        finished.bind()
        gl.glViewport(0, 0, view.camera.width_px, view.camera.height_px)
        gl.glDisable(_DEPTH_TEST)
        gl.glDisable(_CULL_FACE)
        program.bind()
        program.setUniformValue(program.uniformLocation("rim"), QVector3D(*numbers["rim"][:3]))
        program.setUniformValue(program.uniformLocation("line"), QVector4D(*numbers["line"]))
        program.setUniformValue1f(program.uniformLocation("radius"), radius)
        haze = QVector2D(view.haze.clear_mm, view.haze.length_mm) if view.haze else QVector2D(0.0, 0.0)
        program.setUniformValue(program.uniformLocation("haze"), haze)
        program.setUniformValue1i(program.uniformLocation("samples"), 0)
        program.setUniformValue1i(program.uniformLocation("table"), 1)
        gl.glActiveTexture(_TEXTURE0 + 1)
        self._table_of(view.look).bind()
        gl.glActiveTexture(_TEXTURE0)
        gl.glBindTexture(_TEXTURE_2D, samples.texture())
        self._nothing.bind()
        gl.glDrawArrays(_TRIANGLES, 0, 3)
        self._nothing.release()
        program.release()
        finished.release()

    # -- what is kept ----------------------------------------------------------------------------------

    def _buffer(
        self, kept: QOpenGLFramebufferObject | None, width: int, height: int, inner: int
    ) -> QOpenGLFramebufferObject:
        if (
            kept is not None
            and kept.size() == QSize(width, height)
            and kept.format().internalTextureFormat() == inner
        ):
            return kept
        wanted = QOpenGLFramebufferObjectFormat()
        wanted.setInternalTextureFormat(inner)
        if inner != _RGBA8:
            wanted.setAttachment(QOpenGLFramebufferObject.Attachment.Depth)
        made = QOpenGLFramebufferObject(width, height, wanted)
        if not made.isValid():
            raise ArtistFailed(f"no buffer of {width} x {height} samples")
        return made

    def _table_of(self, look: Look) -> QOpenGLTexture:
        if self._table is not None and self._table[0] == look:
            return self._table[1]
        if self._table is not None:
            self._table[1].destroy()
        rows = QImage(table_bytes(look), TABLE_ENTRIES, 2, TABLE_ENTRIES * 4, QImage.Format.Format_RGBA8888)
        texture = QOpenGLTexture(rows.copy(), QOpenGLTexture.MipMapGeneration.DontGenerateMipMaps)
        texture.setMinMagFilters(QOpenGLTexture.Filter.Nearest, QOpenGLTexture.Filter.Nearest)
        self._table = (look, texture)
        return texture

    def _picture_program(self, by: int, reach: int) -> QOpenGLShaderProgram:
        known = self._paint_picture.get((by, reach))
        if known is None:
            constants = {
                "BY": by, "REACH": reach, "CREASE": contour.CREASE_MM, "SLOPE": contour.SLOPE,
                "BEHIND_ALL": contour.BEHIND_ALL_MM,
                "HEM_SHADOW": figure_light.HEM_SHADOW, "TO_TABLE": (TABLE_ENTRIES - 1) / TABLE_LIGHT,
                "LAST_ENTRY": float(TABLE_ENTRIES - 1),
            }  # fmt: skip
            known = self._program(shaders.PICTURE_VERTEX, shaders.PICTURE_FRAGMENT, constants)
            self._paint_picture[by, reach] = known
        return known

    def _program(
        self, vertex: str, fragment: str, constants: dict[str, float] | None = None
    ) -> QOpenGLShaderProgram:
        constants = {"RELIEF": figure_light.RELIEF, "BROW": figure_light.BROW, **(constants or {})}
        lines = "".join(f"#define {name} {value}\n" for name, value in constants.items())
        program = QOpenGLShaderProgram()
        built = (
            program.addShaderFromSourceCode(QOpenGLShader.ShaderTypeBit.Vertex, self._prefix + vertex)
            and program.addShaderFromSourceCode(
                QOpenGLShader.ShaderTypeBit.Fragment, self._prefix + lines + fragment
            )
            and program.link()
        )
        if not built:
            raise ArtistFailed(program.log().strip() or "a shader could not be built")
        return program


def _samples_format(count: int) -> int:
    """Half the precision where the whole would fill the card's memory."""
    return _RGBA32F if count <= _PRECISE_SAMPLES_MAX else _RGBA16F
