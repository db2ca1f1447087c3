"""Rasters of known content, and a server on this computer that gives them as tiles, maps and files."""

from __future__ import annotations

import array
import math
import re
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from osgeo import gdal, osr

SAMPLE = Path(__file__).resolve().parents[3] / "resources" / "sample" / "claremont.tif"
"""256 x 256 pixels of 0.6 m: red, green, blue and near infrared."""

CAPABILITIES = """<?xml version="1.0" encoding="UTF-8"?>
<WMS_Capabilities version="1.3.0" xmlns="http://www.opengis.net/wms" xmlns:xlink="http://www.w3.org/1999/xlink">
  <Service><Name>WMS</Name><Title>Claremont</Title><OnlineResource xlink:href="{url}"/></Service>
  <Capability>
    <Request>
      <GetCapabilities><Format>text/xml</Format><DCPType><HTTP><Get>
        <OnlineResource xlink:href="{url}"/></Get></HTTP></DCPType></GetCapabilities>
      <GetMap><Format>image/png</Format><DCPType><HTTP><Get>
        <OnlineResource xlink:href="{url}"/></Get></HTTP></DCPType></GetMap>
    </Request>
    <Exception><Format>XML</Format></Exception>
    <Layer><Title>all</Title><CRS>EPSG:3857</CRS>
      <EX_GeographicBoundingBox><westBoundLongitude>-118</westBoundLongitude><eastBoundLongitude>-117</eastBoundLongitude>
        <southBoundLatitude>34</southBoundLatitude><northBoundLatitude>35</northBoundLatitude></EX_GeographicBoundingBox>
      <BoundingBox CRS="EPSG:3857" minx="-13136000" miny="4028000" maxx="-13024000" maxy="4164000"/>
      <Layer queryable="0"><Name>photo</Name><Title>photo</Title><CRS>EPSG:3857</CRS></Layer>
    </Layer>
  </Capability>
</WMS_Capabilities>"""


def raster(path, bands, *, transform=(500000, 1, 0, 4000000, 0, -1), epsg=32611, kind=gdal.GDT_Byte, size=(64, 48)):
    """A GeoTIFF whose bands hold what a function of column and row gives."""
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), *size, len(bands), kind)
    if transform:
        dataset.SetGeoTransform(transform)
    if epsg:
        dataset.SetProjection(wkt(epsg))
    code = {gdal.GDT_Byte: "B", gdal.GDT_UInt16: "H", gdal.GDT_Float32: "f"}[kind]
    for number, value in enumerate(bands, 1):
        cells = [value(column, row) for row in range(size[1]) for column in range(size[0])]
        packed = memoryview(array.array(code, cells)).cast("B").tobytes()
        dataset.GetRasterBand(number).WriteRaster(0, 0, *size, packed, buf_type=kind)
    dataset.FlushCache()
    del dataset
    return path


def wkt(epsg):
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(epsg)
    return reference.ExportToWkt()


def pixels(path, band):
    """Values of a band, row by row, as numbers."""
    dataset = gdal.Open(str(path))
    raw = dataset.GetRasterBand(band).ReadRaster(buf_type=gdal.GDT_Float64)
    return memoryview(raw).cast("d").tolist()


def picture(bounds, size):
    """The sample in Web Mercator, red, green, blue and opacity, by GDAL alone."""
    return gdal.Warp(
        "",
        gdal.Translate("", str(SAMPLE), format="MEM", bandList=[1, 2, 3]),
        format="MEM",
        dstSRS="EPSG:3857",
        outputBounds=bounds,
        width=size[0],
        height=size[1],
        dstAlpha=True,
        resampleAlg="bilinear",
    )


def sample_in_mercator():
    """Left, bottom, right, top of the inner part of the sample, in Web Mercator."""
    dataset = gdal.Warp("", str(SAMPLE), format="MEM", dstSRS="EPSG:3857")
    left, width, _, top, _, height = dataset.GetGeoTransform()
    right, bottom = left + width * dataset.RasterXSize, top + height * dataset.RasterYSize
    across, down = (right - left) / 4, (top - bottom) / 4
    return left + across, bottom + down, right - across, top - down


class Server(ThreadingHTTPServer):
    """Tiles under /tiles, maps under /wms, files of a folder under /files.

    Attributes:
        delay: seconds before each answer.
        broken: whether tiles and maps are refused.
        asked: paths that were asked for.
    """

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.folder, self.delay, self.broken = folder, 0.0, False
        self.asked: list[str] = []
        self.drawing = threading.Lock()
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request, client_address) -> None:
        """A client that has gone away is no news."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments) -> None:
        pass

    def do_HEAD(self) -> None:
        self.do_GET()

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        self.server.asked.append(self.path)
        time.sleep(self.server.delay)
        if parts.path.startswith("/files/"):
            self._file(parts.path)
        elif self.server.broken:
            self._answer(404, b"none", "text/plain")
        elif parts.path.startswith("/tiles/"):
            zoom, column, row = map(int, parts.path[: -len(".png")].split("/")[-3:])
            side = 2 * math.pi * 6378137 / 2**zoom
            left, top = column * side - math.pi * 6378137, math.pi * 6378137 - row * side
            self._drawn((left, top - side, left + side, top), (256, 256))
        else:
            self._wms({key.upper(): value[0] for key, value in parse_qs(parts.query).items()})

    def _wms(self, query) -> None:
        if query.get("REQUEST") == "GetCapabilities":
            self._answer(200, CAPABILITIES.format(url=f"{self.server.url}/wms?").encode(), "text/xml")
        else:
            bounds = tuple(map(float, query["BBOX"].split(",")))
            self._drawn(bounds, (int(query["WIDTH"]), int(query["HEIGHT"])))

    def _drawn(self, bounds, size) -> None:
        with self.server.drawing:
            name = "/vsimem/answer.png"
            gdal.GetDriverByName("PNG").CreateCopy(name, picture(bounds, size))
            file = gdal.VSIFOpenL(name, "rb")
            body = gdal.VSIFReadL(1, gdal.VSIStatL(name).size, file)
            gdal.VSIFCloseL(file)
            gdal.Unlink(name)
        self._answer(200, bytes(body), "image/png")

    def _file(self, path) -> None:
        file = self.server.folder / Path(path).name
        if not file.is_file():
            self._answer(404, b"none", "text/plain")
            return
        body = file.read_bytes()
        asked = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        if asked is None:
            self._answer(200, body, "image/tiff")
            return
        first = int(asked[1])
        last = min(int(asked[2] or len(body) - 1), len(body) - 1)
        self._answer(206, body[first : last + 1], "image/tiff", f"bytes {first}-{last}/{len(body)}")

    def _answer(self, status, body, kind, part=None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Accept-Ranges", "bytes")
        if part:
            self.send_header("Content-Range", part)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
