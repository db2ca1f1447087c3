<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>Phrasegon</name>
    <message>
        <location filename="../plugin/about.py"/>
        <location filename="../plugin/menu.py"/>
        <source>About Phrasegon</source>
        <translation>Acerca de Phrasegon</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>Type a phrase, get georeferenced polygons, on your own machine.</source>
        <translation>Escriba una frase y obtenga polígonos georreferenciados, en su propio equipo.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>No imagery leaves this computer: the networks run in an engine beside QGIS.</source>
        <translation>Ninguna imagen sale de este equipo: las redes se ejecutan en un motor junto a QGIS.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>Models, engine and log are kept in {}.</source>
        <translation>Los modelos, el motor y el registro se guardan en {}.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>&lt;a href="{}"&gt;Manual&lt;/a&gt;. Free software under the GPL, version 2 or later.</source>
        <translation>&lt;a href="{}"&gt;Manual&lt;/a&gt;. Software libre bajo la GPL, versión 2 o posterior.</translation>
    </message>
    <message>
        <location filename="../plugin/desktop.py"/>
        <source>The engine is busy with another model; try again when it has finished.</source>
        <translation>El motor está ocupado con otro modelo; inténtelo de nuevo cuando haya terminado.</translation>
    </message>
    <message>
        <location filename="../plugin/details.py"/>
        <source>Phrasegon: details</source>
        <translation>Phrasegon: detalles</translation>
    </message>
    <message>
        <location filename="../plugin/details.py"/>
        <location filename="../plugin/install/window.py"/>
        <location filename="../plugin/messages.py"/>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <location filename="../plugin/details.py"/>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Separate touching o&amp;bjects</source>
        <translation>Separar objetos co&amp;ntiguos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>S&amp;quare the corners</source>
        <translation>&amp;Escuadrar las esquinas</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>&amp;Leave out empty tiles</source>
        <translation>&amp;Omitir teselas vacías</translation>
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
        <translation>Umbral</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Probability from which a pixel counts as found: lower finds more.</source>
        <translation>Probabilidad a partir de la cual un píxel cuenta como encontrado: un valor menor encuentra más.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Min. area</source>
        <translation>Área mínima</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Polygons smaller than this are left out.</source>
        <translation>Los polígonos menores se omiten.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Fill holes</source>
        <translation>Rellenar huecos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Holes smaller than this are filled.</source>
        <translation>Los huecos menores se rellenan.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Simplify</source>
        <translation>Simplificar</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>So far an edge may move to get simpler.</source>
        <translation>Cuánto puede moverse un borde al simplificarse.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Cut a region apart where it is narrow: for houses that share a wall, tree crowns, parked cars; not for roads, water or vegetation.</source>
        <translation>Divide una superficie donde es estrecha: para casas que comparten una pared, copas de árboles o coches aparcados; no para carreteras, agua ni vegetación.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Turn edges to each polygon's main direction and its perpendicular, as of buildings.</source>
        <translation>Gira los bordes hacia la dirección principal de cada polígono y su perpendicular, como en los edificios.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Overlap</source>
        <translation>Solapamiento</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>How much of its side a tile shares with its neighbour: more is slower.</source>
        <translation>Qué parte de su lado comparte una tesela con la vecina: más es más lento.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Every network marks something even where nothing is. Tiles that hardly hold the object count as empty, where the model can tell.</source>
        <translation>Toda red marca algo incluso donde no hay nada. Las teselas que apenas contienen el objeto cuentan como vacías, si el modelo puede juzgarlo.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Selected only</source>
        <translation>Solo los seleccionados</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Whole raster</source>
        <translation>Todo el ráster</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Current view</source>
        <translation>Vista actual</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Polygons of a layer</source>
        <translation>Polígonos de una capa</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>E&amp;xtent</source>
        <translation>E&amp;xtensión</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Pol&amp;ygons</source>
        <translation>Polí&amp;gonos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>The project has no polygon layer: add one, or choose another extent.</source>
        <translation>El proyecto no tiene ninguna capa de polígonos: añada una o elija otra extensión.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Selected only ({})</source>
        <translation>Solo los seleccionados ({})</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory.</source>
        <translation>Necesita unos {} de memoria.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory, and only {} are free: close other programs first.</source>
        <translation>Necesita unos {} de memoria y solo hay {} libres: cierre antes otros programas.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory; {} are free.</source>
        <translation>Necesita unos {} de memoria; hay {} libres.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>1 tile.</source>
        <translation>1 tesela.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>About {} tiles.</source>
        <translation>Unas {} teselas.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>1 tile, {}.</source>
        <translation>1 tesela, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>About {} tiles, {}.</source>
        <translation>Unas {} teselas, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>less than a second</source>
        <translation>menos de un segundo</translation>
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
        <translation> m por píxel</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>As the raster</source>
        <translation>Como el ráster</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>Metres a pixel to work at. “As the raster” keeps within what the model has learnt.</source>
        <translation>Metros por píxel con los que se trabaja. «Como el ráster» se mantiene dentro de lo que el modelo ha aprendido.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>Pixel si&amp;ze</source>
        <translation>&amp;Tamaño de píxel</translation>
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
        <translation>Iniciando…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <source>Starting the engine…</source>
        <translation>Iniciando el motor…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <location filename="../plugin/dock/words.py"/>
        <source>“{}”</source>
        <translation>«{}»</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <source>Nothing found for {}. A lower threshold may find more.</source>
        <translation>No se encontró nada para {}. Un umbral menor puede encontrar más.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <source>Changes act on the result at once; the last two need another run.</source>
        <translation>Los cambios actúan de inmediato sobre el resultado; los dos últimos requieren otra ejecución.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The model has learnt {} to {} m.</source>
        <translation>El modelo ha aprendido de {} a {} m.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The raster has {} m a pixel.</source>
        <translation>El ráster tiene {} m por píxel.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The raster has {} m a pixel and is read at {} m.</source>
        <translation>El ráster tiene {} m por píxel y se lee a {} m.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/folders.py"/>
        <source>No folder for temporary files can be made in {}: make room there.</source>
        <translation>No se puede crear una carpeta para archivos temporales en {}: libere espacio allí.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/greeting.py"/>
        <source>Phrasegon: starting the engine</source>
        <translation>Phrasegon: iniciando el motor</translation>
    </message>
    <message>
        <location filename="../plugin/dock/guard.py"/>
        <source>The run was cancelled, because its raster was removed from the project.</source>
        <translation>La ejecución se canceló porque su ráster se quitó del proyecto.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/live.py"/>
        <source>Phrasegon: polygons anew</source>
        <translation>Phrasegon: polígonos de nuevo</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Get this model…</source>
        <translation>Obtener este modelo…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Dev&amp;ice</source>
        <translation>&amp;Dispositivo</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>{} (not installed)</source>
        <translation>{} (no instalado)</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Automatic: {}</source>
        <translation>Automático: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>{}. Trained on {}; pixels of {} to {} m. Licence: {}.</source>
        <translation>{}. Entrenado con {}; píxeles de {} a {} m. Licencia: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/notice.py"/>
        <source>Set up the en&amp;gine…</source>
        <translation>&amp;Instalar el motor…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/notice.py"/>
        <location filename="../plugin/messages.py"/>
        <source>Set up the engine</source>
        <translation>Instalar el motor</translation>
    </message>
    <message>
        <location filename="../plugin/dock/one_tile.py"/>
        <source>The view is one tile at {} m a pixel.</source>
        <translation>La vista es una tesela con {} m por píxel.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/one_tile.py"/>
        <source>The model has learnt {} to {} m, so expect less of it here.</source>
        <translation>El modelo ha aprendido de {} a {} m, así que aquí cabe esperar menos de él.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/order.py"/>
        <source>The folder {} cannot be made: make room there.</source>
        <translation>No se puede crear la carpeta {}: libere espacio allí.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Say what to look for, such as “the swimming pools”.</source>
        <translation>Diga en inglés qué se busca, por ejemplo «the swimming pools».</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <location filename="../plugin/dock/snapping.py"/>
        <source>The project has no raster: add an aerial or satellite image first.</source>
        <translation>El proyecto no tiene ningún ráster: añada antes una imagen aérea o de satélite.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>“{}” is not installed: choose another model, or get it with the button below it.</source>
        <translation>«{}» no está instalado: elija otro modelo u obténgalo con el botón de debajo.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>“{}” shows {} and is being edited: save or discard the edits first.</source>
        <translation>«{}» muestra {} y se está editando: guarde o descarte antes los cambios.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>{} is there already. Overwrite it with the new polygons?</source>
        <translation>{} ya existe. ¿Desea sobrescribirlo con los polígonos nuevos?</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Save the polygons to</source>
        <translation>Guardar los polígonos en</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Temporary layer</source>
        <translation>Capa temporal</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>O&amp;utput</source>
        <translation>&amp;Salida</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Empty: a temporary layer. Else a GeoPackage, Shapefile, GeoJSON, FlatGeobuf or GeoParquet.</source>
        <translation>Vacío: una capa temporal. Si no, GeoPackage, Shapefile, GeoJSON, FlatGeobuf o GeoParquet.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Choose the file</source>
        <translation>Elegir el archivo</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>“{}” is no format for polygons that Phrasegon writes: choose one of {}.</source>
        <translation>«{}» no es un formato de polígonos que Phrasegon escriba: elija uno de {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Choose the folder of “{}” too: use the button beside the name.</source>
        <translation>Elija también la carpeta de «{}»: use el botón junto al nombre.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>There is no folder {}: create it, or choose another one.</source>
        <translation>No existe la carpeta {}: créela o elija otra.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>Wh&amp;at to find</source>
        <translation>&amp;Qué buscar</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>Say in English what to look for. Several phrases, separated by semicolons, give one layer each.</source>
        <translation>Diga en inglés qué se busca. Varias frases, separadas por punto y coma, dan una capa cada una.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>e.g. trees; swimming pools</source>
        <translation>p. ej. trees; swimming pools</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <location filename="../plugin/dock/progress.py"/>
        <location filename="../plugin/install/window.py"/>
        <location filename="../plugin/options/models.py"/>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Let the model read the scene now, before any phrase. What it has read is kept on the disk, as much of it as the options allow.</source>
        <translation>El modelo lee la escena ahora, antes de cualquier frase. Lo leído se guarda en el disco, tanto como permitan las opciones.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Preparing the scene…</source>
        <translation>Preparando la escena…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <location filename="../plugin/dock/progress.py"/>
        <source>Cancelling…</source>
        <translation>Cancelando…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <location filename="../plugin/dock/progress.py"/>
        <location filename="../plugin/options/models.py"/>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>&amp;Prepare the scene</source>
        <translation>&amp;Preparar la escena</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Not prepared: the first phrase takes longest.</source>
        <translation>Sin preparar: la primera frase es la que más tarda.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Prepared: a further phrase is fast.</source>
        <translation>Preparada: otra frase es rápida.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Prepared to {} %.</source>
        <translation>Preparada al {} %.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/preparing.py"/>
        <source>Phrasegon: preparing the scene</source>
        <translation>Phrasegon: preparando la escena</translation>
    </message>
    <message>
        <location filename="../plugin/dock/preparing.py"/>
        <source>Phrasegon: looking whether the scene is prepared</source>
        <translation>Phrasegon: comprobando si la escena está preparada</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Find polygons</source>
        <translation>Buscar polígonos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Ad&amp;just the polygons</source>
        <translation>&amp;Ajustar los polígonos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>&amp;Find polygons</source>
        <translation>&amp;Buscar polígonos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Enter in the phrase field</source>
        <translation>Intro en el campo de la frase</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Preparing the raster…</source>
        <translation>Preparando el ráster…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Loading the model…</source>
        <translation>Cargando el modelo…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Looking at the raster…</source>
        <translation>Examinando el ráster…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Turning probabilities into polygons…</source>
        <translation>Convirtiendo las probabilidades en polígonos…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Writing the polygons…</source>
        <translation>Escribiendo los polígonos…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Tile {} of {}</source>
        <translation>Tesela {} de {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Tile {} of {}, {} to go</source>
        <translation>Tesela {} de {}, quedan {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/raster.py"/>
        <source>Ras&amp;ter</source>
        <translation>&amp;Ráster</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>{} on {}, {}.</source>
        <translation>{} en {}, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Note: {}</source>
        <translation>Nota: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>The model has not learnt: {}</source>
        <translation>El modelo no ha aprendido: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Judged within each of {} tiles, not over the whole raster: {}</source>
        <translation>Se juzga dentro de cada una de las {} teselas, no en todo el ráster: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>The raster has no coordinate reference system: areas and lengths are in pixels.</source>
        <translation>El ráster no tiene sistema de referencia de coordenadas: las áreas y longitudes están en píxeles.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Finished and kept: {}. “Go on” computes only the rest.</source>
        <translation>Terminado y conservado: {}. «Continuar» calcula solo el resto.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <location filename="../plugin/install/words.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>the processor</source>
        <translation>el procesador</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>the graphics card</source>
        <translation>la tarjeta gráfica</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Apple's graphics</source>
        <translation>los gráficos de Apple</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: nothing found.</source>
        <translation>«{}»: no se encontró nada.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: 1 polygon.</source>
        <translation>«{}»: 1 polígono.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: {} polygons.</source>
        <translation>«{}»: {} polígonos.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>1 tile</source>
        <translation>1 tesela</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>{} tiles</source>
        <translation>{} teselas</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Phrasegon: looking for searches that were broken off</source>
        <translation>Phrasegon: buscando búsquedas interrumpidas</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>A search for “{}” in {} was broken off after {} of {} tiles.</source>
        <translation>Se interrumpió una búsqueda de «{}» en {} después de {} de {} teselas.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Forget it</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Another search is under way: you will be asked again when it has ended.</source>
        <translation>Hay otra búsqueda en curso: se le preguntará de nuevo cuando haya terminado.</translation>
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
        <translation>El motor y el complemento no se entienden; reinicie QGIS.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/sliding.py"/>
        <source>{}, slider</source>
        <translation>{}, control deslizante</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Cancel snapping</source>
        <translation>Cancelar el ajuste</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>S&amp;nap to objects</source>
        <translation>A&amp;justar a los objetos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>This needs SAM 2.1, which is not installed: get it under Settings &gt; Options &gt; Phrasegon.</source>
        <translation>Esto necesita SAM 2.1, que no está instalado: se obtiene en Configuración &gt; Opciones &gt; Phrasegon.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Adds a layer in which the polygons of “{}” follow the objects in them, as {} sees them.</source>
        <translation>Añade una capa en la que los polígonos de «{}» siguen a los objetos que contienen, tal como los ve {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Phrasegon: “{}” snaps to objects</source>
        <translation>Phrasegon: «{}» se ajusta a los objetos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>{} (snapped)</source>
        <translation>{} (ajustado)</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>{} of {} polygons follow an object now.</source>
        <translation>{} de {} polígonos siguen ahora a un objeto.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Use the &amp;view as one tile</source>
        <translation>La &amp;vista como una tesela</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Set extent and pixel size so that the words are judged over all that the map shows.</source>
        <translation>Fijar extensión y tamaño de píxel de modo que las palabras se juzguen en todo lo que muestra el mapa.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Back to the &amp;whole raster</source>
        <translation>Vo&amp;lver a todo el ráster</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Set extent and pixel size back.</source>
        <translation>Restablecer extensión y tamaño de píxel.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/words.py"/>
        <source>Not learnt by the model: {}.</source>
        <translation>El modelo no ha aprendido: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/words.py"/>
        <source>The model sees one tile at a time, so these are judged within each tile, not over the raster: {}.</source>
        <translation>El modelo ve una tesela cada vez, así que esto se juzga dentro de cada tesela, no en todo el ráster: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: what setting up the engine means</source>
        <translation>Phrasegon: qué implica instalar el motor</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: setting up the engine</source>
        <translation>Phrasegon: instalando el motor</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: trying out a Python</source>
        <translation>Phrasegon: probando un Python</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: removing the engine</source>
        <translation>Phrasegon: eliminando el motor</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Remove the engine</source>
        <translation>Eliminar el motor</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Update the engine …</source>
        <translation>Actualizar el motor…</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Set up the engine …</source>
        <translation>Instalar el motor…</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Change …</source>
        <translation>Cambiar…</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>&amp;Download the packages</source>
        <translation>&amp;Descargar los paquetes</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Take the packages from a &amp;folder of wheels, without network</source>
        <translation>Tomar los paquetes de una &amp;carpeta de wheels, sin red</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Fill such a folder on a connected computer of the same kind, in the plugin's folder, with: {}</source>
        <translation>Llene esa carpeta en un equipo conectado del mismo tipo, en la carpeta del complemento, con: {}</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Use an existing &amp;Python that has the packages</source>
        <translation>Usar un &amp;Python existente que tenga los paquetes</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Folder of wheels</source>
        <translation>Carpeta de wheels</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Python interpreter</source>
        <translation>Intérprete de Python</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Phrasegon: set up the engine</source>
        <translation>Phrasegon: instalar el motor</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>The networks run in a program of their own, the engine, with a Python and packages of its own. Nothing is installed into QGIS.</source>
        <translation>Las redes se ejecutan en un programa propio, el motor, con un Python y paquetes propios. No se instala nada en QGIS.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>De&amp;tails</source>
        <translation>De&amp;talles</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Set up</source>
        <translation>&amp;Instalar</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Cancel</source>
        <translation>Ca&amp;ncelar</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Remove</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Delete the engine's environment; fetched models stay.</source>
        <translation>Borra el entorno del motor; los modelos obtenidos se conservan.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>C&amp;lose</source>
        <translation>Ce&amp;rrar</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>The engine is started in it once, to see that it has all packages.</source>
        <translation>El motor se inicia en él una vez para comprobar que tiene todos los paquetes.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Name the folder.</source>
        <translation>Indique la carpeta.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Looking at this computer …</source>
        <translation>Examinando este equipo…</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Cancelled; nothing was changed.</source>
        <translation>Cancelado; no se ha cambiado nada.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Use it</source>
        <translation>&amp;Usarlo</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Update</source>
        <translation>&amp;Actualizar</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Set up again</source>
        <translation>Volver a &amp;instalar</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>It goes to {}, outside QGIS and outside the plugin, where updates of both leave it alone.</source>
        <translation>Se coloca en {}, fuera de QGIS y del complemento, donde las actualizaciones de ambos no lo tocan.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine uses {}.</source>
        <translation>El motor usa {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine is not set up on this computer yet.</source>
        <translation>El motor aún no está instalado en este equipo.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine was set up for another version of Phrasegon: update it.</source>
        <translation>El motor se instaló para otra versión de Phrasegon: actualícelo.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine is ready; it computes on {}.</source>
        <translation>El motor está listo; calcula en {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>It takes {} in {}.</source>
        <translation>Ocupa {} en {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>the NVIDIA graphics card</source>
        <translation>la tarjeta gráfica NVIDIA</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>the Apple chip</source>
        <translation>el chip de Apple</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Nothing is downloaded: all packages are taken from {}.</source>
        <translation>No se descarga nada: todos los paquetes se toman de {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>At most {} are downloaded.</source>
        <translation>Se descargan como máximo {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>About {} are downloaded.</source>
        <translation>Se descargan unos {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>About {} are needed on the disk, {} are free.</source>
        <translation>Se necesitan unos {} en el disco; hay {} libres.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>{} That is not enough: make room first.</source>
        <translation>{} No es suficiente: libere antes espacio.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the graphics unit of the Apple chip.</source>
        <translation>Las redes se ejecutarán en la unidad gráfica del chip de Apple.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the graphics card {}.</source>
        <translation>Las redes se ejecutarán en la tarjeta gráfica {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the processor: the build of torch for the graphics card {} cannot be had from here.</source>
        <translation>Las redes se ejecutarán en el procesador: la versión de torch para la tarjeta gráfica {} no se puede obtener desde aquí.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the processor: no NVIDIA graphics card was found.</source>
        <translation>Las redes se ejecutarán en el procesador: no se encontró ninguna tarjeta gráfica NVIDIA.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Where torch's own index cannot be reached, the registry's build is taken.</source>
        <translation>Donde no se pueda acceder al índice propio de torch, se toma la versión del registro de paquetes.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The lighter build of torch cannot be reached from here, so the registry's is taken.</source>
        <translation>No se puede acceder desde aquí a la versión más ligera de torch, así que se toma la del registro de paquetes.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Every package is checked against the hash that Phrasegon was tested with, except torch: this build of it comes from torch's own index, whose hashes Phrasegon does not know.</source>
        <translation>Cada paquete se comprueba con el hash con el que se probó Phrasegon, excepto torch: esta versión viene del índice propio de torch, cuyos hashes Phrasegon no conoce.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Every package is checked against the hash that Phrasegon was tested with.</source>
        <translation>Cada paquete se comprueba con el hash con el que se probó Phrasegon.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The layer “{}” holds no polygons: choose a layer of polygons.</source>
        <translation>La capa «{}» no contiene polígonos: elija una capa de polígonos.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>Nothing is selected in “{}”: select the polygons to work in, or take all of them.</source>
        <translation>No hay nada seleccionado en «{}»: seleccione los polígonos en los que trabajar o tómelos todos.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The area to work in cannot be written to {}: make room or choose another folder.</source>
        <translation>El área de trabajo no se puede escribir en {}: libere espacio o elija otra carpeta.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The polygons of “{}” lie outside of “{}”: choose polygons that lie on the raster.</source>
        <translation>Los polígonos de «{}» quedan fuera de «{}»: elija polígonos que estén sobre el ráster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/extent.py"/>
        <source>The current view shows nothing of “{}”: zoom to the layer, or choose the whole layer.</source>
        <translation>La vista actual no muestra nada de «{}»: haga zum a la capa o elija toda la capa.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/extent.py"/>
        <source>The extent lies outside of “{}”: choose one on the raster.</source>
        <translation>La extensión queda fuera de «{}»: elija una sobre el ráster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Polygons found by {} with a threshold of {}</source>
        <translation>Polígonos encontrados por {} con un umbral de {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Polygons made anew from the kept probabilities with a threshold of {}</source>
        <translation>Polígonos rehechos a partir de las probabilidades guardadas con un umbral de {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>“{}” in {}</source>
        <translation>«{}» en {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Weights of {}: {}</source>
        <translation>Pesos de {}: {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <location filename="../plugin/layers/vector.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Phrase</source>
        <translation>Frase</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Raster</source>
        <translation>Ráster</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <location filename="../plugin/layers/vector.py"/>
        <location filename="../plugin/options/models.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Trained on</source>
        <translation>Entrenado con</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Weights (SHA-256)</source>
        <translation>Pesos (SHA-256)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Computed on</source>
        <translation>Calculado en</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Metres a pixel</source>
        <translation>Metros por píxel</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Overlap of the tiles</source>
        <translation>Solapamiento de las teselas</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Touching objects separated</source>
        <translation>Objetos contiguos separados</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Tiles without the object left out</source>
        <translation>Teselas sin el objeto omitidas</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Right angles</source>
        <translation>Ángulos rectos</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Bands</source>
        <translation>Bandas</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Made</source>
        <translation>Creado</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Smallest area (m²)</source>
        <translation>Área mínima (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Smallest area (pixels)</source>
        <translation>Área mínima (píxeles)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Holes filled up to (m²)</source>
        <translation>Huecos rellenados hasta (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Holes filled up to (pixels)</source>
        <translation>Huecos rellenados hasta (píxeles)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Simplified by (m)</source>
        <translation>Simplificado en (m)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Simplified by (pixels)</source>
        <translation>Simplificado en (píxeles)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/objects.py"/>
        <source>There is no polygon to snap: draw or select one.</source>
        <translation>No hay ningún polígono que ajustar: dibuje o seleccione uno.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/objects.py"/>
        <location filename="../plugin/processing/vectors.py"/>
        <source>Polygons cannot be written to {}: make room there.</source>
        <translation>No se pueden escribir los polígonos en {}: libere espacio allí.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/picture.py"/>
        <source>{} cannot be written: make room or choose another folder.</source>
        <translation>No se puede escribir {}: libere espacio o elija otra carpeta.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/picture.py"/>
        <source>“{}” cannot be read: check that the source can be reached, or choose another raster.</source>
        <translation>No se puede leer «{}»: compruebe que se puede acceder a la fuente o elija otro ráster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/plan.py"/>
        <source>“{}” has no coordinate reference system here: assign one in the layer's properties.</source>
        <translation>«{}» no tiene aquí sistema de referencia de coordenadas: asígnele uno en las propiedades de la capa.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/plan.py"/>
        <source>“{}” has no pixels of its own: say how many metres a pixel.</source>
        <translation>«{}» no tiene píxeles propios: indique cuántos metros por píxel.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/preview.py"/>
        <source>Polygons so far</source>
        <translation>Polígonos hasta ahora</translation>
    </message>
    <message>
        <location filename="../plugin/layers/rendering.py"/>
        <source>“{}” shows nothing here: check that the source can be reached, and that the area and the metres a pixel are ones it has pictures for.</source>
        <translation>«{}» no muestra nada aquí: compruebe que se puede acceder a la fuente y que tiene imágenes para el área y los metros por píxel.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/rendering.py"/>
        <source>{} % of the picture of “{}” is empty: its source may not have delivered all of it.</source>
        <translation>El {} % de la imagen de «{}» está vacío: puede que su fuente no la haya entregado entera.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/results.py"/>
        <source>The polygons are in {}, but this QGIS cannot read GeoParquet, so they are not shown.</source>
        <translation>Los polígonos están en {}, pero este QGIS no puede leer GeoParquet, así que no se muestran.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/results.py"/>
        <source>The polygons are in {}, but this QGIS cannot read them, so they are not shown.</source>
        <translation>Los polígonos están en {}, pero este QGIS no puede leerlos, así que no se muestran.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/revision.py"/>
        <source>“{}” is being edited: save or discard the edits first, then change the threshold.</source>
        <translation>«{}» se está editando: guarde o descarte antes los cambios y cambie después el umbral.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/revision.py"/>
        <source>The revised polygons in {} cannot be read: run the phrase again.</source>
        <translation>Los polígonos revisados de {} no se pueden leer: ejecute la frase de nuevo.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/snapping.py"/>
        <source>{} of {} parts of the raster could not be read: the polygons there stayed as they were.</source>
        <translation>No se pudieron leer {} de {} partes del ráster: los polígonos de allí quedaron como estaban.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>The folder {} cannot be made: choose another one.</source>
        <translation>No se puede crear la carpeta {}: elija otra.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>The layer “{}” is broken: repair its data source, or choose another raster.</source>
        <translation>La capa «{}» está dañada: repare su fuente de datos o elija otro ráster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>“{}” would have to be written as {} million pixels, and the limit is {}: choose a smaller area or more metres a pixel, or raise the limit in the options.</source>
        <translation>«{}» tendría que escribirse con {} millones de píxeles y el límite es {}: elija un área menor o más metros por píxel, o suba el límite en las opciones.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>“{}” is written as {} million pixels first: that takes a while and {} of disk space.</source>
        <translation>«{}» se escribe primero con {} millones de píxeles: tarda un rato y ocupa {} de disco.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>There is too little room in {}: make room, or choose a smaller area.</source>
        <translation>Hay muy poco espacio en {}: libere espacio o elija un área menor.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/unread.py"/>
        <source>{} of {} tiles could not be read: nothing is known there. Repair the raster or get a whole copy of it, then run again over that area.</source>
        <translation>No se pudieron leer {} de {} teselas: allí no se sabe nada. Repare el ráster o consiga una copia completa y vuelva a buscar en esa área.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/unread.py"/>
        <source>Tiles that could not be read</source>
        <translation>Teselas que no se pudieron leer</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Score (0 to 1)</source>
        <translation>Puntuación (0 a 1)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Presence (0 to 1)</source>
        <translation>Presencia (0 a 1)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Area (m²)</source>
        <translation>Área (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Area (pixels)</source>
        <translation>Área (píxeles)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Perimeter (m)</source>
        <translation>Perímetro (m)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Perimeter (pixels)</source>
        <translation>Perímetro (píxeles)</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Phrasegon: type a phrase, get polygons</source>
        <translation>Phrasegon: escriba una frase y obtenga polígonos</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Options…</source>
        <translation>Opciones…</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Help</source>
        <translation>Ayuda</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>Open log</source>
        <translation>Abrir el registro</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <source>Start again</source>
        <translation>Iniciar de nuevo</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: looking at the models</source>
        <translation>Phrasegon: consultando los modelos</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: asking for a model</source>
        <translation>Phrasegon: preguntando por un modelo</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: fetching {}</source>
        <translation>Phrasegon: obteniendo {}</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>The model {} is installed.</source>
        <translation>El modelo {} está instalado.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source> megapixels</source>
        <translation> megapíxeles</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Layers that are no local file, such as web maps, are rendered up to this size.</source>
        <translation>Las capas que no son un archivo local, como los mapas web, se representan hasta este tamaño.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Models that read a scene before they hear a phrase keep here what they have read, so that a further phrase is fast. What was used longest ago goes first.</source>
        <translation>Los modelos que leen una escena antes de oír una frase guardan aquí lo leído, para que otra frase sea rápida. Lo que hace más tiempo que no se usa se borra primero.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Data folder</source>
        <translation>Carpeta de datos</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Fetched models, the engine and the log go here; what is elsewhere is not moved.</source>
        <translation>Los modelos obtenidos, el motor y el registro van aquí; lo que está en otro lugar no se mueve.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Compute on</source>
        <translation>Calcular en</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Render at most</source>
        <translation>Representar como máximo</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Disk for prepared scenes</source>
        <translation>Disco para escenas preparadas</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>the fastest device</source>
        <translation>el dispositivo más rápido</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Apple graphics</source>
        <translation>Gráficos de Apple</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <location filename="../plugin/options/page.py"/>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Licence</source>
        <translation>Licencia</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Fetch…</source>
        <translation>Obtener…</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>From a file…</source>
        <translation>De un archivo…</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>installed</source>
        <translation>instalado</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>not installed</source>
        <translation>no instalado</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Trained on {}.</source>
        <translation>Entrenado con {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>The models are listed as soon as the engine is set up.</source>
        <translation>Los modelos aparecen en cuanto el motor está instalado.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>A model's file</source>
        <translation>Archivo de un modelo</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Weights ({})</source>
        <translation>Pesos ({})</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Snaps polygons to objects; trained on {}; takes about {} of memory; licence: {}.</source>
        <translation>Ajusta polígonos a los objetos; entrenado con {}; ocupa unos {} de memoria; licencia: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Trained on {}; made for {} to {} m a pixel; takes about {} of memory; licence: {}.</source>
        <translation>Entrenado con {}; hecho para {} a {} m por píxel; ocupa unos {} de memoria; licencia: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/page.py"/>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <location filename="../plugin/options/page.py"/>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch a model</source>
        <translation>Obtener un modelo</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch {}?</source>
        <translation>¿Obtener {}?</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch</source>
        <translation>Obtener</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Download: {}</source>
        <translation>Descarga: {}</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>From: {} ({})</source>
        <translation>De: {} ({})</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Licence: {}</source>
        <translation>Licencia: {}</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Goes to: {}</source>
        <translation>Destino: {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>The engine was stopped; run the algorithm again.</source>
        <translation>El motor se detuvo; ejecute el algoritmo de nuevo.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Polygons found: {}</source>
        <translation>Polígonos encontrados: {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Segmentation</source>
        <translation>Segmentación</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Nothing can be written in {}, the folder for temporary files: make room there.</source>
        <translation>No se puede escribir nada en {}, la carpeta de archivos temporales: libere espacio allí.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” is missing.</source>
        <translation>Falta «{}».</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be a number from {:g} to {:g}, not {}.</source>
        <translation>«{}» debe ser un número de {:g} a {:g}, no {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be a number, {:g} or more, not {}.</source>
        <translation>«{}» debe ser un número, {:g} o más, no {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be one of {}, not {}.</source>
        <translation>«{}» debe ser uno de {}, no {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}”: {} cannot be opened; choose a layer or a file that is there.</source>
        <translation>«{}»: no se puede abrir {}; elija una capa o un archivo que exista.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” cannot be {}.</source>
        <translation>«{}» no puede ser {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>{} is a folder: give the name of a file in it.</source>
        <translation>{} es una carpeta: indique el nombre de un archivo dentro de ella.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>There is no folder {}: create it, or write to another one.</source>
        <translation>No existe la carpeta {}: créela o escriba en otra.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>The folder {} cannot be written to: choose another one.</source>
        <translation>No se puede escribir en la carpeta {}: elija otra.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Drop polygons smaller than (m²)</source>
        <translation>Omitir polígonos menores que (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Fill holes smaller than (m²)</source>
        <translation>Rellenar huecos menores que (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Let edges move by up to (m)</source>
        <translation>Dejar que los bordes se muevan hasta (m)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Separate objects that touch, as houses in a row</source>
        <translation>Separar objetos contiguos, como en las casas adosadas</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Square the corners, as of buildings</source>
        <translation>Escuadrar las esquinas, como en los edificios</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Evaluate against reference polygons</source>
        <translation>Evaluar con polígonos de referencia</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Measures how well polygons agree with polygons that are known to be right</source>
        <translation>Mide cuánto coinciden unos polígonos con otros que se sabe que son correctos</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Measures how well found polygons agree with polygons that are known to be right, within the raster that they were found in.

Intersection over union, precision (how much of what was found is right) and recall (how much of what is there was found) count pixels on the raster's grid; pixels without data count for nothing. The precision and recall of polygons count pairs: a found polygon and one of the reference that share at least half of what they cover together.

A share of nothing, such as the recall where there is no reference polygon, has no value.

The report is a web page, or a JSON file where its name ends with .json.</source>
        <translation>Mide cuánto coinciden los polígonos encontrados con polígonos que se sabe que son correctos, dentro del ráster en que se encontraron.

La intersección sobre la unión, la precisión (cuánto de lo encontrado es correcto) y la exhaustividad (cuánto de lo que hay se encontró) cuentan píxeles en la cuadrícula del ráster; los píxeles sin datos no cuentan. La precisión y la exhaustividad de los polígonos cuentan pares: un polígono encontrado y uno de la referencia que comparten al menos la mitad de lo que cubren juntos.

Una parte de nada, como la exhaustividad donde no hay ningún polígono de referencia, no tiene valor.

El informe es una página web, o un archivo JSON si su nombre termina en .json.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>phrasegon,accuracy,iou,precision,recall,validation,compare,segmentation</source>
        <translation>phrasegon,exactitud,iou,precisión,exhaustividad,recall,validación,comparar,segmentación</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Found polygons</source>
        <translation>Polígonos encontrados</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Reference polygons</source>
        <translation>Polígonos de referencia</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Raster they were found in</source>
        <translation>Ráster en el que se encontraron</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Web page (*.html);;JSON file (*.json)</source>
        <translation>Página web (*.html);;Archivo JSON (*.json)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Intersection over union</source>
        <translation>Intersección sobre la unión</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Precision of pixels</source>
        <translation>Precisión de los píxeles</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Recall of pixels</source>
        <translation>Exhaustividad de los píxeles</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Precision of polygons</source>
        <translation>Precisión de los polígonos</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Recall of polygons</source>
        <translation>Exhaustividad de los polígonos</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Number of found polygons</source>
        <translation>Número de polígonos encontrados</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Number of reference polygons</source>
        <translation>Número de polígonos de referencia</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Loading the model …</source>
        <translation>Cargando el modelo…</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Turning the probability into polygons …</source>
        <translation>Convirtiendo la probabilidad en polígonos…</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Writing the polygons …</source>
        <translation>Escribiendo los polígonos…</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Looking at the raster …</source>
        <translation>Examinando el ráster…</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>{} of {} tiles</source>
        <translation>{} de {} teselas</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>{}, {} to go</source>
        <translation>{}, quedan {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Polygons from a probability raster</source>
        <translation>Polígonos a partir de un ráster de probabilidad</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Tries another threshold or clean-up on a kept probability, without running the model again</source>
        <translation>Prueba otro umbral u otra limpieza sobre una probabilidad guardada, sin ejecutar de nuevo el modelo</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Makes polygons of a probability raster that “Segment by phrase” has kept. The model does not run again, so that another threshold or another clean-up takes seconds.

Phrase and model only go into the attributes of the polygons; without a phrase, the name of the raster does.

Areas and lengths are metres on the ground; pixels where the raster has no coordinate reference system.</source>
        <translation>Hace polígonos de un ráster de probabilidad que «Segmentar por frase» ha guardado. El modelo no se ejecuta de nuevo, de modo que otro umbral u otra limpieza tarda segundos.

La frase y el modelo solo pasan a los atributos de los polígonos; sin frase, lo hace el nombre del ráster.

Las áreas y longitudes son metros sobre el terreno; píxeles si el ráster no tiene sistema de referencia de coordenadas.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>phrasegon,threshold,vectorise,vectorize,polygonise,probability,segmentation</source>
        <translation>phrasegon,umbral,vectorizar,poligonizar,probabilidad,segmentación</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Probability raster</source>
        <translation>Ráster de probabilidad</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Phrase it was made for</source>
        <translation>Frase para la que se hizo</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Model it was made with</source>
        <translation>Modelo con el que se hizo</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Polygons</source>
        <translation>Polígonos</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Number of polygons</source>
        <translation>Número de polígonos</translation>
    </message>
    <message>
        <location filename="../plugin/processing/provider.py"/>
        <source>Phrasegon: polygons from a phrase</source>
        <translation>Phrasegon: polígonos a partir de una frase</translation>
    </message>
    <message>
        <location filename="../plugin/processing/rasters.py"/>
        <source>“{}” is no raster file: export it to a GeoTIFF first, and choose that.</source>
        <translation>«{}» no es un archivo ráster: expórtelo antes a un GeoTIFF y elija este.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>The report cannot be written to {} ({}): choose another place.</source>
        <translation>No se puede escribir el informe en {} ({}): elija otro lugar.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>Evaluation against reference polygons</source>
        <translation>Evaluación con polígonos de referencia</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>Pixels are compared on the raster's grid. A found polygon pairs with one of the reference where the two share at least half of what they cover together (intersection over union of 0.5).</source>
        <translation>Los píxeles se comparan en la cuadrícula del ráster. Un polígono encontrado forma un par con uno de la referencia si ambos comparten al menos la mitad de lo que cubren juntos (intersección sobre la unión de 0,5).</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Segment by phrase</source>
        <translation>Segmentar por frase</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Finds what a phrase speaks of in an image and gives polygons</source>
        <translation>Encuentra en una imagen aquello de lo que habla una frase y da polígonos</translation>
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
        <translation>Encuentra en imágenes aéreas o de satélite aquello de lo que habla una frase, como «the swimming pools», y da polígonos con su puntuación, presencia, área y perímetro. Todo se calcula en este equipo.

Frase: en inglés; varias frases se separan con punto y coma, y los atributos de los polígonos dicen a qué frase pertenecen.

Extensión, Área: limitan la ejecución a un rectángulo o a los polígonos de una capa.

Detalle: metros por píxel con los que se trabaja. Si se deja vacío, los del propio ráster, dentro de lo que el modelo ha aprendido.

Umbral: probabilidad a partir de la cual un píxel cuenta como encontrado; un valor menor encuentra más, y más errores.

Omitir teselas sin el objeto: toda red marca algo incluso donde no hay nada; las teselas que apenas contienen el objeto cuentan como vacías, si el modelo puede juzgarlo.

Ráster de probabilidad: de 0 a 254, 255 donde no hay datos. «Polígonos a partir de un ráster de probabilidad» hace de él polígonos con otro umbral en segundos. Con varias frases, el archivo de la primera lleva el nombre pedido, y los de las demás quedan al lado con un número y su frase.

Las áreas y longitudes son metros sobre el terreno; píxeles si el ráster no tiene sistema de referencia de coordenadas.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>phrasegon,phrase,text,prompt,deep learning,ai,sam,extract,detect,buildings,trees,segmentation</source>
        <translation>phrasegon,frase,texto,prompt,aprendizaje profundo,ia,sam,extraer,detectar,edificios,árboles,segmentación</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Extent</source>
        <translation>Extensión</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Area</source>
        <translation>Área</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Detail (m a pixel)</source>
        <translation>Detalle (m por píxel)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Overlap of tiles</source>
        <translation>Solapamiento de las teselas</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Leave out tiles without the object</source>
        <translation>Omitir teselas sin el objeto</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Probability rasters of all phrases</source>
        <translation>Rásteres de probabilidad de todas las frases</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Device that was used</source>
        <translation>Dispositivo utilizado</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Give either an extent or an area, not both.</source>
        <translation>Indique una extensión o un área, no ambas.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>“{}” has no polygon to work in: draw or select one.</source>
        <translation>«{}» no tiene ningún polígono en el que trabajar: dibuje o seleccione uno.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Snap polygons to objects</source>
        <translation>Ajustar polígonos a los objetos</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Turns rough polygons or boxes into outlines of the objects in them, without a phrase</source>
        <translation>Convierte polígonos o rectángulos aproximados en contornos de los objetos que contienen, sin frase</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Turns rough polygons or boxes into the outlines of what an image shows in them. No phrase is needed: the box around each polygon tells the model where to look.

All attributes are kept as they were, areas and lengths too. “snapped” says whether a polygon has a new outline, and “snap_score”, 0 to 1, how far to trust it. A polygon that the image does not show, or in which the model sees nothing, stays as it was.

Model: SAM 2.1 in four sizes; the smallest one suits a computer without a graphics card. They are fetched in the options (Settings &gt; Options &gt; Phrasegon).

Point on the object: given to the model besides the box, where colours tell where the object is.

Move outlines to edges: helps where outlines are visibly loose, and harms good ones a little.</source>
        <translation>Convierte polígonos o rectángulos aproximados en los contornos de lo que una imagen muestra en ellos. No hace falta ninguna frase: el rectángulo alrededor de cada polígono indica al modelo dónde mirar.

Todos los atributos quedan como estaban, también áreas y longitudes. «snapped» dice si un polígono tiene un contorno nuevo, y «snap_score», de 0 a 1, cuánto confiar en él. Un polígono que la imagen no muestra, o en el que el modelo no ve nada, queda como estaba.

Modelo: SAM 2.1 en cuatro tamaños; el más pequeño conviene a un ordenador sin tarjeta gráfica. Se obtienen en las opciones (Configuración &gt; Opciones &gt; Phrasegon).

Punto sobre el objeto: se da al modelo además del rectángulo, donde los colores revelan dónde está el objeto.

Mover los contornos a los bordes: ayuda donde los contornos son visiblemente holgados, y perjudica un poco a los buenos.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>phrasegon,snap,refine,outline,box,sam,digitise,digitize,segmentation</source>
        <translation>phrasegon,ajustar,refinar,contorno,rectángulo,sam,digitalizar,segmentación</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Rough polygons</source>
        <translation>Polígonos aproximados</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Point on the object</source>
        <translation>Punto sobre el objeto</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Move outlines to edges</source>
        <translation>Mover los contornos a los bordes</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Snapped polygons</source>
        <translation>Polígonos ajustados</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Number of snapped polygons</source>
        <translation>Número de polígonos ajustados</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Polygons snapped: {} of {}</source>
        <translation>Polígonos ajustados: {} de {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <location filename="../plugin/processing/vectors.py"/>
        <source>The polygons cannot be written: make room, or choose another place.</source>
        <translation>No se pueden escribir los polígonos: libere espacio o elija otro lugar.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>Trying out the engine</source>
        <translation>Probando el motor</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>Looking for uv, the program that installs</source>
        <translation>Buscando uv, el programa que instala</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>The engine needs {} on the disk of {} and {} are free: make room, or choose another data folder.</source>
        <translation>El motor necesita {} en el disco de {} y hay {} libres: libere espacio o elija otra carpeta de datos.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The disk is full: make room, or choose a data folder on another disk.</source>
        <translation>El disco está lleno: libere espacio o elija una carpeta de datos en otro disco.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package is not the one that Phrasegon was tested with (its hash differs), so it was not installed: try again, and if it stays, ask who looks after your network or your folder of wheels.</source>
        <translation>Un paquete no es aquel con el que se probó Phrasegon (su hash difiere), así que no se instaló: inténtelo de nuevo y, si persiste, pregunte a quien administra su red o su carpeta de wheels.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Antivirus software or a rule of your organisation blocked a program that the engine needs: ask for Phrasegon's data folder to be allowed.</source>
        <translation>Un antivirus o una norma de su organización bloqueó un programa que el motor necesita: pida que se permita la carpeta de datos de Phrasegon.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The proxy did not let the download through: check the proxy in QGIS's options under Network, its name and password too.</source>
        <translation>El proxy no dejó pasar la descarga: revise el proxy en las opciones de QGIS, en Red, también su nombre y contraseña.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The download server's certificate is not trusted here, as happens behind a firewall that reads along: ask for its certificate to be installed on this computer, or use a folder of wheels.</source>
        <translation>Aquí no se confía en el certificado del servidor de descarga, como ocurre detrás de un cortafuegos que inspecciona el tráfico: pida que se instale su certificado en este equipo o use una carpeta de wheels.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The packages cannot be reached: connect to the network, or use a folder of wheels.</source>
        <translation>No se puede acceder a los paquetes: conéctese a la red o use una carpeta de wheels.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Phrasegon may not write into its data folder: choose another data folder, or change who may write there.</source>
        <translation>Phrasegon no puede escribir en su carpeta de datos: elija otra carpeta de datos o cambie quién puede escribir en ella.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>No suitable Python was found: install Python 3.11 on this computer, or name an existing one.</source>
        <translation>No se encontró ningún Python adecuado: instale Python 3.11 en este equipo o indique uno existente.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package is not made for this computer's operating system or Python: update the operating system, or name an existing Python that has the packages.</source>
        <translation>Un paquete no está hecho para el sistema operativo o el Python de este equipo: actualice el sistema operativo o indique un Python existente que tenga los paquetes.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The folder of wheels lacks a package or has another version of it; Details names it.</source>
        <translation>A la carpeta de wheels le falta un paquete o tiene otra versión de él; los detalles lo nombran.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package could not be built; Details tells what its build said.</source>
        <translation>No se pudo compilar un paquete; los detalles muestran sus mensajes.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Setting up the engine failed; Details tells what was said.</source>
        <translation>No se pudo instalar el motor; los detalles muestran los mensajes.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/check.py"/>
        <source>There is no Python at {}.</source>
        <translation>No hay ningún Python en {}.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/check.py"/>
        <source>{} does not answer as a Python with Phrasegon's engine would.</source>
        <translation>{} no responde como lo haría un Python con el motor de Phrasegon.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/engine.py"/>
        <source>The engine cannot be started with {}; choose another Python.</source>
        <translation>El motor no se puede iniciar con {}; elija otro Python.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine was ended from outside, perhaps for lack of memory; start it again to go on.</source>
        <translation>El motor fue terminado desde fuera, quizá por falta de memoria; inícielo de nuevo para continuar.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine ended unexpectedly; start it again to go on.</source>
        <translation>El motor terminó de forma inesperada; inícielo de nuevo para continuar.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine ended before it was ready; set it up again or choose another Python.</source>
        <translation>El motor terminó antes de estar listo; instálelo de nuevo o elija otro Python.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>Phrasegon met an error of its own: open the log and report it.</source>
        <translation>Se ha producido un error propio de Phrasegon: abra el registro e informe de él.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>There is too little free memory for this run: close other programs, choose the processor or a smaller model, and run again.</source>
        <translation>Hay muy poca memoria libre para esta ejecución: cierre otros programas, elija el procesador o un modelo menor y ejecútela de nuevo.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The raster cannot be used: {}</source>
        <translation>No se puede usar el ráster: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The phrase cannot be used: {}</source>
        <translation>No se puede usar la frase: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The model cannot be used: {}</source>
        <translation>No se puede usar el modelo: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The model's files cannot be used: {}</source>
        <translation>No se pueden usar los archivos del modelo: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>A setting cannot be used: {}</source>
        <translation>No se puede usar un ajuste: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The result cannot be written: {}</source>
        <translation>No se puede escribir el resultado: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine is not complete: {}</source>
        <translation>El motor no está completo: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine and the plugin do not understand each other; restart QGIS: {}</source>
        <translation>El motor y el complemento no se entienden; reinicie QGIS: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine reports: {}</source>
        <translation>El motor informa: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Making an empty environment</source>
        <translation>Creando un entorno vacío</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Building</source>
        <translation>Compilando</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Installing packages</source>
        <translation>Instalando paquetes</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Downloading {}</source>
        <translation>Descargando {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/lock.py"/>
        <source>Phrasegon may not write into {}: choose another data folder, or change who may write there.</source>
        <translation>Phrasegon no puede escribir en {}: elija otra carpeta de datos o cambie quién puede escribir en ella.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/lock.py"/>
        <source>Another window of QGIS is setting up or removing the engine: wait until it has finished.</source>
        <translation>Otra ventana de QGIS está instalando o eliminando el motor: espere a que termine.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/plan.py"/>
        <source>The engine's packages are not made for this computer ({}): name an existing Python that has them.</source>
        <translation>Los paquetes del motor no están hechos para este equipo ({}): indique un Python existente que los tenga.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/python.py"/>
        <source>The Python chosen for the engine, {}, is not there any more; choose another one.</source>
        <translation>El Python elegido para el motor, {}, ya no está; elija otro.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/python.py"/>
        <source>Phrasegon needs its engine, which has not been set up on this computer yet.</source>
        <translation>Phrasegon necesita su motor, que aún no está instalado en este equipo.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/removal.py"/>
        <source>The engine is running, perhaps in another window of QGIS: close that window first.</source>
        <translation>El motor está en marcha, quizá en otra ventana de QGIS: cierre antes esa ventana.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/uv.py"/>
        <source>Neither uv nor a Python with pip was found, and one of them is needed: install uv on this computer.</source>
        <translation>No se encontró uv ni un Python con pip, y se necesita uno de los dos: instale uv en este equipo.</translation>
    </message>
</context>
</TS>
