<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Phrasegon</name>
    <message>
        <location filename="../plugin/about.py"/>
        <location filename="../plugin/menu.py"/>
        <source>About Phrasegon</source>
        <translation>Über Phrasegon</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>Type a phrase, get georeferenced polygons, on your own machine.</source>
        <translation>Suchtext eintippen, georeferenzierte Polygone erhalten – auf dem eigenen Rechner.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>No imagery leaves this computer: the networks run in an engine beside QGIS.</source>
        <translation>Keine Bilddaten verlassen diesen Rechner: Die Netze laufen in einem Rechenkern neben QGIS.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>Models, engine and log are kept in {}.</source>
        <translation>Modelle, Rechenkern und Protokoll liegen in {}.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>&lt;a href="{}"&gt;Manual&lt;/a&gt;. Free software under the GPL, version 2 or later.</source>
        <translation>&lt;a href="{}"&gt;Handbuch&lt;/a&gt;. Freie Software unter der GPL, Version 2 oder neuer.</translation>
    </message>
    <message>
        <location filename="../plugin/desktop.py"/>
        <source>The engine is busy with another model; try again when it has finished.</source>
        <translation>Der Rechenkern ist mit einem anderen Modell beschäftigt; versuchen Sie es erneut, wenn er fertig ist.</translation>
    </message>
    <message>
        <location filename="../plugin/details.py"/>
        <source>Phrasegon: details</source>
        <translation>Phrasegon: Details</translation>
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
        <translation>Kopieren</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Separate touching o&amp;bjects</source>
        <translation>Verbundene&amp;s trennen</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>S&amp;quare the corners</source>
        <translation>Ecken &amp;rechtwinklig machen</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>&amp;Leave out empty tiles</source>
        <translation>&amp;Leere Kacheln auslassen</translation>
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
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Probability from which a pixel counts as found: lower finds more.</source>
        <translation>Wahrscheinlichkeit, ab der ein Pixel als gefunden zählt: Ein niedrigerer Wert findet mehr.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Min. area</source>
        <translation>Mindestfläche</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Polygons smaller than this are left out.</source>
        <translation>Kleinere Polygone werden weggelassen.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Fill holes</source>
        <translation>Löcher füllen</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Holes smaller than this are filled.</source>
        <translation>Kleinere Löcher werden gefüllt.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Simplify</source>
        <translation>Vereinfachen</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>So far an edge may move to get simpler.</source>
        <translation>So weit darf sich eine Kante beim Vereinfachen verschieben.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Cut a region apart where it is narrow: for houses that share a wall, tree crowns, parked cars; not for roads, water or vegetation.</source>
        <translation>Zerschneidet eine Fläche, wo sie schmal ist: für Häuser mit gemeinsamer Wand, Baumkronen, parkende Autos; nicht für Straßen, Wasser oder Vegetation.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Turn edges to each polygon's main direction and its perpendicular, as of buildings.</source>
        <translation>Dreht Kanten in die Hauptrichtung jedes Polygons und senkrecht dazu, wie bei Gebäuden.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>How much of its side a tile shares with its neighbour: more is slower.</source>
        <translation>Welchen Anteil seiner Seite sich eine Kachel mit der Nachbarkachel teilt: Mehr ist langsamer.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Every network marks something even where nothing is. Tiles that hardly hold the object count as empty, where the model can tell.</source>
        <translation>Jedes Netz markiert auch dort etwas, wo nichts ist. Kacheln, die das Gesuchte kaum enthalten, zählen als leer, sofern das Modell es beurteilen kann.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Selected only</source>
        <translation>Nur gewählte</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Whole raster</source>
        <translation>Ganzes Raster</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Current view</source>
        <translation>Aktuelle Ansicht</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Polygons of a layer</source>
        <translation>Polygone eines Layers</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>E&amp;xtent</source>
        <translation>A&amp;usdehnung</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Pol&amp;ygons</source>
        <translation>Pol&amp;ygone</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>The project has no polygon layer: add one, or choose another extent.</source>
        <translation>Das Projekt enthält keinen Polygonlayer: Fügen Sie einen hinzu oder wählen Sie eine andere Ausdehnung.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Selected only ({})</source>
        <translation>Nur gewählte ({})</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory.</source>
        <translation>Benötigt etwa {} Arbeitsspeicher.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory, and only {} are free: close other programs first.</source>
        <translation>Benötigt etwa {} Arbeitsspeicher, und nur {} sind frei: Schließen Sie zuerst andere Programme.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory; {} are free.</source>
        <translation>Benötigt etwa {} Arbeitsspeicher; {} sind frei.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>1 tile.</source>
        <translation>1 Kachel.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>About {} tiles.</source>
        <translation>Etwa {} Kacheln.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>1 tile, {}.</source>
        <translation>1 Kachel, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>About {} tiles, {}.</source>
        <translation>Etwa {} Kacheln, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>less than a second</source>
        <translation>weniger als eine Sekunde</translation>
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
        <translation> m je Pixel</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>As the raster</source>
        <translation>Wie das Raster</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>Metres a pixel to work at. “As the raster” keeps within what the model has learnt.</source>
        <translation>Meter je Pixel, mit denen gearbeitet wird. „Wie das Raster“ bleibt in dem Bereich, den das Modell gelernt hat.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>Pixel si&amp;ze</source>
        <translation>Pi&amp;xelgröße</translation>
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
        <translation>Startet …</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <source>Starting the engine…</source>
        <translation>Der Rechenkern startet …</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <location filename="../plugin/dock/words.py"/>
        <source>“{}”</source>
        <translation>„{}“</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <source>Nothing found for {}. A lower threshold may find more.</source>
        <translation>Zu {} wurde nichts gefunden. Ein niedrigerer Schwellenwert findet vielleicht mehr.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <source>Changes act on the result at once; the last two need another run.</source>
        <translation>Änderungen wirken sofort auf das Ergebnis; die letzten beiden brauchen einen neuen Lauf.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The model has learnt {} to {} m.</source>
        <translation>Das Modell hat {} bis {} m gelernt.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The raster has {} m a pixel.</source>
        <translation>Das Raster hat {} m je Pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The raster has {} m a pixel and is read at {} m.</source>
        <translation>Das Raster hat {} m je Pixel und wird mit {} m gelesen.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/folders.py"/>
        <source>No folder for temporary files can be made in {}: make room there.</source>
        <translation>In {} lässt sich kein Ordner für temporäre Dateien anlegen: Schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/greeting.py"/>
        <source>Phrasegon: starting the engine</source>
        <translation>Phrasegon: Rechenkern starten</translation>
    </message>
    <message>
        <location filename="../plugin/dock/guard.py"/>
        <source>The run was cancelled, because its raster was removed from the project.</source>
        <translation>Der Lauf wurde abgebrochen, weil sein Raster aus dem Projekt entfernt wurde.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/live.py"/>
        <source>Phrasegon: polygons anew</source>
        <translation>Phrasegon: Polygone neu bilden</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Get this model…</source>
        <translation>Dieses Modell holen …</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>&amp;Model</source>
        <translation>&amp;Modell</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Dev&amp;ice</source>
        <translation>&amp;Gerät</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>{} (not installed)</source>
        <translation>{} (nicht installiert)</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Automatic: {}</source>
        <translation>Automatisch: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>{}. Trained on {}; pixels of {} to {} m. Licence: {}.</source>
        <translation>{}. Trainiert mit {}; Pixel von {} bis {} m. Lizenz: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/notice.py"/>
        <source>Set up the en&amp;gine…</source>
        <translation>Rechen&amp;kern einrichten …</translation>
    </message>
    <message>
        <location filename="../plugin/dock/notice.py"/>
        <location filename="../plugin/messages.py"/>
        <source>Set up the engine</source>
        <translation>Rechenkern einrichten</translation>
    </message>
    <message>
        <location filename="../plugin/dock/one_tile.py"/>
        <source>The view is one tile at {} m a pixel.</source>
        <translation>Die Ansicht ist eine Kachel mit {} m je Pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/one_tile.py"/>
        <source>The model has learnt {} to {} m, so expect less of it here.</source>
        <translation>Das Modell hat {} bis {} m gelernt, hier ist also weniger von ihm zu erwarten.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/order.py"/>
        <source>The folder {} cannot be made: make room there.</source>
        <translation>Der Ordner {} lässt sich nicht anlegen: Schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Say what to look for, such as “the swimming pools”.</source>
        <translation>Geben Sie auf Englisch an, was gesucht wird, zum Beispiel „the swimming pools“.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <location filename="../plugin/dock/snapping.py"/>
        <source>The project has no raster: add an aerial or satellite image first.</source>
        <translation>Das Projekt enthält kein Raster: Fügen Sie zuerst ein Luft- oder Satellitenbild hinzu.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>“{}” is not installed: choose another model, or get it with the button below it.</source>
        <translation>„{}“ ist nicht installiert: Wählen Sie ein anderes Modell oder holen Sie es mit der Schaltfläche darunter.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>“{}” shows {} and is being edited: save or discard the edits first.</source>
        <translation>„{}“ zeigt {} und wird gerade bearbeitet: Speichern oder verwerfen Sie zuerst die Änderungen.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>{} is there already. Overwrite it with the new polygons?</source>
        <translation>{} ist bereits vorhanden. Mit den neuen Polygonen überschreiben?</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Save the polygons to</source>
        <translation>Polygone speichern in</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Temporary layer</source>
        <translation>Temporärer Layer</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>O&amp;utput</source>
        <translation>Ausga&amp;be</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Empty: a temporary layer. Else a GeoPackage, Shapefile, GeoJSON, FlatGeobuf or GeoParquet.</source>
        <translation>Leer: ein temporärer Layer. Sonst GeoPackage, Shapefile, GeoJSON, FlatGeobuf oder GeoParquet.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Choose the file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>“{}” is no format for polygons that Phrasegon writes: choose one of {}.</source>
        <translation>„{}“ ist kein Polygonformat, das Phrasegon schreibt: Wählen Sie eines von {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Choose the folder of “{}” too: use the button beside the name.</source>
        <translation>Wählen Sie auch den Ordner von „{}“: mit der Schaltfläche neben dem Namen.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>There is no folder {}: create it, or choose another one.</source>
        <translation>Den Ordner {} gibt es nicht: Legen Sie ihn an oder wählen Sie einen anderen.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>Wh&amp;at to find</source>
        <translation>&amp;Was gesucht wird</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>Say in English what to look for. Several phrases, separated by semicolons, give one layer each.</source>
        <translation>Geben Sie auf Englisch an, was gesucht wird. Mehrere Suchtexte, durch Semikolon getrennt, ergeben je einen Layer.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>e.g. trees; swimming pools</source>
        <translation>z. B. trees; swimming pools</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <location filename="../plugin/dock/progress.py"/>
        <location filename="../plugin/install/window.py"/>
        <location filename="../plugin/options/models.py"/>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Let the model read the scene now, before any phrase. What it has read is kept on the disk, as much of it as the options allow.</source>
        <translation>Das Modell liest die Szene jetzt, vor jedem Suchtext. Was es gelesen hat, bleibt auf der Platte, so viel davon, wie die Optionen zulassen.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Preparing the scene…</source>
        <translation>Szene wird vorbereitet …</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <location filename="../plugin/dock/progress.py"/>
        <source>Cancelling…</source>
        <translation>Wird abgebrochen …</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <location filename="../plugin/dock/progress.py"/>
        <location filename="../plugin/options/models.py"/>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>&amp;Prepare the scene</source>
        <translation>Szene &amp;vorbereiten</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Not prepared: the first phrase takes longest.</source>
        <translation>Nicht vorbereitet: Der erste Suchtext dauert am längsten.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Prepared: a further phrase is fast.</source>
        <translation>Vorbereitet: Ein weiterer Suchtext geht schnell.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Prepared to {} %.</source>
        <translation>Zu {} % vorbereitet.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/preparing.py"/>
        <source>Phrasegon: preparing the scene</source>
        <translation>Phrasegon: Szene vorbereiten</translation>
    </message>
    <message>
        <location filename="../plugin/dock/preparing.py"/>
        <source>Phrasegon: looking whether the scene is prepared</source>
        <translation>Phrasegon: nachsehen, ob die Szene vorbereitet ist</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Find polygons</source>
        <translation>Polygone finden</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Ad&amp;just the polygons</source>
        <translation>Polygone &amp;anpassen</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>&amp;Find polygons</source>
        <translation>Polygone &amp;finden</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Enter in the phrase field</source>
        <translation>Eingabetaste im Suchtextfeld</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Preparing the raster…</source>
        <translation>Raster wird vorbereitet …</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Loading the model…</source>
        <translation>Modell wird geladen …</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Looking at the raster…</source>
        <translation>Raster wird betrachtet …</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Turning probabilities into polygons…</source>
        <translation>Wahrscheinlichkeiten werden zu Polygonen …</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Writing the polygons…</source>
        <translation>Polygone werden geschrieben …</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Tile {} of {}</source>
        <translation>Kachel {} von {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Tile {} of {}, {} to go</source>
        <translation>Kachel {} von {}, noch {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/raster.py"/>
        <source>Ras&amp;ter</source>
        <translation>Ras&amp;ter</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>{} on {}, {}.</source>
        <translation>{} auf {}, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Note: {}</source>
        <translation>Hinweis: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>The model has not learnt: {}</source>
        <translation>Das Modell hat nicht gelernt: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Judged within each of {} tiles, not over the whole raster: {}</source>
        <translation>Innerhalb jeder der {} Kacheln beurteilt, nicht über das ganze Raster: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>The raster has no coordinate reference system: areas and lengths are in pixels.</source>
        <translation>Das Raster hat kein Koordinatenbezugssystem: Flächen und Längen sind in Pixeln angegeben.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Finished and kept: {}. “Go on” computes only the rest.</source>
        <translation>Fertig und aufgehoben: {}. „Fortsetzen“ berechnet nur den Rest.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <location filename="../plugin/install/words.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>the processor</source>
        <translation>dem Prozessor</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>the graphics card</source>
        <translation>der Grafikkarte</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Apple's graphics</source>
        <translation>Apples Grafikeinheit</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: nothing found.</source>
        <translation>„{}“: nichts gefunden.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: 1 polygon.</source>
        <translation>„{}“: 1 Polygon.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: {} polygons.</source>
        <translation>„{}“: {} Polygone.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>1 tile</source>
        <translation>1 Kachel</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>{} tiles</source>
        <translation>{} Kacheln</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Phrasegon: looking for searches that were broken off</source>
        <translation>Phrasegon: nach unterbrochenen Suchläufen sehen</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>A search for “{}” in {} was broken off after {} of {} tiles.</source>
        <translation>Eine Suche nach „{}“ in {} wurde nach {} von {} Kacheln unterbrochen.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Forget it</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Another search is under way: you will be asked again when it has ended.</source>
        <translation>Eine andere Suche ist im Gange: Wenn sie zu Ende ist, werden Sie erneut gefragt.</translation>
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
        <translation>Rechenkern und Plugin verstehen einander nicht; starten Sie QGIS neu.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/sliding.py"/>
        <source>{}, slider</source>
        <translation>{}, Schieberegler</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Cancel snapping</source>
        <translation>Einrasten abbrechen</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>S&amp;nap to objects</source>
        <translation>An Objekten ei&amp;nrasten</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>This needs SAM 2.1, which is not installed: get it under Settings &gt; Options &gt; Phrasegon.</source>
        <translation>Das braucht SAM 2.1, das nicht installiert ist: unter Einstellungen &gt; Optionen &gt; Phrasegon ist es zu haben.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Adds a layer in which the polygons of “{}” follow the objects in them, as {} sees them.</source>
        <translation>Fügt einen Layer hinzu, in dem die Polygone von „{}“ den Objekten darin folgen, wie {} sie sieht.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Phrasegon: “{}” snaps to objects</source>
        <translation>Phrasegon: „{}“ rastet an Objekten ein</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>{} (snapped)</source>
        <translation>{} (eingerastet)</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>{} of {} polygons follow an object now.</source>
        <translation>{} von {} Polygonen folgen jetzt einem Objekt.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Use the &amp;view as one tile</source>
        <translation>Ansicht als &amp;eine Kachel</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Set extent and pixel size so that the words are judged over all that the map shows.</source>
        <translation>Ausdehnung und Pixelgröße so setzen, dass die Wörter über alles beurteilt werden, was die Karte zeigt.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Back to the &amp;whole raster</source>
        <translation>&amp;Zurück zum ganzen Raster</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Set extent and pixel size back.</source>
        <translation>Ausdehnung und Pixelgröße zurücksetzen.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/words.py"/>
        <source>Not learnt by the model: {}.</source>
        <translation>Vom Modell nicht gelernt: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/words.py"/>
        <source>The model sees one tile at a time, so these are judged within each tile, not over the raster: {}.</source>
        <translation>Das Modell sieht immer nur eine Kachel und beurteilt dies innerhalb jeder Kachel, nicht über das Raster: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: what setting up the engine means</source>
        <translation>Phrasegon: was das Einrichten des Rechenkerns bedeutet</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: setting up the engine</source>
        <translation>Phrasegon: Rechenkern einrichten</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: trying out a Python</source>
        <translation>Phrasegon: ein Python ausprobieren</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: removing the engine</source>
        <translation>Phrasegon: Rechenkern entfernen</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Remove the engine</source>
        <translation>Rechenkern entfernen</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Update the engine …</source>
        <translation>Rechenkern aktualisieren …</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Set up the engine …</source>
        <translation>Rechenkern einrichten …</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>&amp;Download the packages</source>
        <translation>Pakete &amp;herunterladen</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Take the packages from a &amp;folder of wheels, without network</source>
        <translation>Pakete aus einem &amp;Ordner mit Wheels nehmen, ohne Netz</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Fill such a folder on a connected computer of the same kind, in the plugin's folder, with: {}</source>
        <translation>Füllen Sie einen solchen Ordner auf einem gleichartigen Rechner mit Netzzugang, im Ordner des Plugins, mit: {}</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Use an existing &amp;Python that has the packages</source>
        <translation>Ein vorhandenes &amp;Python verwenden, das die Pakete hat</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Folder of wheels</source>
        <translation>Ordner mit Wheels</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Python interpreter</source>
        <translation>Python-Interpreter</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Phrasegon: set up the engine</source>
        <translation>Phrasegon: Rechenkern einrichten</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>The networks run in a program of their own, the engine, with a Python and packages of its own. Nothing is installed into QGIS.</source>
        <translation>Die Netze laufen in einem eigenen Programm, dem Rechenkern, mit eigenem Python und eigenen Paketen. In QGIS wird nichts installiert.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>De&amp;tails</source>
        <translation>De&amp;tails</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Set up</source>
        <translation>&amp;Einrichten</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Cancel</source>
        <translation>&amp;Abbrechen</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Remove</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Delete the engine's environment; fetched models stay.</source>
        <translation>Löscht die Umgebung des Rechenkerns; geholte Modelle bleiben.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>The engine is started in it once, to see that it has all packages.</source>
        <translation>Der Rechenkern wird darin einmal gestartet, um zu prüfen, dass alle Pakete da sind.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Name the folder.</source>
        <translation>Geben Sie den Ordner an.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Looking at this computer …</source>
        <translation>Dieser Rechner wird untersucht …</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Cancelled; nothing was changed.</source>
        <translation>Abgebrochen; nichts wurde geändert.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Use it</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Update</source>
        <translation>Akt&amp;ualisieren</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Set up again</source>
        <translation>Neu &amp;einrichten</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>It goes to {}, outside QGIS and outside the plugin, where updates of both leave it alone.</source>
        <translation>Er kommt nach {}, außerhalb von QGIS und des Plugins, wo Aktualisierungen beider ihn unberührt lassen.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine uses {}.</source>
        <translation>Der Rechenkern verwendet {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine is not set up on this computer yet.</source>
        <translation>Der Rechenkern ist auf diesem Rechner noch nicht eingerichtet.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine was set up for another version of Phrasegon: update it.</source>
        <translation>Der Rechenkern wurde für eine andere Version von Phrasegon eingerichtet: Aktualisieren Sie ihn.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine is ready; it computes on {}.</source>
        <translation>Der Rechenkern ist bereit; er rechnet auf: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>It takes {} in {}.</source>
        <translation>Er belegt {} in {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>the NVIDIA graphics card</source>
        <translation>NVIDIA-Grafikkarte</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>the Apple chip</source>
        <translation>Apple-Chip</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Nothing is downloaded: all packages are taken from {}.</source>
        <translation>Es wird nichts heruntergeladen: Alle Pakete kommen aus {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>At most {} are downloaded.</source>
        <translation>Es werden höchstens {} heruntergeladen.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>About {} are downloaded.</source>
        <translation>Es werden etwa {} heruntergeladen.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>About {} are needed on the disk, {} are free.</source>
        <translation>Auf dem Datenträger werden etwa {} benötigt, {} sind frei.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>{} That is not enough: make room first.</source>
        <translation>{} Das reicht nicht: Schaffen Sie zuerst Platz.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the graphics unit of the Apple chip.</source>
        <translation>Die Netze werden auf der Grafikeinheit des Apple-Chips laufen.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the graphics card {}.</source>
        <translation>Die Netze werden auf der Grafikkarte {} laufen.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the processor: the build of torch for the graphics card {} cannot be had from here.</source>
        <translation>Die Netze werden auf dem Prozessor laufen: Das torch für die Grafikkarte {} ist von hier aus nicht erreichbar.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the processor: no NVIDIA graphics card was found.</source>
        <translation>Die Netze werden auf dem Prozessor laufen: Es wurde keine NVIDIA-Grafikkarte gefunden.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Where torch's own index cannot be reached, the registry's build is taken.</source>
        <translation>Wo das eigene Verzeichnis von torch nicht erreichbar ist, wird der Build der Paketquelle genommen.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The lighter build of torch cannot be reached from here, so the registry's is taken.</source>
        <translation>Der kleinere Build von torch ist von hier aus nicht erreichbar, daher wird der der Paketquelle genommen.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Every package is checked against the hash that Phrasegon was tested with, except torch: this build of it comes from torch's own index, whose hashes Phrasegon does not know.</source>
        <translation>Jedes Paket wird gegen die Prüfsumme geprüft, mit der Phrasegon getestet wurde, außer torch: Dieser Build kommt aus dem eigenen Verzeichnis von torch, dessen Prüfsummen Phrasegon nicht kennt.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Every package is checked against the hash that Phrasegon was tested with.</source>
        <translation>Jedes Paket wird gegen die Prüfsumme geprüft, mit der Phrasegon getestet wurde.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The layer “{}” holds no polygons: choose a layer of polygons.</source>
        <translation>Der Layer „{}“ enthält keine Polygone: Wählen Sie einen Polygonlayer.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>Nothing is selected in “{}”: select the polygons to work in, or take all of them.</source>
        <translation>In „{}“ ist nichts gewählt: Wählen Sie die Polygone aus, in denen gearbeitet werden soll, oder nehmen Sie alle.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The area to work in cannot be written to {}: make room or choose another folder.</source>
        <translation>Das Arbeitsgebiet lässt sich nicht nach {} schreiben: Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The polygons of “{}” lie outside of “{}”: choose polygons that lie on the raster.</source>
        <translation>Die Polygone von „{}“ liegen außerhalb von „{}“: Wählen Sie Polygone, die auf dem Raster liegen.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/extent.py"/>
        <source>The current view shows nothing of “{}”: zoom to the layer, or choose the whole layer.</source>
        <translation>Die aktuelle Ansicht zeigt nichts von „{}“: Zoomen Sie auf den Layer oder wählen Sie den ganzen Layer.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/extent.py"/>
        <source>The extent lies outside of “{}”: choose one on the raster.</source>
        <translation>Die Ausdehnung liegt außerhalb von „{}“: Wählen Sie eine auf dem Raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Polygons found by {} with a threshold of {}</source>
        <translation>Polygone, gefunden von {} mit einem Schwellenwert von {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Polygons made anew from the kept probabilities with a threshold of {}</source>
        <translation>Polygone, aus den aufbewahrten Wahrscheinlichkeiten neu gebildet mit einem Schwellenwert von {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>“{}” in {}</source>
        <translation>„{}“ in {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Weights of {}: {}</source>
        <translation>Gewichte von {}: {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <location filename="../plugin/layers/vector.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Phrase</source>
        <translation>Suchtext</translation>
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
        <translation>Modell</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Trained on</source>
        <translation>Trainiert mit</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Weights (SHA-256)</source>
        <translation>Gewichte (SHA-256)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Computed on</source>
        <translation>Gerechnet auf</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Metres a pixel</source>
        <translation>Meter je Pixel</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Overlap of the tiles</source>
        <translation>Überlappung der Kacheln</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Touching objects separated</source>
        <translation>Verbundene Objekte getrennt</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Tiles without the object left out</source>
        <translation>Kacheln ohne das Gesuchte ausgelassen</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Right angles</source>
        <translation>Rechte Winkel</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Bands</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Made</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Smallest area (m²)</source>
        <translation>Kleinste Fläche (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Smallest area (pixels)</source>
        <translation>Kleinste Fläche (Pixel)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Holes filled up to (m²)</source>
        <translation>Löcher gefüllt bis (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Holes filled up to (pixels)</source>
        <translation>Löcher gefüllt bis (Pixel)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Simplified by (m)</source>
        <translation>Vereinfacht um (m)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Simplified by (pixels)</source>
        <translation>Vereinfacht um (Pixel)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/objects.py"/>
        <source>There is no polygon to snap: draw or select one.</source>
        <translation>Es gibt kein Polygon zum Einrasten: eines zeichnen oder auswählen.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/objects.py"/>
        <location filename="../plugin/processing/vectors.py"/>
        <source>Polygons cannot be written to {}: make room there.</source>
        <translation>Polygone lassen sich nicht nach {} schreiben: Schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/picture.py"/>
        <source>{} cannot be written: make room or choose another folder.</source>
        <translation>{} lässt sich nicht schreiben: Schaffen Sie Platz oder wählen Sie einen anderen Ordner.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/picture.py"/>
        <source>“{}” cannot be read: check that the source can be reached, or choose another raster.</source>
        <translation>„{}“ lässt sich nicht lesen: Prüfen Sie, ob die Quelle erreichbar ist, oder wählen Sie ein anderes Raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/plan.py"/>
        <source>“{}” has no coordinate reference system here: assign one in the layer's properties.</source>
        <translation>„{}“ hat hier kein Koordinatenbezugssystem: Weisen Sie eines in den Layereigenschaften zu.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/plan.py"/>
        <source>“{}” has no pixels of its own: say how many metres a pixel.</source>
        <translation>„{}“ hat keine eigenen Pixel: Geben Sie an, wie viele Meter je Pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/preview.py"/>
        <source>Polygons so far</source>
        <translation>Bisherige Polygone</translation>
    </message>
    <message>
        <location filename="../plugin/layers/rendering.py"/>
        <source>“{}” shows nothing here: check that the source can be reached, and that the area and the metres a pixel are ones it has pictures for.</source>
        <translation>„{}“ zeigt hier nichts: Prüfen Sie, ob die Quelle erreichbar ist und ob sie für dieses Gebiet und diese Meter je Pixel Bilder hat.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/rendering.py"/>
        <source>{} % of the picture of “{}” is empty: its source may not have delivered all of it.</source>
        <translation>{} % des Bildes von „{}“ sind leer: Die Quelle hat vielleicht nicht alles geliefert.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/results.py"/>
        <source>The polygons are in {}, but this QGIS cannot read GeoParquet, so they are not shown.</source>
        <translation>Die Polygone liegen in {}, aber dieses QGIS kann GeoParquet nicht lesen, daher werden sie nicht angezeigt.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/results.py"/>
        <source>The polygons are in {}, but this QGIS cannot read them, so they are not shown.</source>
        <translation>Die Polygone liegen in {}, aber dieses QGIS kann sie nicht lesen, daher werden sie nicht angezeigt.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/revision.py"/>
        <source>“{}” is being edited: save or discard the edits first, then change the threshold.</source>
        <translation>„{}“ wird gerade bearbeitet: Speichern oder verwerfen Sie zuerst die Änderungen, dann ändern Sie den Schwellenwert.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/revision.py"/>
        <source>The revised polygons in {} cannot be read: run the phrase again.</source>
        <translation>Die überarbeiteten Polygone in {} lassen sich nicht lesen: Starten Sie den Suchtext erneut.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/snapping.py"/>
        <source>{} of {} parts of the raster could not be read: the polygons there stayed as they were.</source>
        <translation>{} von {} Teilen des Rasters waren nicht lesbar: Die Polygone dort blieben, wie sie waren.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>The folder {} cannot be made: choose another one.</source>
        <translation>Der Ordner {} lässt sich nicht anlegen: Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>The layer “{}” is broken: repair its data source, or choose another raster.</source>
        <translation>Der Layer „{}“ ist defekt: Reparieren Sie seine Datenquelle oder wählen Sie ein anderes Raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>“{}” would have to be written as {} million pixels, and the limit is {}: choose a smaller area or more metres a pixel, or raise the limit in the options.</source>
        <translation>„{}“ müsste mit {} Millionen Pixeln geschrieben werden, und die Grenze liegt bei {}: Wählen Sie ein kleineres Gebiet oder mehr Meter je Pixel, oder erhöhen Sie die Grenze in den Optionen.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>“{}” is written as {} million pixels first: that takes a while and {} of disk space.</source>
        <translation>„{}“ wird zuerst mit {} Millionen Pixeln geschrieben: Das dauert eine Weile und belegt {} auf dem Datenträger.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>There is too little room in {}: make room, or choose a smaller area.</source>
        <translation>In {} ist zu wenig Platz: Schaffen Sie Platz oder wählen Sie ein kleineres Gebiet.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/unread.py"/>
        <source>{} of {} tiles could not be read: nothing is known there. Repair the raster or get a whole copy of it, then run again over that area.</source>
        <translation>{} von {} Kacheln ließen sich nicht lesen: Dort ist nichts bekannt. Reparieren Sie das Raster oder besorgen Sie eine vollständige Kopie, und suchen Sie dann in diesem Gebiet erneut.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/unread.py"/>
        <source>Tiles that could not be read</source>
        <translation>Kacheln, die sich nicht lesen ließen</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Score (0 to 1)</source>
        <translation>Bewertung (0 bis 1)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Presence (0 to 1)</source>
        <translation>Vorkommen (0 bis 1)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Area (m²)</source>
        <translation>Fläche (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Area (pixels)</source>
        <translation>Fläche (Pixel)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Perimeter (m)</source>
        <translation>Umfang (m)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Perimeter (pixels)</source>
        <translation>Umfang (Pixel)</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Phrasegon: type a phrase, get polygons</source>
        <translation>Phrasegon: Suchtext eintippen, Polygone erhalten</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Options…</source>
        <translation>Optionen …</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>Open log</source>
        <translation>Protokoll öffnen</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <source>Start again</source>
        <translation>Erneut starten</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <source>Options</source>
        <translation>Optionen</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: looking at the models</source>
        <translation>Phrasegon: Modelle ansehen</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: asking for a model</source>
        <translation>Phrasegon: nach einem Modell fragen</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: fetching {}</source>
        <translation>Phrasegon: {} holen</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>The model {} is installed.</source>
        <translation>Das Modell {} ist installiert.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source> megapixels</source>
        <translation> Megapixel</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Layers that are no local file, such as web maps, are rendered up to this size.</source>
        <translation>Layer, die keine lokale Datei sind, etwa Webkarten, werden bis zu dieser Größe gerendert.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Models that read a scene before they hear a phrase keep here what they have read, so that a further phrase is fast. What was used longest ago goes first.</source>
        <translation>Modelle, die eine Szene vor jedem Suchtext lesen, heben hier auf, was sie gelesen haben, damit ein weiterer Suchtext schnell geht. Am längsten Ungenutztes weicht zuerst.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Fetched models, the engine and the log go here; what is elsewhere is not moved.</source>
        <translation>Geholte Modelle, der Rechenkern und das Protokoll kommen hierhin; was anderswo liegt, wird nicht verschoben.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Compute on</source>
        <translation>Rechnen auf</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Render at most</source>
        <translation>Höchstens rendern</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Disk for prepared scenes</source>
        <translation>Plattenplatz für vorbereitete Szenen</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>the fastest device</source>
        <translation>dem schnellsten Gerät</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Apple graphics</source>
        <translation>Apple-Grafik</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <location filename="../plugin/options/page.py"/>
        <source>Models</source>
        <translation>Modelle</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Licence</source>
        <translation>Lizenz</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Fetch…</source>
        <translation>Holen …</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>From a file…</source>
        <translation>Aus einer Datei …</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>installed</source>
        <translation>installiert</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>not installed</source>
        <translation>nicht installiert</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Trained on {}.</source>
        <translation>Trainiert mit {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>The models are listed as soon as the engine is set up.</source>
        <translation>Die Modelle werden aufgelistet, sobald der Rechenkern eingerichtet ist.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>A model's file</source>
        <translation>Datei eines Modells</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Weights ({})</source>
        <translation>Gewichte ({})</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Snaps polygons to objects; trained on {}; takes about {} of memory; licence: {}.</source>
        <translation>Lässt Polygone an Objekten einrasten; trainiert mit {}; belegt etwa {} Arbeitsspeicher; Lizenz: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Trained on {}; made for {} to {} m a pixel; takes about {} of memory; licence: {}.</source>
        <translation>Trainiert mit {}; gemacht für {} bis {} m je Pixel; belegt etwa {} Arbeitsspeicher; Lizenz: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/page.py"/>
        <source>Engine</source>
        <translation>Rechenkern</translation>
    </message>
    <message>
        <location filename="../plugin/options/page.py"/>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch a model</source>
        <translation>Ein Modell holen</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch {}?</source>
        <translation>{} holen?</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch</source>
        <translation>Holen</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Download: {}</source>
        <translation>Herunterzuladen: {}</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>From: {} ({})</source>
        <translation>Von: {} ({})</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Licence: {}</source>
        <translation>Lizenz: {}</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Goes to: {}</source>
        <translation>Ziel: {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>The engine was stopped; run the algorithm again.</source>
        <translation>Der Rechenkern wurde angehalten; starten Sie den Algorithmus erneut.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Polygons found: {}</source>
        <translation>Gefundene Polygone: {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Segmentation</source>
        <translation>Segmentierung</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Nothing can be written in {}, the folder for temporary files: make room there.</source>
        <translation>In {}, den Ordner für temporäre Dateien, lässt sich nichts schreiben: Schaffen Sie dort Platz.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” is missing.</source>
        <translation>„{}“ fehlt.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be a number from {:g} to {:g}, not {}.</source>
        <translation>„{}“ muss eine Zahl von {:g} bis {:g} sein, nicht {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be a number, {:g} or more, not {}.</source>
        <translation>„{}“ muss eine Zahl ab {:g} sein, nicht {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be one of {}, not {}.</source>
        <translation>„{}“ muss eines von {} sein, nicht {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}”: {} cannot be opened; choose a layer or a file that is there.</source>
        <translation>„{}“: {} lässt sich nicht öffnen; wählen Sie einen Layer oder eine Datei, die vorhanden ist.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” cannot be {}.</source>
        <translation>„{}“ kann nicht {} sein.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>{} is a folder: give the name of a file in it.</source>
        <translation>{} ist ein Ordner: Geben Sie den Namen einer Datei darin an.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>There is no folder {}: create it, or write to another one.</source>
        <translation>Den Ordner {} gibt es nicht: Legen Sie ihn an oder schreiben Sie in einen anderen.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>The folder {} cannot be written to: choose another one.</source>
        <translation>In den Ordner {} lässt sich nicht schreiben: Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Drop polygons smaller than (m²)</source>
        <translation>Polygone weglassen, die kleiner sind als (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Fill holes smaller than (m²)</source>
        <translation>Löcher füllen, die kleiner sind als (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Let edges move by up to (m)</source>
        <translation>Kanten verschieben dürfen um bis zu (m)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Separate objects that touch, as houses in a row</source>
        <translation>Verbundene Objekte trennen, wie bei Reihenhäusern</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Square the corners, as of buildings</source>
        <translation>Ecken rechtwinklig machen, wie bei Gebäuden</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Evaluate against reference polygons</source>
        <translation>Gegen Referenzpolygone auswerten</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Measures how well polygons agree with polygons that are known to be right</source>
        <translation>Misst, wie gut Polygone mit Polygonen übereinstimmen, die als richtig bekannt sind</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Measures how well found polygons agree with polygons that are known to be right, within the raster that they were found in.

Intersection over union, precision (how much of what was found is right) and recall (how much of what is there was found) count pixels on the raster's grid; pixels without data count for nothing. The precision and recall of polygons count pairs: a found polygon and one of the reference that share at least half of what they cover together.

A share of nothing, such as the recall where there is no reference polygon, has no value.

The report is a web page, or a JSON file where its name ends with .json.</source>
        <translation>Misst, wie gut gefundene Polygone mit Polygonen übereinstimmen, die als richtig bekannt sind, innerhalb des Rasters, in dem sie gefunden wurden.

Intersection over Union, Genauigkeit (wie viel des Gefundenen richtig ist) und Trefferquote (wie viel des Vorhandenen gefunden wurde) zählen Pixel auf dem Gitter des Rasters; Pixel ohne Daten zählen nicht. Genauigkeit und Trefferquote der Polygone zählen Paare: ein gefundenes Polygon und eines der Referenz, die mindestens die Hälfte dessen teilen, was sie zusammen bedecken.

Ein Anteil an nichts, etwa die Trefferquote, wo es kein Referenzpolygon gibt, hat keinen Wert.

Der Bericht ist eine Webseite oder eine JSON-Datei, wenn sein Name auf .json endet.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>phrasegon,accuracy,iou,precision,recall,validation,compare,segmentation</source>
        <translation>phrasegon,genauigkeit,iou,precision,recall,trefferquote,validierung,vergleich,segmentierung</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Found polygons</source>
        <translation>Gefundene Polygone</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Reference polygons</source>
        <translation>Referenzpolygone</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Raster they were found in</source>
        <translation>Raster, in dem sie gefunden wurden</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Web page (*.html);;JSON file (*.json)</source>
        <translation>Webseite (*.html);;JSON-Datei (*.json)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Intersection over union</source>
        <translation>Intersection over Union</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Precision of pixels</source>
        <translation>Genauigkeit der Pixel</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Recall of pixels</source>
        <translation>Trefferquote der Pixel</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Precision of polygons</source>
        <translation>Genauigkeit der Polygone</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Recall of polygons</source>
        <translation>Trefferquote der Polygone</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Number of found polygons</source>
        <translation>Anzahl gefundener Polygone</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Number of reference polygons</source>
        <translation>Anzahl der Referenzpolygone</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Loading the model …</source>
        <translation>Modell wird geladen …</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Turning the probability into polygons …</source>
        <translation>Wahrscheinlichkeit wird zu Polygonen …</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Writing the polygons …</source>
        <translation>Polygone werden geschrieben …</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Looking at the raster …</source>
        <translation>Raster wird betrachtet …</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>{} of {} tiles</source>
        <translation>{} von {} Kacheln</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>{}, {} to go</source>
        <translation>{}, noch {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Polygons from a probability raster</source>
        <translation>Polygone aus einem Wahrscheinlichkeitsraster</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Tries another threshold or clean-up on a kept probability, without running the model again</source>
        <translation>Probiert einen anderen Schwellenwert oder eine andere Bereinigung an einer aufbewahrten Wahrscheinlichkeit aus, ohne das Modell erneut laufen zu lassen</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Makes polygons of a probability raster that “Segment by phrase” has kept. The model does not run again, so that another threshold or another clean-up takes seconds.

Phrase and model only go into the attributes of the polygons; without a phrase, the name of the raster does.

Areas and lengths are metres on the ground; pixels where the raster has no coordinate reference system.</source>
        <translation>Bildet Polygone aus einem Wahrscheinlichkeitsraster, das „Nach Suchtext segmentieren“ aufbewahrt hat. Das Modell läuft nicht erneut, sodass ein anderer Schwellenwert oder eine andere Bereinigung nur Sekunden braucht.

Suchtext und Modell kommen nur in die Attribute der Polygone; ohne Suchtext steht dort der Name des Rasters.

Flächen und Längen sind Meter am Boden; Pixel, wenn das Raster kein Koordinatenbezugssystem hat.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>phrasegon,threshold,vectorise,vectorize,polygonise,probability,segmentation</source>
        <translation>phrasegon,schwellenwert,vektorisieren,polygonisieren,wahrscheinlichkeit,segmentierung</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Probability raster</source>
        <translation>Wahrscheinlichkeitsraster</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Phrase it was made for</source>
        <translation>Suchtext, für den es gemacht wurde</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Model it was made with</source>
        <translation>Modell, mit dem es gemacht wurde</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Polygons</source>
        <translation>Polygone</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Number of polygons</source>
        <translation>Anzahl der Polygone</translation>
    </message>
    <message>
        <location filename="../plugin/processing/provider.py"/>
        <source>Phrasegon: polygons from a phrase</source>
        <translation>Phrasegon: Polygone aus einem Suchtext</translation>
    </message>
    <message>
        <location filename="../plugin/processing/rasters.py"/>
        <source>“{}” is no raster file: export it to a GeoTIFF first, and choose that.</source>
        <translation>„{}“ ist keine Rasterdatei: Exportieren Sie den Layer zuerst in ein GeoTIFF und wählen Sie dieses.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>The report cannot be written to {} ({}): choose another place.</source>
        <translation>Der Bericht lässt sich nicht nach {} schreiben ({}): Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>Evaluation against reference polygons</source>
        <translation>Auswertung gegen Referenzpolygone</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>Pixels are compared on the raster's grid. A found polygon pairs with one of the reference where the two share at least half of what they cover together (intersection over union of 0.5).</source>
        <translation>Pixel werden auf dem Gitter des Rasters verglichen. Ein gefundenes Polygon bildet ein Paar mit einem der Referenz, wenn beide mindestens die Hälfte dessen teilen, was sie zusammen bedecken (Intersection over Union von 0,5).</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Segment by phrase</source>
        <translation>Nach Suchtext segmentieren</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Finds what a phrase speaks of in an image and gives polygons</source>
        <translation>Findet in einem Bild, wovon ein Suchtext spricht, und liefert Polygone</translation>
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
        <translation>Findet in Luft- oder Satellitenbildern, wovon ein Suchtext wie „the swimming pools“ spricht, und liefert Polygone mit Bewertung, Vorkommen, Fläche und Umfang. Alles wird auf diesem Rechner berechnet.

Suchtext: auf Englisch; mehrere Suchtexte werden durch Semikolon getrennt, und die Attribute der Polygone sagen, zu welchem sie gehören.

Ausdehnung, Gebiet: begrenzt den Lauf auf ein Rechteck oder auf die Polygone eines Layers.

Detail: Meter je Pixel, mit denen gearbeitet wird. Leer gelassen sind es die des Rasters, soweit das Modell sie gelernt hat.

Schwellenwert: Wahrscheinlichkeit, ab der ein Pixel als gefunden zählt; ein niedrigerer Wert findet mehr, auch mehr Falsches.

Kacheln ohne das Gesuchte auslassen: Jedes Netz markiert auch dort etwas, wo nichts ist; Kacheln, die das Gesuchte kaum enthalten, zählen als leer, sofern das Modell es beurteilen kann.

Wahrscheinlichkeitsraster: 0 bis 254, 255 wo keine Daten sind. „Polygone aus einem Wahrscheinlichkeitsraster“ bildet daraus in Sekunden Polygone mit einem anderen Schwellenwert. Bei mehreren Suchtexten hat die Datei des ersten den gewünschten Namen, und die der anderen liegen mit Nummer und Suchtext daneben.

Flächen und Längen sind Meter am Boden; Pixel, wenn das Raster kein Koordinatenbezugssystem hat.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>phrasegon,phrase,text,prompt,deep learning,ai,sam,extract,detect,buildings,trees,segmentation</source>
        <translation>phrasegon,suchtext,text,prompt,deep learning,ki,sam,extrahieren,erkennen,gebäude,bäume,segmentierung</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Extent</source>
        <translation>Ausdehnung</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Area</source>
        <translation>Gebiet</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Detail (m a pixel)</source>
        <translation>Detail (m je Pixel)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Overlap of tiles</source>
        <translation>Überlappung der Kacheln</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Leave out tiles without the object</source>
        <translation>Kacheln ohne das Gesuchte auslassen</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Probability rasters of all phrases</source>
        <translation>Wahrscheinlichkeitsraster aller Suchtexte</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Device that was used</source>
        <translation>Verwendetes Gerät</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Give either an extent or an area, not both.</source>
        <translation>Geben Sie entweder eine Ausdehnung oder ein Gebiet an, nicht beides.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>“{}” has no polygon to work in: draw or select one.</source>
        <translation>„{}“ enthält kein Polygon, in dem gearbeitet werden kann: Zeichnen oder wählen Sie eines.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Snap polygons to objects</source>
        <translation>Polygone an Objekten einrasten</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Turns rough polygons or boxes into outlines of the objects in them, without a phrase</source>
        <translation>Macht aus groben Polygonen oder Rechtecken Umrisse der Objekte darin, ohne Suchtext</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Turns rough polygons or boxes into the outlines of what an image shows in them. No phrase is needed: the box around each polygon tells the model where to look.

All attributes are kept as they were, areas and lengths too. “snapped” says whether a polygon has a new outline, and “snap_score”, 0 to 1, how far to trust it. A polygon that the image does not show, or in which the model sees nothing, stays as it was.

Model: SAM 2.1 in four sizes; the smallest one suits a computer without a graphics card. They are fetched in the options (Settings &gt; Options &gt; Phrasegon).

Point on the object: given to the model besides the box, where colours tell where the object is.

Move outlines to edges: helps where outlines are visibly loose, and harms good ones a little.</source>
        <translation>Macht aus groben Polygonen oder Rechtecken die Umrisse dessen, was ein Bild darin zeigt. Ein Suchtext ist nicht nötig: Das Rechteck um jedes Polygon sagt dem Modell, wo es hinsehen soll.

Alle Attribute bleiben, wie sie waren, auch Flächen und Längen. „snapped“ sagt, ob ein Polygon einen neuen Umriss hat, und „snap_score“, 0 bis 1, wie weit ihm zu trauen ist. Ein Polygon, das das Bild nicht zeigt oder in dem das Modell nichts sieht, bleibt, wie es war.

Modell: SAM 2.1 in vier Größen; das kleinste passt zu einem Rechner ohne Grafikkarte. Sie werden in den Optionen geholt (Einstellungen &gt; Optionen &gt; Phrasegon).

Punkt auf dem Objekt: wird dem Modell außer dem Rechteck gegeben, wo Farben verraten, wo das Objekt ist.

Umrisse an Kanten schieben: hilft, wo Umrisse sichtbar locker sind, und schadet guten ein wenig.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>phrasegon,snap,refine,outline,box,sam,digitise,digitize,segmentation</source>
        <translation>phrasegon,einrasten,verfeinern,umriss,rechteck,sam,digitalisieren,segmentierung</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Rough polygons</source>
        <translation>Grobe Polygone</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Point on the object</source>
        <translation>Punkt auf dem Objekt</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Move outlines to edges</source>
        <translation>Umrisse an Kanten schieben</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Snapped polygons</source>
        <translation>Eingerastete Polygone</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Number of snapped polygons</source>
        <translation>Anzahl der eingerasteten Polygone</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Polygons snapped: {} of {}</source>
        <translation>Eingerastete Polygone: {} von {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <location filename="../plugin/processing/vectors.py"/>
        <source>The polygons cannot be written: make room, or choose another place.</source>
        <translation>Die Polygone lassen sich nicht schreiben: Schaffen Sie Platz oder wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>Trying out the engine</source>
        <translation>Der Rechenkern wird ausprobiert</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>Looking for uv, the program that installs</source>
        <translation>Suche nach uv, dem Installationsprogramm</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>The engine needs {} on the disk of {} and {} are free: make room, or choose another data folder.</source>
        <translation>Der Rechenkern braucht {} auf dem Datenträger von {}, und {} sind frei: Schaffen Sie Platz oder wählen Sie einen anderen Datenordner.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The disk is full: make room, or choose a data folder on another disk.</source>
        <translation>Der Datenträger ist voll: Schaffen Sie Platz oder wählen Sie einen Datenordner auf einem anderen Datenträger.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package is not the one that Phrasegon was tested with (its hash differs), so it was not installed: try again, and if it stays, ask who looks after your network or your folder of wheels.</source>
        <translation>Ein Paket ist nicht das, mit dem Phrasegon getestet wurde (seine Prüfsumme weicht ab), daher wurde es nicht installiert: Versuchen Sie es erneut, und wenn es so bleibt, fragen Sie, wer Ihr Netz oder Ihren Ordner mit Wheels betreut.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Antivirus software or a rule of your organisation blocked a program that the engine needs: ask for Phrasegon's data folder to be allowed.</source>
        <translation>Ein Virenschutz oder eine Regel Ihrer Organisation hat ein Programm blockiert, das der Rechenkern braucht: Lassen Sie den Datenordner von Phrasegon freigeben.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The proxy did not let the download through: check the proxy in QGIS's options under Network, its name and password too.</source>
        <translation>Der Proxy hat den Download nicht durchgelassen: Prüfen Sie den Proxy in den QGIS-Optionen unter Netzwerk, auch Benutzername und Passwort.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The download server's certificate is not trusted here, as happens behind a firewall that reads along: ask for its certificate to be installed on this computer, or use a folder of wheels.</source>
        <translation>Dem Zertifikat des Download-Servers wird hier nicht vertraut, wie es hinter einer mitlesenden Firewall vorkommt: Lassen Sie deren Zertifikat auf diesem Rechner installieren oder verwenden Sie einen Ordner mit Wheels.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The packages cannot be reached: connect to the network, or use a folder of wheels.</source>
        <translation>Die Pakete sind nicht erreichbar: Stellen Sie eine Netzverbindung her oder verwenden Sie einen Ordner mit Wheels.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Phrasegon may not write into its data folder: choose another data folder, or change who may write there.</source>
        <translation>Phrasegon darf nicht in seinen Datenordner schreiben: Wählen Sie einen anderen Datenordner oder ändern Sie, wer dort schreiben darf.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>No suitable Python was found: install Python 3.11 on this computer, or name an existing one.</source>
        <translation>Es wurde kein passendes Python gefunden: Installieren Sie Python 3.11 auf diesem Rechner oder geben Sie ein vorhandenes an.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package is not made for this computer's operating system or Python: update the operating system, or name an existing Python that has the packages.</source>
        <translation>Ein Paket ist nicht für das Betriebssystem oder das Python dieses Rechners gemacht: Aktualisieren Sie das Betriebssystem oder geben Sie ein vorhandenes Python an, das die Pakete hat.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The folder of wheels lacks a package or has another version of it; Details names it.</source>
        <translation>Im Ordner mit Wheels fehlt ein Paket oder es hat eine andere Version; die Details nennen es.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package could not be built; Details tells what its build said.</source>
        <translation>Ein Paket ließ sich nicht bauen; die Details nennen die Meldungen dazu.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Setting up the engine failed; Details tells what was said.</source>
        <translation>Der Rechenkern ließ sich nicht einrichten; die Details nennen die Meldungen dazu.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/check.py"/>
        <source>There is no Python at {}.</source>
        <translation>In {} ist kein Python.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/check.py"/>
        <source>{} does not answer as a Python with Phrasegon's engine would.</source>
        <translation>{} antwortet nicht so, wie es ein Python mit dem Rechenkern von Phrasegon täte.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/engine.py"/>
        <source>The engine cannot be started with {}; choose another Python.</source>
        <translation>Der Rechenkern lässt sich mit {} nicht starten; wählen Sie ein anderes Python.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine was ended from outside, perhaps for lack of memory; start it again to go on.</source>
        <translation>Der Rechenkern wurde von außen beendet, vielleicht aus Mangel an Arbeitsspeicher; starten Sie ihn erneut, um weiterzumachen.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine ended unexpectedly; start it again to go on.</source>
        <translation>Der Rechenkern endete unerwartet; starten Sie ihn erneut, um weiterzumachen.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine ended before it was ready; set it up again or choose another Python.</source>
        <translation>Der Rechenkern endete, bevor er bereit war; richten Sie ihn neu ein oder wählen Sie ein anderes Python.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>Phrasegon met an error of its own: open the log and report it.</source>
        <translation>In Phrasegon selbst ist ein Fehler aufgetreten: Öffnen Sie das Protokoll und melden Sie ihn.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>There is too little free memory for this run: close other programs, choose the processor or a smaller model, and run again.</source>
        <translation>Für diesen Lauf ist zu wenig Arbeitsspeicher frei: Schließen Sie andere Programme, wählen Sie den Prozessor oder ein kleineres Modell und starten Sie erneut.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The raster cannot be used: {}</source>
        <translation>Das Raster ist nicht verwendbar: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The phrase cannot be used: {}</source>
        <translation>Der Suchtext ist nicht verwendbar: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The model cannot be used: {}</source>
        <translation>Das Modell ist nicht verwendbar: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The model's files cannot be used: {}</source>
        <translation>Die Dateien des Modells sind nicht verwendbar: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>A setting cannot be used: {}</source>
        <translation>Eine Einstellung ist nicht verwendbar: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The result cannot be written: {}</source>
        <translation>Das Ergebnis lässt sich nicht schreiben: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine is not complete: {}</source>
        <translation>Der Rechenkern ist nicht vollständig: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine and the plugin do not understand each other; restart QGIS: {}</source>
        <translation>Rechenkern und Plugin verstehen einander nicht; starten Sie QGIS neu: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine reports: {}</source>
        <translation>Der Rechenkern meldet: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Making an empty environment</source>
        <translation>Leere Umgebung wird angelegt</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Building</source>
        <translation>Wird gebaut</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Installing packages</source>
        <translation>Pakete werden installiert</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Downloading {}</source>
        <translation>{} wird heruntergeladen</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/lock.py"/>
        <source>Phrasegon may not write into {}: choose another data folder, or change who may write there.</source>
        <translation>Phrasegon darf nicht nach {} schreiben: Wählen Sie einen anderen Datenordner oder ändern Sie, wer dort schreiben darf.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/lock.py"/>
        <source>Another window of QGIS is setting up or removing the engine: wait until it has finished.</source>
        <translation>Ein anderes QGIS-Fenster richtet den Rechenkern gerade ein oder entfernt ihn: Warten Sie, bis es fertig ist.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/plan.py"/>
        <source>The engine's packages are not made for this computer ({}): name an existing Python that has them.</source>
        <translation>Die Pakete des Rechenkerns sind nicht für diesen Rechner ({}) gemacht: Geben Sie ein vorhandenes Python an, das sie hat.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/python.py"/>
        <source>The Python chosen for the engine, {}, is not there any more; choose another one.</source>
        <translation>Das für den Rechenkern gewählte Python {} ist nicht mehr da; wählen Sie ein anderes.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/python.py"/>
        <source>Phrasegon needs its engine, which has not been set up on this computer yet.</source>
        <translation>Phrasegon braucht seinen Rechenkern, der auf diesem Rechner noch nicht eingerichtet ist.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/removal.py"/>
        <source>The engine is running, perhaps in another window of QGIS: close that window first.</source>
        <translation>Der Rechenkern läuft, vielleicht in einem anderen QGIS-Fenster: Schließen Sie zuerst dieses Fenster.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/uv.py"/>
        <source>Neither uv nor a Python with pip was found, and one of them is needed: install uv on this computer.</source>
        <translation>Weder uv noch ein Python mit pip wurde gefunden, und eines davon wird gebraucht: Installieren Sie uv auf diesem Rechner.</translation>
    </message>
</context>
</TS>
