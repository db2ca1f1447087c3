<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Phrasegon</name>
    <message>
        <location filename="../plugin/about.py"/>
        <location filename="../plugin/menu.py"/>
        <source>About Phrasegon</source>
        <translation>About Phrasegon</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>Type a phrase, get georeferenced polygons, on your own machine.</source>
        <translation>Type a phrase, get georeferenced polygons, on your own machine.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>No imagery leaves this computer: the networks run in an engine beside QGIS.</source>
        <translation>No imagery leaves this computer: the networks run in an engine beside QGIS.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>Models, engine and log are kept in {}.</source>
        <translation>Models, engine and log are kept in {}.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>&lt;a href="{}"&gt;Manual&lt;/a&gt;. Free software under the GPL, version 2 or later.</source>
        <translation>&lt;a href="{}"&gt;Manual&lt;/a&gt;. Free software under the GPL, version 2 or later.</translation>
    </message>
    <message>
        <location filename="../plugin/desktop.py"/>
        <source>The engine is busy with another model; try again when it has finished.</source>
        <translation>The engine is busy with another model; try again when it has finished.</translation>
    </message>
    <message>
        <location filename="../plugin/details.py"/>
        <source>Phrasegon: details</source>
        <translation>Phrasegon: details</translation>
    </message>
    <message>
        <location filename="../plugin/details.py"/>
        <location filename="../plugin/install/window.py"/>
        <location filename="../plugin/messages.py"/>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <location filename="../plugin/details.py"/>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Advanced</source>
        <translation>Advanced</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Separate touching o&amp;bjects</source>
        <translation>Separate touching o&amp;bjects</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>S&amp;quare the corners</source>
        <translation>S&amp;quare the corners</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>&amp;Leave out empty tiles</source>
        <translation>&amp;Leave out empty tiles</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source> m²</source>
        <translation> m²</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source> px²</source>
        <translation> px²</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source> m</source>
        <translation> m</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <location filename="../plugin/layers/metadata.py"/>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Threshold</source>
        <translation>Threshold</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Probability from which a pixel counts as found: lower finds more.</source>
        <translation>Probability from which a pixel counts as found: lower finds more.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Min. area</source>
        <translation>Min. area</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Polygons smaller than this are left out.</source>
        <translation>Polygons smaller than this are left out.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Fill holes</source>
        <translation>Fill holes</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Holes smaller than this are filled.</source>
        <translation>Holes smaller than this are filled.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Simplify</source>
        <translation>Simplify</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>So far an edge may move to get simpler.</source>
        <translation>So far an edge may move to get simpler.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Cut a region apart where it is narrow: for houses that share a wall, tree crowns, parked cars; not for roads, water or vegetation.</source>
        <translation>Cut a region apart where it is narrow: for houses that share a wall, tree crowns, parked cars; not for roads, water or vegetation.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Turn edges to each polygon's main direction and its perpendicular, as of buildings.</source>
        <translation>Turn edges to each polygon's main direction and its perpendicular, as of buildings.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Overlap</source>
        <translation>Overlap</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>How much of its side a tile shares with its neighbour: more is slower.</source>
        <translation>How much of its side a tile shares with its neighbour: more is slower.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Every network marks something even where nothing is. Tiles that hardly hold the object count as empty, where the model can tell.</source>
        <translation>Every network marks something even where nothing is. Tiles that hardly hold the object count as empty, where the model can tell.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Selected only</source>
        <translation>Selected only</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Whole raster</source>
        <translation>Whole raster</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Current view</source>
        <translation>Current view</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Polygons of a layer</source>
        <translation>Polygons of a layer</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>E&amp;xtent</source>
        <translation>E&amp;xtent</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Pol&amp;ygons</source>
        <translation>Pol&amp;ygons</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>The project has no polygon layer: add one, or choose another extent.</source>
        <translation>The project has no polygon layer: add one, or choose another extent.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Selected only ({})</source>
        <translation>Selected only ({})</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory.</source>
        <translation>Needs about {} of memory.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory, and only {} are free: close other programs first.</source>
        <translation>Needs about {} of memory, and only {} are free: close other programs first.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory; {} are free.</source>
        <translation>Needs about {} of memory; {} are free.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>1 tile.</source>
        <translation>1 tile.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>About {} tiles.</source>
        <translation>About {} tiles.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>1 tile, {}.</source>
        <translation>1 tile, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>About {} tiles, {}.</source>
        <translation>About {} tiles, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>less than a second</source>
        <translation>less than a second</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>{} s</source>
        <translation>{} s</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>{} min</source>
        <translation>{} min</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>{} h {} min</source>
        <translation>{} h {} min</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source> m a pixel</source>
        <translation> m a pixel</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>As the raster</source>
        <translation>As the raster</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>Metres a pixel to work at. “As the raster” keeps within what the model has learnt.</source>
        <translation>Metres a pixel to work at. “As the raster” keeps within what the model has learnt.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>Pixel si&amp;ze</source>
        <translation>Pixel si&amp;ze</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <location filename="../plugin/dock/ordering.py"/>
        <location filename="../plugin/menu.py"/>
        <source>Phrasegon</source>
        <translation>Phrasegon</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <source>Starting…</source>
        <translation>Starting…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <source>Starting the engine…</source>
        <translation>Starting the engine…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <location filename="../plugin/dock/words.py"/>
        <source>“{}”</source>
        <translation>“{}”</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <source>Nothing found for {}. A lower threshold may find more.</source>
        <translation>Nothing found for {}. A lower threshold may find more.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <source>Changes act on the result at once; the last two need another run.</source>
        <translation>Changes act on the result at once; the last two need another run.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The model has learnt {} to {} m.</source>
        <translation>The model has learnt {} to {} m.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The raster has {} m a pixel.</source>
        <translation>The raster has {} m a pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The raster has {} m a pixel and is read at {} m.</source>
        <translation>The raster has {} m a pixel and is read at {} m.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/folders.py"/>
        <source>No folder for temporary files can be made in {}: make room there.</source>
        <translation>No folder for temporary files can be made in {}: make room there.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/greeting.py"/>
        <source>Phrasegon: starting the engine</source>
        <translation>Phrasegon: starting the engine</translation>
    </message>
    <message>
        <location filename="../plugin/dock/guard.py"/>
        <source>The run was cancelled, because its raster was removed from the project.</source>
        <translation>The run was cancelled, because its raster was removed from the project.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/live.py"/>
        <source>Phrasegon: polygons anew</source>
        <translation>Phrasegon: polygons anew</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Get this model…</source>
        <translation>Get this model…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>&amp;Model</source>
        <translation>&amp;Model</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Dev&amp;ice</source>
        <translation>Dev&amp;ice</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>{} (not installed)</source>
        <translation>{} (not installed)</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Automatic</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Automatic: {}</source>
        <translation>Automatic: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Processor</source>
        <translation>Processor</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>{}. Trained on {}; pixels of {} to {} m. Licence: {}.</source>
        <translation>{}. Trained on {}; pixels of {} to {} m. Licence: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/notice.py"/>
        <source>Set up the en&amp;gine…</source>
        <translation>Set up the en&amp;gine…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/notice.py"/>
        <location filename="../plugin/messages.py"/>
        <source>Set up the engine</source>
        <translation>Set up the engine</translation>
    </message>
    <message>
        <location filename="../plugin/dock/one_tile.py"/>
        <source>The view is one tile at {} m a pixel.</source>
        <translation>The view is one tile at {} m a pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/one_tile.py"/>
        <source>The model has learnt {} to {} m, so expect less of it here.</source>
        <translation>The model has learnt {} to {} m, so expect less of it here.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/order.py"/>
        <source>The folder {} cannot be made: make room there.</source>
        <translation>The folder {} cannot be made: make room there.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Say what to look for, such as “the swimming pools”.</source>
        <translation>Say what to look for, such as “the swimming pools”.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <location filename="../plugin/dock/snapping.py"/>
        <source>The project has no raster: add an aerial or satellite image first.</source>
        <translation>The project has no raster: add an aerial or satellite image first.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>“{}” is not installed: choose another model, or get it with the button below it.</source>
        <translation>“{}” is not installed: choose another model, or get it with the button below it.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>“{}” shows {} and is being edited: save or discard the edits first.</source>
        <translation>“{}” shows {} and is being edited: save or discard the edits first.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>{} is there already. Overwrite it with the new polygons?</source>
        <translation>{} is there already. Overwrite it with the new polygons?</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Save the polygons to</source>
        <translation>Save the polygons to</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Temporary layer</source>
        <translation>Temporary layer</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>O&amp;utput</source>
        <translation>O&amp;utput</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Empty: a temporary layer. Else a GeoPackage, Shapefile, GeoJSON, FlatGeobuf or GeoParquet.</source>
        <translation>Empty: a temporary layer. Else a GeoPackage, Shapefile, GeoJSON, FlatGeobuf or GeoParquet.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Choose the file</source>
        <translation>Choose the file</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>“{}” is no format for polygons that Phrasegon writes: choose one of {}.</source>
        <translation>“{}” is no format for polygons that Phrasegon writes: choose one of {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Choose the folder of “{}” too: use the button beside the name.</source>
        <translation>Choose the folder of “{}” too: use the button beside the name.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>There is no folder {}: create it, or choose another one.</source>
        <translation>There is no folder {}: create it, or choose another one.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>Wh&amp;at to find</source>
        <translation>Wh&amp;at to find</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>Say in English what to look for. Several phrases, separated by semicolons, give one layer each.</source>
        <translation>Say in English what to look for. Several phrases, separated by semicolons, give one layer each.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>e.g. trees; swimming pools</source>
        <translation>e.g. trees; swimming pools</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <location filename="../plugin/dock/progress.py"/>
        <location filename="../plugin/install/window.py"/>
        <location filename="../plugin/options/models.py"/>
        <source>Progress</source>
        <translation>Progress</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Let the model read the scene now, before any phrase. What it has read is kept on the disk, as much of it as the options allow.</source>
        <translation>Let the model read the scene now, before any phrase. What it has read is kept on the disk, as much of it as the options allow.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Preparing the scene…</source>
        <translation>Preparing the scene…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <location filename="../plugin/dock/progress.py"/>
        <source>Cancelling…</source>
        <translation>Cancelling…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <location filename="../plugin/dock/progress.py"/>
        <location filename="../plugin/options/models.py"/>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>&amp;Prepare the scene</source>
        <translation>&amp;Prepare the scene</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Not prepared: the first phrase takes longest.</source>
        <translation>Not prepared: the first phrase takes longest.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Prepared: a further phrase is fast.</source>
        <translation>Prepared: a further phrase is fast.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Prepared to {} %.</source>
        <translation>Prepared to {} %.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/preparing.py"/>
        <source>Phrasegon: preparing the scene</source>
        <translation>Phrasegon: preparing the scene</translation>
    </message>
    <message>
        <location filename="../plugin/dock/preparing.py"/>
        <source>Phrasegon: looking whether the scene is prepared</source>
        <translation>Phrasegon: looking whether the scene is prepared</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Find polygons</source>
        <translation>Find polygons</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Ad&amp;just the polygons</source>
        <translation>Ad&amp;just the polygons</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>&amp;Find polygons</source>
        <translation>&amp;Find polygons</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Enter in the phrase field</source>
        <translation>Enter in the phrase field</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Preparing the raster…</source>
        <translation>Preparing the raster…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Loading the model…</source>
        <translation>Loading the model…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Looking at the raster…</source>
        <translation>Looking at the raster…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Turning probabilities into polygons…</source>
        <translation>Turning probabilities into polygons…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Writing the polygons…</source>
        <translation>Writing the polygons…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Tile {} of {}</source>
        <translation>Tile {} of {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Tile {} of {}, {} to go</source>
        <translation>Tile {} of {}, {} to go</translation>
    </message>
    <message>
        <location filename="../plugin/dock/raster.py"/>
        <source>Ras&amp;ter</source>
        <translation>Ras&amp;ter</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>{} on {}, {}.</source>
        <translation>{} on {}, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Note: {}</source>
        <translation>Note: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>The model has not learnt: {}</source>
        <translation>The model has not learnt: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Judged within each of {} tiles, not over the whole raster: {}</source>
        <translation>Judged within each of {} tiles, not over the whole raster: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>The raster has no coordinate reference system: areas and lengths are in pixels.</source>
        <translation>The raster has no coordinate reference system: areas and lengths are in pixels.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Finished and kept: {}. “Go on” computes only the rest.</source>
        <translation>Finished and kept: {}. “Go on” computes only the rest.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <location filename="../plugin/install/words.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>the processor</source>
        <translation>the processor</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>the graphics card</source>
        <translation>the graphics card</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Apple's graphics</source>
        <translation>Apple's graphics</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: nothing found.</source>
        <translation>“{}”: nothing found.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: 1 polygon.</source>
        <translation>“{}”: 1 polygon.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: {} polygons.</source>
        <translation>“{}”: {} polygons.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>1 tile</source>
        <translation>1 tile</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>{} tiles</source>
        <translation>{} tiles</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Phrasegon: looking for searches that were broken off</source>
        <translation>Phrasegon: looking for searches that were broken off</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>A search for “{}” in {} was broken off after {} of {} tiles.</source>
        <translation>A search for “{}” in {} was broken off after {} of {} tiles.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Forget it</source>
        <translation>Forget it</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Another search is under way: you will be asked again when it has ended.</source>
        <translation>Another search is under way: you will be asked again when it has ended.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/run.py"/>
        <source>Phrasegon: {}</source>
        <translation>Phrasegon: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/run.py"/>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>The engine and the plugin do not understand each other; restart QGIS.</source>
        <translation>The engine and the plugin do not understand each other; restart QGIS.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/sliding.py"/>
        <source>{}, slider</source>
        <translation>{}, slider</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Cancel snapping</source>
        <translation>Cancel snapping</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>S&amp;nap to objects</source>
        <translation>S&amp;nap to objects</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>This needs SAM 2.1, which is not installed: get it under Settings &gt; Options &gt; Phrasegon.</source>
        <translation>This needs SAM 2.1, which is not installed: get it under Settings &gt; Options &gt; Phrasegon.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Adds a layer in which the polygons of “{}” follow the objects in them, as {} sees them.</source>
        <translation>Adds a layer in which the polygons of “{}” follow the objects in them, as {} sees them.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Phrasegon: “{}” snaps to objects</source>
        <translation>Phrasegon: “{}” snaps to objects</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>{} (snapped)</source>
        <translation>{} (snapped)</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>{} of {} polygons follow an object now.</source>
        <translation>{} of {} polygons follow an object now.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Use the &amp;view as one tile</source>
        <translation>Use the &amp;view as one tile</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Set extent and pixel size so that the words are judged over all that the map shows.</source>
        <translation>Set extent and pixel size so that the words are judged over all that the map shows.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Back to the &amp;whole raster</source>
        <translation>Back to the &amp;whole raster</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Set extent and pixel size back.</source>
        <translation>Set extent and pixel size back.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/words.py"/>
        <source>Not learnt by the model: {}.</source>
        <translation>Not learnt by the model: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/words.py"/>
        <source>The model sees one tile at a time, so these are judged within each tile, not over the raster: {}.</source>
        <translation>The model sees one tile at a time, so these are judged within each tile, not over the raster: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: what setting up the engine means</source>
        <translation>Phrasegon: what setting up the engine means</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: setting up the engine</source>
        <translation>Phrasegon: setting up the engine</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: trying out a Python</source>
        <translation>Phrasegon: trying out a Python</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: removing the engine</source>
        <translation>Phrasegon: removing the engine</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Remove the engine</source>
        <translation>Remove the engine</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Update the engine …</source>
        <translation>Update the engine …</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Set up the engine …</source>
        <translation>Set up the engine …</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Change …</source>
        <translation>Change …</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>&amp;Download the packages</source>
        <translation>&amp;Download the packages</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Take the packages from a &amp;folder of wheels, without network</source>
        <translation>Take the packages from a &amp;folder of wheels, without network</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Fill such a folder on a connected computer of the same kind, in the plugin's folder, with: {}</source>
        <translation>Fill such a folder on a connected computer of the same kind, in the plugin's folder, with: {}</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Use an existing &amp;Python that has the packages</source>
        <translation>Use an existing &amp;Python that has the packages</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Folder of wheels</source>
        <translation>Folder of wheels</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Python interpreter</source>
        <translation>Python interpreter</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Phrasegon: set up the engine</source>
        <translation>Phrasegon: set up the engine</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>The networks run in a program of their own, the engine, with a Python and packages of its own. Nothing is installed into QGIS.</source>
        <translation>The networks run in a program of their own, the engine, with a Python and packages of its own. Nothing is installed into QGIS.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>De&amp;tails</source>
        <translation>De&amp;tails</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Set up</source>
        <translation>&amp;Set up</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancel</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Remove</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Delete the engine's environment; fetched models stay.</source>
        <translation>Delete the engine's environment; fetched models stay.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>C&amp;lose</source>
        <translation>C&amp;lose</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>The engine is started in it once, to see that it has all packages.</source>
        <translation>The engine is started in it once, to see that it has all packages.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Name the folder.</source>
        <translation>Name the folder.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Looking at this computer …</source>
        <translation>Looking at this computer …</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Cancelled; nothing was changed.</source>
        <translation>Cancelled; nothing was changed.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Use it</source>
        <translation>&amp;Use it</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Update</source>
        <translation>&amp;Update</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Set up again</source>
        <translation>&amp;Set up again</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>It goes to {}, outside QGIS and outside the plugin, where updates of both leave it alone.</source>
        <translation>It goes to {}, outside QGIS and outside the plugin, where updates of both leave it alone.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine uses {}.</source>
        <translation>The engine uses {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine is not set up on this computer yet.</source>
        <translation>The engine is not set up on this computer yet.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine was set up for another version of Phrasegon: update it.</source>
        <translation>The engine was set up for another version of Phrasegon: update it.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine is ready; it computes on {}.</source>
        <translation>The engine is ready; it computes on {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>It takes {} in {}.</source>
        <translation>It takes {} in {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>the NVIDIA graphics card</source>
        <translation>the NVIDIA graphics card</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>the Apple chip</source>
        <translation>the Apple chip</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Nothing is downloaded: all packages are taken from {}.</source>
        <translation>Nothing is downloaded: all packages are taken from {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>At most {} are downloaded.</source>
        <translation>At most {} are downloaded.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>About {} are downloaded.</source>
        <translation>About {} are downloaded.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>About {} are needed on the disk, {} are free.</source>
        <translation>About {} are needed on the disk, {} are free.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>{} That is not enough: make room first.</source>
        <translation>{} That is not enough: make room first.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the graphics unit of the Apple chip.</source>
        <translation>Networks will run on the graphics unit of the Apple chip.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the graphics card {}.</source>
        <translation>Networks will run on the graphics card {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the processor: the build of torch for the graphics card {} cannot be had from here.</source>
        <translation>Networks will run on the processor: the build of torch for the graphics card {} cannot be had from here.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the processor: no NVIDIA graphics card was found.</source>
        <translation>Networks will run on the processor: no NVIDIA graphics card was found.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Where torch's own index cannot be reached, the registry's build is taken.</source>
        <translation>Where torch's own index cannot be reached, the registry's build is taken.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The lighter build of torch cannot be reached from here, so the registry's is taken.</source>
        <translation>The lighter build of torch cannot be reached from here, so the registry's is taken.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Every package is checked against the hash that Phrasegon was tested with, except torch: this build of it comes from torch's own index, whose hashes Phrasegon does not know.</source>
        <translation>Every package is checked against the hash that Phrasegon was tested with, except torch: this build of it comes from torch's own index, whose hashes Phrasegon does not know.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Every package is checked against the hash that Phrasegon was tested with.</source>
        <translation>Every package is checked against the hash that Phrasegon was tested with.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The layer “{}” holds no polygons: choose a layer of polygons.</source>
        <translation>The layer “{}” holds no polygons: choose a layer of polygons.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>Nothing is selected in “{}”: select the polygons to work in, or take all of them.</source>
        <translation>Nothing is selected in “{}”: select the polygons to work in, or take all of them.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The area to work in cannot be written to {}: make room or choose another folder.</source>
        <translation>The area to work in cannot be written to {}: make room or choose another folder.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The polygons of “{}” lie outside of “{}”: choose polygons that lie on the raster.</source>
        <translation>The polygons of “{}” lie outside of “{}”: choose polygons that lie on the raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/extent.py"/>
        <source>The current view shows nothing of “{}”: zoom to the layer, or choose the whole layer.</source>
        <translation>The current view shows nothing of “{}”: zoom to the layer, or choose the whole layer.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/extent.py"/>
        <source>The extent lies outside of “{}”: choose one on the raster.</source>
        <translation>The extent lies outside of “{}”: choose one on the raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Polygons found by {} with a threshold of {}</source>
        <translation>Polygons found by {} with a threshold of {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Polygons made anew from the kept probabilities with a threshold of {}</source>
        <translation>Polygons made anew from the kept probabilities with a threshold of {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>“{}” in {}</source>
        <translation>“{}” in {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Weights of {}: {}</source>
        <translation>Weights of {}: {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <location filename="../plugin/layers/vector.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Phrase</source>
        <translation>Phrase</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Raster</source>
        <translation>Raster</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <location filename="../plugin/layers/vector.py"/>
        <location filename="../plugin/options/models.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Trained on</source>
        <translation>Trained on</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Weights (SHA-256)</source>
        <translation>Weights (SHA-256)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Computed on</source>
        <translation>Computed on</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Metres a pixel</source>
        <translation>Metres a pixel</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Overlap of the tiles</source>
        <translation>Overlap of the tiles</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Touching objects separated</source>
        <translation>Touching objects separated</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>yes</source>
        <translation>yes</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Tiles without the object left out</source>
        <translation>Tiles without the object left out</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Right angles</source>
        <translation>Right angles</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Bands</source>
        <translation>Bands</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Contrast</source>
        <translation>Contrast</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Made</source>
        <translation>Made</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Note</source>
        <translation>Note</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Smallest area (m²)</source>
        <translation>Smallest area (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Smallest area (pixels)</source>
        <translation>Smallest area (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Holes filled up to (m²)</source>
        <translation>Holes filled up to (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Holes filled up to (pixels)</source>
        <translation>Holes filled up to (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Simplified by (m)</source>
        <translation>Simplified by (m)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Simplified by (pixels)</source>
        <translation>Simplified by (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/objects.py"/>
        <source>There is no polygon to snap: draw or select one.</source>
        <translation>There is no polygon to snap: draw or select one.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/objects.py"/>
        <location filename="../plugin/processing/vectors.py"/>
        <source>Polygons cannot be written to {}: make room there.</source>
        <translation>Polygons cannot be written to {}: make room there.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/picture.py"/>
        <source>{} cannot be written: make room or choose another folder.</source>
        <translation>{} cannot be written: make room or choose another folder.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/picture.py"/>
        <source>“{}” cannot be read: check that the source can be reached, or choose another raster.</source>
        <translation>“{}” cannot be read: check that the source can be reached, or choose another raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/plan.py"/>
        <source>“{}” has no coordinate reference system here: assign one in the layer's properties.</source>
        <translation>“{}” has no coordinate reference system here: assign one in the layer's properties.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/plan.py"/>
        <source>“{}” has no pixels of its own: say how many metres a pixel.</source>
        <translation>“{}” has no pixels of its own: say how many metres a pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/preview.py"/>
        <source>Polygons so far</source>
        <translation>Polygons so far</translation>
    </message>
    <message>
        <location filename="../plugin/layers/rendering.py"/>
        <source>“{}” shows nothing here: check that the source can be reached, and that the area and the metres a pixel are ones it has pictures for.</source>
        <translation>“{}” shows nothing here: check that the source can be reached, and that the area and the metres a pixel are ones it has pictures for.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/rendering.py"/>
        <source>{} % of the picture of “{}” is empty: its source may not have delivered all of it.</source>
        <translation>{} % of the picture of “{}” is empty: its source may not have delivered all of it.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/results.py"/>
        <source>The polygons are in {}, but this QGIS cannot read GeoParquet, so they are not shown.</source>
        <translation>The polygons are in {}, but this QGIS cannot read GeoParquet, so they are not shown.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/results.py"/>
        <source>The polygons are in {}, but this QGIS cannot read them, so they are not shown.</source>
        <translation>The polygons are in {}, but this QGIS cannot read them, so they are not shown.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/revision.py"/>
        <source>“{}” is being edited: save or discard the edits first, then change the threshold.</source>
        <translation>“{}” is being edited: save or discard the edits first, then change the threshold.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/revision.py"/>
        <source>The revised polygons in {} cannot be read: run the phrase again.</source>
        <translation>The revised polygons in {} cannot be read: run the phrase again.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/snapping.py"/>
        <source>{} of {} parts of the raster could not be read: the polygons there stayed as they were.</source>
        <translation>{} of {} parts of the raster could not be read: the polygons there stayed as they were.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>The folder {} cannot be made: choose another one.</source>
        <translation>The folder {} cannot be made: choose another one.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>The layer “{}” is broken: repair its data source, or choose another raster.</source>
        <translation>The layer “{}” is broken: repair its data source, or choose another raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>“{}” would have to be written as {} million pixels, and the limit is {}: choose a smaller area or more metres a pixel, or raise the limit in the options.</source>
        <translation>“{}” would have to be written as {} million pixels, and the limit is {}: choose a smaller area or more metres a pixel, or raise the limit in the options.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>“{}” is written as {} million pixels first: that takes a while and {} of disk space.</source>
        <translation>“{}” is written as {} million pixels first: that takes a while and {} of disk space.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>There is too little room in {}: make room, or choose a smaller area.</source>
        <translation>There is too little room in {}: make room, or choose a smaller area.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/unread.py"/>
        <source>{} of {} tiles could not be read: nothing is known there. Repair the raster or get a whole copy of it, then run again over that area.</source>
        <translation>{} of {} tiles could not be read: nothing is known there. Repair the raster or get a whole copy of it, then run again over that area.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/unread.py"/>
        <source>Tiles that could not be read</source>
        <translation>Tiles that could not be read</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Score (0 to 1)</source>
        <translation>Score (0 to 1)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Presence (0 to 1)</source>
        <translation>Presence (0 to 1)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Area (m²)</source>
        <translation>Area (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Area (pixels)</source>
        <translation>Area (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Perimeter (m)</source>
        <translation>Perimeter (m)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Perimeter (pixels)</source>
        <translation>Perimeter (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Phrasegon: type a phrase, get polygons</source>
        <translation>Phrasegon: type a phrase, get polygons</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Options…</source>
        <translation>Options…</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Help</source>
        <translation>Help</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>Open log</source>
        <translation>Open log</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <source>Start again</source>
        <translation>Start again</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: looking at the models</source>
        <translation>Phrasegon: looking at the models</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: asking for a model</source>
        <translation>Phrasegon: asking for a model</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: fetching {}</source>
        <translation>Phrasegon: fetching {}</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>The model {} is installed.</source>
        <translation>The model {} is installed.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source> megapixels</source>
        <translation> megapixels</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Layers that are no local file, such as web maps, are rendered up to this size.</source>
        <translation>Layers that are no local file, such as web maps, are rendered up to this size.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>none</source>
        <translation>none</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Models that read a scene before they hear a phrase keep here what they have read, so that a further phrase is fast. What was used longest ago goes first.</source>
        <translation>Models that read a scene before they hear a phrase keep here what they have read, so that a further phrase is fast. What was used longest ago goes first.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Data folder</source>
        <translation>Data folder</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Fetched models, the engine and the log go here; what is elsewhere is not moved.</source>
        <translation>Fetched models, the engine and the log go here; what is elsewhere is not moved.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Compute on</source>
        <translation>Compute on</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Render at most</source>
        <translation>Render at most</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Disk for prepared scenes</source>
        <translation>Disk for prepared scenes</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>the fastest device</source>
        <translation>the fastest device</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Apple graphics</source>
        <translation>Apple graphics</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <location filename="../plugin/options/page.py"/>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>State</source>
        <translation>State</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Fetch…</source>
        <translation>Fetch…</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>From a file…</source>
        <translation>From a file…</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>installed</source>
        <translation>installed</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>not installed</source>
        <translation>not installed</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Trained on {}.</source>
        <translation>Trained on {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>The models are listed as soon as the engine is set up.</source>
        <translation>The models are listed as soon as the engine is set up.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>A model's file</source>
        <translation>A model's file</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Weights ({})</source>
        <translation>Weights ({})</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Snaps polygons to objects; trained on {}; takes about {} of memory; licence: {}.</source>
        <translation>Snaps polygons to objects; trained on {}; takes about {} of memory; licence: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Trained on {}; made for {} to {} m a pixel; takes about {} of memory; licence: {}.</source>
        <translation>Trained on {}; made for {} to {} m a pixel; takes about {} of memory; licence: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/page.py"/>
        <source>Engine</source>
        <translation>Engine</translation>
    </message>
    <message>
        <location filename="../plugin/options/page.py"/>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch a model</source>
        <translation>Fetch a model</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch {}?</source>
        <translation>Fetch {}?</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch</source>
        <translation>Fetch</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Download: {}</source>
        <translation>Download: {}</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>From: {} ({})</source>
        <translation>From: {} ({})</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Licence: {}</source>
        <translation>Licence: {}</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Goes to: {}</source>
        <translation>Goes to: {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>The engine was stopped; run the algorithm again.</source>
        <translation>The engine was stopped; run the algorithm again.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Polygons found: {}</source>
        <translation>Polygons found: {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Segmentation</source>
        <translation>Segmentation</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Nothing can be written in {}, the folder for temporary files: make room there.</source>
        <translation>Nothing can be written in {}, the folder for temporary files: make room there.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” is missing.</source>
        <translation>“{}” is missing.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be a number from {:g} to {:g}, not {}.</source>
        <translation>“{}” must be a number from {:g} to {:g}, not {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be a number, {:g} or more, not {}.</source>
        <translation>“{}” must be a number, {:g} or more, not {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be one of {}, not {}.</source>
        <translation>“{}” must be one of {}, not {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}”: {} cannot be opened; choose a layer or a file that is there.</source>
        <translation>“{}”: {} cannot be opened; choose a layer or a file that is there.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” cannot be {}.</source>
        <translation>“{}” cannot be {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>{} is a folder: give the name of a file in it.</source>
        <translation>{} is a folder: give the name of a file in it.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>There is no folder {}: create it, or write to another one.</source>
        <translation>There is no folder {}: create it, or write to another one.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>The folder {} cannot be written to: choose another one.</source>
        <translation>The folder {} cannot be written to: choose another one.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Drop polygons smaller than (m²)</source>
        <translation>Drop polygons smaller than (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Fill holes smaller than (m²)</source>
        <translation>Fill holes smaller than (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Let edges move by up to (m)</source>
        <translation>Let edges move by up to (m)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Separate objects that touch, as houses in a row</source>
        <translation>Separate objects that touch, as houses in a row</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Square the corners, as of buildings</source>
        <translation>Square the corners, as of buildings</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Evaluate against reference polygons</source>
        <translation>Evaluate against reference polygons</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Measures how well polygons agree with polygons that are known to be right</source>
        <translation>Measures how well polygons agree with polygons that are known to be right</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Measures how well found polygons agree with polygons that are known to be right, within the raster that they were found in.

Intersection over union, precision (how much of what was found is right) and recall (how much of what is there was found) count pixels on the raster's grid; pixels without data count for nothing. The precision and recall of polygons count pairs: a found polygon and one of the reference that share at least half of what they cover together.

A share of nothing, such as the recall where there is no reference polygon, has no value.

The report is a web page, or a JSON file where its name ends with .json.</source>
        <translation>Measures how well found polygons agree with polygons that are known to be right, within the raster that they were found in.

Intersection over union, precision (how much of what was found is right) and recall (how much of what is there was found) count pixels on the raster's grid; pixels without data count for nothing. The precision and recall of polygons count pairs: a found polygon and one of the reference that share at least half of what they cover together.

A share of nothing, such as the recall where there is no reference polygon, has no value.

The report is a web page, or a JSON file where its name ends with .json.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>phrasegon,accuracy,iou,precision,recall,validation,compare,segmentation</source>
        <translation>phrasegon,accuracy,iou,precision,recall,validation,compare,segmentation</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Found polygons</source>
        <translation>Found polygons</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Reference polygons</source>
        <translation>Reference polygons</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Raster they were found in</source>
        <translation>Raster they were found in</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Web page (*.html);;JSON file (*.json)</source>
        <translation>Web page (*.html);;JSON file (*.json)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Report</source>
        <translation>Report</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Intersection over union</source>
        <translation>Intersection over union</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Precision of pixels</source>
        <translation>Precision of pixels</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Recall of pixels</source>
        <translation>Recall of pixels</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Precision of polygons</source>
        <translation>Precision of polygons</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Recall of polygons</source>
        <translation>Recall of polygons</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Number of found polygons</source>
        <translation>Number of found polygons</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Number of reference polygons</source>
        <translation>Number of reference polygons</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Loading the model …</source>
        <translation>Loading the model …</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Turning the probability into polygons …</source>
        <translation>Turning the probability into polygons …</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Writing the polygons …</source>
        <translation>Writing the polygons …</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Looking at the raster …</source>
        <translation>Looking at the raster …</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>{} of {} tiles</source>
        <translation>{} of {} tiles</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>{}, {} to go</source>
        <translation>{}, {} to go</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Polygons from a probability raster</source>
        <translation>Polygons from a probability raster</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Tries another threshold or clean-up on a kept probability, without running the model again</source>
        <translation>Tries another threshold or clean-up on a kept probability, without running the model again</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Makes polygons of a probability raster that “Segment by phrase” has kept. The model does not run again, so that another threshold or another clean-up takes seconds.

Phrase and model only go into the attributes of the polygons; without a phrase, the name of the raster does.

Areas and lengths are metres on the ground; pixels where the raster has no coordinate reference system.</source>
        <translation>Makes polygons of a probability raster that “Segment by phrase” has kept. The model does not run again, so that another threshold or another clean-up takes seconds.

Phrase and model only go into the attributes of the polygons; without a phrase, the name of the raster does.

Areas and lengths are metres on the ground; pixels where the raster has no coordinate reference system.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>phrasegon,threshold,vectorise,vectorize,polygonise,probability,segmentation</source>
        <translation>phrasegon,threshold,vectorise,vectorize,polygonise,probability,segmentation</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Probability raster</source>
        <translation>Probability raster</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Phrase it was made for</source>
        <translation>Phrase it was made for</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Model it was made with</source>
        <translation>Model it was made with</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Polygons</source>
        <translation>Polygons</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Number of polygons</source>
        <translation>Number of polygons</translation>
    </message>
    <message>
        <location filename="../plugin/processing/provider.py"/>
        <source>Phrasegon: polygons from a phrase</source>
        <translation>Phrasegon: polygons from a phrase</translation>
    </message>
    <message>
        <location filename="../plugin/processing/rasters.py"/>
        <source>“{}” is no raster file: export it to a GeoTIFF first, and choose that.</source>
        <translation>“{}” is no raster file: export it to a GeoTIFF first, and choose that.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>The report cannot be written to {} ({}): choose another place.</source>
        <translation>The report cannot be written to {} ({}): choose another place.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>Evaluation against reference polygons</source>
        <translation>Evaluation against reference polygons</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>Pixels are compared on the raster's grid. A found polygon pairs with one of the reference where the two share at least half of what they cover together (intersection over union of 0.5).</source>
        <translation>Pixels are compared on the raster's grid. A found polygon pairs with one of the reference where the two share at least half of what they cover together (intersection over union of 0.5).</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Segment by phrase</source>
        <translation>Segment by phrase</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Finds what a phrase speaks of in an image and gives polygons</source>
        <translation>Finds what a phrase speaks of in an image and gives polygons</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Finds what a phrase, such as “the swimming pools”, speaks of in aerial or satellite imagery and gives polygons with their score, presence, area and perimeter. Everything is computed on this machine.

Phrase: in English; several phrases are separated by semicolons, and the polygons say in their attributes which phrase they belong to.

Extent, Area: limit the run to a rectangle or to the polygons of a layer.

Detail: metres a pixel to work at. Left empty, it is the raster's own, kept within what the model has learnt.

Threshold: probability from which a pixel counts as found; lower finds more, and more that is wrong.

Leave out tiles without the object: every network marks something even where nothing is; tiles that hardly hold the object count as empty, where the model can tell.

Probability raster: 0 to 254, 255 where there is no data. “Polygons from a probability raster” makes polygons of it with another threshold, in seconds. With several phrases the file of the first one has the name that was asked for, and those of the others stand beside it with a number and their phrase.

Areas and lengths are metres on the ground; pixels where the raster has no coordinate reference system.</source>
        <translation>Finds what a phrase, such as “the swimming pools”, speaks of in aerial or satellite imagery and gives polygons with their score, presence, area and perimeter. Everything is computed on this machine.

Phrase: in English; several phrases are separated by semicolons, and the polygons say in their attributes which phrase they belong to.

Extent, Area: limit the run to a rectangle or to the polygons of a layer.

Detail: metres a pixel to work at. Left empty, it is the raster's own, kept within what the model has learnt.

Threshold: probability from which a pixel counts as found; lower finds more, and more that is wrong.

Leave out tiles without the object: every network marks something even where nothing is; tiles that hardly hold the object count as empty, where the model can tell.

Probability raster: 0 to 254, 255 where there is no data. “Polygons from a probability raster” makes polygons of it with another threshold, in seconds. With several phrases the file of the first one has the name that was asked for, and those of the others stand beside it with a number and their phrase.

Areas and lengths are metres on the ground; pixels where the raster has no coordinate reference system.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>phrasegon,phrase,text,prompt,deep learning,ai,sam,extract,detect,buildings,trees,segmentation</source>
        <translation>phrasegon,phrase,text,prompt,deep learning,ai,sam,extract,detect,buildings,trees,segmentation</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Extent</source>
        <translation>Extent</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Area</source>
        <translation>Area</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Detail (m a pixel)</source>
        <translation>Detail (m a pixel)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Overlap of tiles</source>
        <translation>Overlap of tiles</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Leave out tiles without the object</source>
        <translation>Leave out tiles without the object</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Device</source>
        <translation>Device</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Probability rasters of all phrases</source>
        <translation>Probability rasters of all phrases</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Device that was used</source>
        <translation>Device that was used</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Give either an extent or an area, not both.</source>
        <translation>Give either an extent or an area, not both.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>“{}” has no polygon to work in: draw or select one.</source>
        <translation>“{}” has no polygon to work in: draw or select one.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Snap polygons to objects</source>
        <translation>Snap polygons to objects</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Turns rough polygons or boxes into outlines of the objects in them, without a phrase</source>
        <translation>Turns rough polygons or boxes into outlines of the objects in them, without a phrase</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Turns rough polygons or boxes into the outlines of what an image shows in them. No phrase is needed: the box around each polygon tells the model where to look.

All attributes are kept as they were, areas and lengths too. “snapped” says whether a polygon has a new outline, and “snap_score”, 0 to 1, how far to trust it. A polygon that the image does not show, or in which the model sees nothing, stays as it was.

Model: SAM 2.1 in four sizes; the smallest one suits a computer without a graphics card. They are fetched in the options (Settings &gt; Options &gt; Phrasegon).

Point on the object: given to the model besides the box, where colours tell where the object is.

Move outlines to edges: helps where outlines are visibly loose, and harms good ones a little.</source>
        <translation>Turns rough polygons or boxes into the outlines of what an image shows in them. No phrase is needed: the box around each polygon tells the model where to look.

All attributes are kept as they were, areas and lengths too. “snapped” says whether a polygon has a new outline, and “snap_score”, 0 to 1, how far to trust it. A polygon that the image does not show, or in which the model sees nothing, stays as it was.

Model: SAM 2.1 in four sizes; the smallest one suits a computer without a graphics card. They are fetched in the options (Settings &gt; Options &gt; Phrasegon).

Point on the object: given to the model besides the box, where colours tell where the object is.

Move outlines to edges: helps where outlines are visibly loose, and harms good ones a little.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>phrasegon,snap,refine,outline,box,sam,digitise,digitize,segmentation</source>
        <translation>phrasegon,snap,refine,outline,box,sam,digitise,digitize,segmentation</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Rough polygons</source>
        <translation>Rough polygons</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Point on the object</source>
        <translation>Point on the object</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Move outlines to edges</source>
        <translation>Move outlines to edges</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Snapped polygons</source>
        <translation>Snapped polygons</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Number of snapped polygons</source>
        <translation>Number of snapped polygons</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Polygons snapped: {} of {}</source>
        <translation>Polygons snapped: {} of {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <location filename="../plugin/processing/vectors.py"/>
        <source>The polygons cannot be written: make room, or choose another place.</source>
        <translation>The polygons cannot be written: make room, or choose another place.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>Trying out the engine</source>
        <translation>Trying out the engine</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>Looking for uv, the program that installs</source>
        <translation>Looking for uv, the program that installs</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>The engine needs {} on the disk of {} and {} are free: make room, or choose another data folder.</source>
        <translation>The engine needs {} on the disk of {} and {} are free: make room, or choose another data folder.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The disk is full: make room, or choose a data folder on another disk.</source>
        <translation>The disk is full: make room, or choose a data folder on another disk.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package is not the one that Phrasegon was tested with (its hash differs), so it was not installed: try again, and if it stays, ask who looks after your network or your folder of wheels.</source>
        <translation>A package is not the one that Phrasegon was tested with (its hash differs), so it was not installed: try again, and if it stays, ask who looks after your network or your folder of wheels.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Antivirus software or a rule of your organisation blocked a program that the engine needs: ask for Phrasegon's data folder to be allowed.</source>
        <translation>Antivirus software or a rule of your organisation blocked a program that the engine needs: ask for Phrasegon's data folder to be allowed.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The proxy did not let the download through: check the proxy in QGIS's options under Network, its name and password too.</source>
        <translation>The proxy did not let the download through: check the proxy in QGIS's options under Network, its name and password too.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The download server's certificate is not trusted here, as happens behind a firewall that reads along: ask for its certificate to be installed on this computer, or use a folder of wheels.</source>
        <translation>The download server's certificate is not trusted here, as happens behind a firewall that reads along: ask for its certificate to be installed on this computer, or use a folder of wheels.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The packages cannot be reached: connect to the network, or use a folder of wheels.</source>
        <translation>The packages cannot be reached: connect to the network, or use a folder of wheels.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Phrasegon may not write into its data folder: choose another data folder, or change who may write there.</source>
        <translation>Phrasegon may not write into its data folder: choose another data folder, or change who may write there.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>No suitable Python was found: install Python 3.11 on this computer, or name an existing one.</source>
        <translation>No suitable Python was found: install Python 3.11 on this computer, or name an existing one.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package is not made for this computer's operating system or Python: update the operating system, or name an existing Python that has the packages.</source>
        <translation>A package is not made for this computer's operating system or Python: update the operating system, or name an existing Python that has the packages.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The folder of wheels lacks a package or has another version of it; Details names it.</source>
        <translation>The folder of wheels lacks a package or has another version of it; Details names it.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package could not be built; Details tells what its build said.</source>
        <translation>A package could not be built; Details tells what its build said.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Setting up the engine failed; Details tells what was said.</source>
        <translation>Setting up the engine failed; Details tells what was said.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/check.py"/>
        <source>There is no Python at {}.</source>
        <translation>There is no Python at {}.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/check.py"/>
        <source>{} does not answer as a Python with Phrasegon's engine would.</source>
        <translation>{} does not answer as a Python with Phrasegon's engine would.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/engine.py"/>
        <source>The engine cannot be started with {}; choose another Python.</source>
        <translation>The engine cannot be started with {}; choose another Python.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine was ended from outside, perhaps for lack of memory; start it again to go on.</source>
        <translation>The engine was ended from outside, perhaps for lack of memory; start it again to go on.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine ended unexpectedly; start it again to go on.</source>
        <translation>The engine ended unexpectedly; start it again to go on.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine ended before it was ready; set it up again or choose another Python.</source>
        <translation>The engine ended before it was ready; set it up again or choose another Python.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>Phrasegon met an error of its own: open the log and report it.</source>
        <translation>Phrasegon met an error of its own: open the log and report it.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>There is too little free memory for this run: close other programs, choose the processor or a smaller model, and run again.</source>
        <translation>There is too little free memory for this run: close other programs, choose the processor or a smaller model, and run again.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The raster cannot be used: {}</source>
        <translation>The raster cannot be used: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The phrase cannot be used: {}</source>
        <translation>The phrase cannot be used: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The model cannot be used: {}</source>
        <translation>The model cannot be used: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The model's files cannot be used: {}</source>
        <translation>The model's files cannot be used: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>A setting cannot be used: {}</source>
        <translation>A setting cannot be used: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The result cannot be written: {}</source>
        <translation>The result cannot be written: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine is not complete: {}</source>
        <translation>The engine is not complete: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine and the plugin do not understand each other; restart QGIS: {}</source>
        <translation>The engine and the plugin do not understand each other; restart QGIS: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine reports: {}</source>
        <translation>The engine reports: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Making an empty environment</source>
        <translation>Making an empty environment</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Building</source>
        <translation>Building</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Installing packages</source>
        <translation>Installing packages</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Downloading {}</source>
        <translation>Downloading {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/lock.py"/>
        <source>Phrasegon may not write into {}: choose another data folder, or change who may write there.</source>
        <translation>Phrasegon may not write into {}: choose another data folder, or change who may write there.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/lock.py"/>
        <source>Another window of QGIS is setting up or removing the engine: wait until it has finished.</source>
        <translation>Another window of QGIS is setting up or removing the engine: wait until it has finished.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/plan.py"/>
        <source>The engine's packages are not made for this computer ({}): name an existing Python that has them.</source>
        <translation>The engine's packages are not made for this computer ({}): name an existing Python that has them.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/python.py"/>
        <source>The Python chosen for the engine, {}, is not there any more; choose another one.</source>
        <translation>The Python chosen for the engine, {}, is not there any more; choose another one.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/python.py"/>
        <source>Phrasegon needs its engine, which has not been set up on this computer yet.</source>
        <translation>Phrasegon needs its engine, which has not been set up on this computer yet.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/removal.py"/>
        <source>The engine is running, perhaps in another window of QGIS: close that window first.</source>
        <translation>The engine is running, perhaps in another window of QGIS: close that window first.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/uv.py"/>
        <source>Neither uv nor a Python with pip was found, and one of them is needed: install uv on this computer.</source>
        <translation>Neither uv nor a Python with pip was found, and one of them is needed: install uv on this computer.</translation>
    </message>
</context>
</TS>
