<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
<context>
    <name>Phrasegon</name>
    <message>
        <location filename="../plugin/about.py"/>
        <location filename="../plugin/menu.py"/>
        <source>About Phrasegon</source>
        <translation>À propos de Phrasegon</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>Type a phrase, get georeferenced polygons, on your own machine.</source>
        <translation>Saisissez un texte, obtenez des polygones géoréférencés, sur votre propre machine.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>No imagery leaves this computer: the networks run in an engine beside QGIS.</source>
        <translation>Aucune image ne quitte cet ordinateur : les réseaux tournent dans un moteur à côté de QGIS.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>Models, engine and log are kept in {}.</source>
        <translation>Les modèles, le moteur et le journal se trouvent dans {}.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>&lt;a href="{}"&gt;Manual&lt;/a&gt;. Free software under the GPL, version 2 or later.</source>
        <translation>&lt;a href="{}"&gt;Manuel&lt;/a&gt;. Logiciel libre sous licence GPL, version 2 ou ultérieure.</translation>
    </message>
    <message>
        <location filename="../plugin/desktop.py"/>
        <source>The engine is busy with another model; try again when it has finished.</source>
        <translation>Le moteur est occupé avec un autre modèle ; réessayez quand il aura terminé.</translation>
    </message>
    <message>
        <location filename="../plugin/details.py"/>
        <source>Phrasegon: details</source>
        <translation>Phrasegon : détails</translation>
    </message>
    <message>
        <location filename="../plugin/details.py"/>
        <location filename="../plugin/install/window.py"/>
        <location filename="../plugin/messages.py"/>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <location filename="../plugin/details.py"/>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Advanced</source>
        <translation>Avancé</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Separate touching o&amp;bjects</source>
        <translation>Séparer ce qui se t&amp;ouche</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>S&amp;quare the corners</source>
        <translation>Angles &amp;droits</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>&amp;Leave out empty tiles</source>
        <translation>Exclure les tuiles &amp;vides</translation>
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
        <translation>Seuil</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Probability from which a pixel counts as found: lower finds more.</source>
        <translation>Probabilité à partir de laquelle un pixel compte comme trouvé : une valeur plus basse trouve davantage.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Min. area</source>
        <translation>Surface min.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Polygons smaller than this are left out.</source>
        <translation>Les polygones plus petits sont omis.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Fill holes</source>
        <translation>Combler les trous</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Holes smaller than this are filled.</source>
        <translation>Les trous plus petits sont comblés.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Simplify</source>
        <translation>Simplifier</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>So far an edge may move to get simpler.</source>
        <translation>De combien un bord peut se déplacer en étant simplifié.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Cut a region apart where it is narrow: for houses that share a wall, tree crowns, parked cars; not for roads, water or vegetation.</source>
        <translation>Coupe une surface là où elle est étroite : pour des maisons mitoyennes, des houppiers, des voitures garées ; pas pour des routes, de l'eau ou de la végétation.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Turn edges to each polygon's main direction and its perpendicular, as of buildings.</source>
        <translation>Oriente les bords selon la direction principale de chaque polygone et sa perpendiculaire, comme pour des bâtiments.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Overlap</source>
        <translation>Recouvrement</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>How much of its side a tile shares with its neighbour: more is slower.</source>
        <translation>Part de son côté qu'une tuile partage avec sa voisine : plus est plus lent.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Every network marks something even where nothing is. Tiles that hardly hold the object count as empty, where the model can tell.</source>
        <translation>Tout réseau marque quelque chose même là où il n'y a rien. Les tuiles qui ne contiennent guère l'objet comptent comme vides, si le modèle peut en juger.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Selected only</source>
        <translation>Sélection uniquement</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Whole raster</source>
        <translation>Raster entier</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Current view</source>
        <translation>Vue actuelle</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Polygons of a layer</source>
        <translation>Polygones d'une couche</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>E&amp;xtent</source>
        <translation>&amp;Emprise</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Pol&amp;ygons</source>
        <translation>Pol&amp;ygones</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>The project has no polygon layer: add one, or choose another extent.</source>
        <translation>Le projet n'a pas de couche de polygones : ajoutez-en une ou choisissez une autre emprise.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Selected only ({})</source>
        <translation>Sélection uniquement ({})</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory.</source>
        <translation>Nécessite environ {} de mémoire.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory, and only {} are free: close other programs first.</source>
        <translation>Nécessite environ {} de mémoire, et seuls {} sont libres : fermez d'abord d'autres programmes.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory; {} are free.</source>
        <translation>Nécessite environ {} de mémoire ; {} sont libres.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>1 tile.</source>
        <translation>1 tuile.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>About {} tiles.</source>
        <translation>Environ {} tuiles.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>1 tile, {}.</source>
        <translation>1 tuile, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>About {} tiles, {}.</source>
        <translation>Environ {} tuiles, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>less than a second</source>
        <translation>moins d'une seconde</translation>
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
        <translation> m par pixel</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>As the raster</source>
        <translation>Comme le raster</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>Metres a pixel to work at. “As the raster” keeps within what the model has learnt.</source>
        <translation>Mètres par pixel avec lesquels travailler. « Comme le raster » reste dans ce que le modèle a appris.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>Pixel si&amp;ze</source>
        <translation>&amp;Taille de pixel</translation>
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
        <translation>Démarrage…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <source>Starting the engine…</source>
        <translation>Démarrage du moteur…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <location filename="../plugin/dock/words.py"/>
        <source>“{}”</source>
        <translation>« {} »</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <source>Nothing found for {}. A lower threshold may find more.</source>
        <translation>Rien trouvé pour {}. Un seuil plus bas peut trouver davantage.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <location filename="../plugin/dock/dock.py"/>
        <source>Changes act on the result at once; the last two need another run.</source>
        <translation>Les modifications agissent aussitôt sur le résultat ; les deux dernières demandent un nouveau traitement.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The model has learnt {} to {} m.</source>
        <translation>Le modèle a appris de {} à {} m.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The raster has {} m a pixel.</source>
        <translation>Le raster a {} m par pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The raster has {} m a pixel and is read at {} m.</source>
        <translation>Le raster a {} m par pixel et est lu à {} m.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/folders.py"/>
        <source>No folder for temporary files can be made in {}: make room there.</source>
        <translation>Impossible de créer un dossier pour les fichiers temporaires dans {} : libérez-y de l'espace.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/greeting.py"/>
        <source>Phrasegon: starting the engine</source>
        <translation>Phrasegon : démarrage du moteur</translation>
    </message>
    <message>
        <location filename="../plugin/dock/guard.py"/>
        <source>The run was cancelled, because its raster was removed from the project.</source>
        <translation>Le traitement a été annulé, car son raster a été retiré du projet.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/live.py"/>
        <source>Phrasegon: polygons anew</source>
        <translation>Phrasegon : nouveaux polygones</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Get this model…</source>
        <translation>Obtenir ce modèle…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>&amp;Model</source>
        <translation>&amp;Modèle</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Dev&amp;ice</source>
        <translation>Pér&amp;iphérique</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>{} (not installed)</source>
        <translation>{} (non installé)</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Automatic</source>
        <translation>Automatique</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Automatic: {}</source>
        <translation>Automatique : {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Processor</source>
        <translation>Processeur</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>{}. Trained on {}; pixels of {} to {} m. Licence: {}.</source>
        <translation>{}. Entraîné avec {} ; pixels de {} à {} m. Licence : {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/notice.py"/>
        <source>Set up the en&amp;gine…</source>
        <translation>Installer le mote&amp;ur…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/notice.py"/>
        <location filename="../plugin/messages.py"/>
        <source>Set up the engine</source>
        <translation>Installer le moteur</translation>
    </message>
    <message>
        <location filename="../plugin/dock/one_tile.py"/>
        <source>The view is one tile at {} m a pixel.</source>
        <translation>La vue est une tuile à {} m par pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/one_tile.py"/>
        <source>The model has learnt {} to {} m, so expect less of it here.</source>
        <translation>Le modèle a appris de {} à {} m : il faut en attendre moins ici.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/order.py"/>
        <source>The folder {} cannot be made: make room there.</source>
        <translation>Impossible de créer le dossier {} : libérez-y de l'espace.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Say what to look for, such as “the swimming pools”.</source>
        <translation>Dites en anglais ce qu'il faut chercher, par exemple « the swimming pools ».</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <location filename="../plugin/dock/snapping.py"/>
        <source>The project has no raster: add an aerial or satellite image first.</source>
        <translation>Le projet n'a pas de raster : ajoutez d'abord une image aérienne ou satellite.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>“{}” is not installed: choose another model, or get it with the button below it.</source>
        <translation>« {} » n'est pas installé : choisissez un autre modèle ou obtenez-le avec le bouton situé dessous.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>“{}” shows {} and is being edited: save or discard the edits first.</source>
        <translation>« {} » affiche {} et est en cours d'édition : enregistrez ou annulez d'abord les modifications.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>{} is there already. Overwrite it with the new polygons?</source>
        <translation>{} existe déjà. L'écraser avec les nouveaux polygones ?</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Save the polygons to</source>
        <translation>Enregistrer les polygones dans</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Temporary layer</source>
        <translation>Couche temporaire</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>O&amp;utput</source>
        <translation>&amp;Sortie</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Empty: a temporary layer. Else a GeoPackage, Shapefile, GeoJSON, FlatGeobuf or GeoParquet.</source>
        <translation>Vide : une couche temporaire. Sinon GeoPackage, Shapefile, GeoJSON, FlatGeobuf ou GeoParquet.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Choose the file</source>
        <translation>Choisir le fichier</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>“{}” is no format for polygons that Phrasegon writes: choose one of {}.</source>
        <translation>« {} » n'est pas un format de polygones que Phrasegon écrit : choisissez l'un de {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Choose the folder of “{}” too: use the button beside the name.</source>
        <translation>Choisissez aussi le dossier de « {} » : utilisez le bouton à côté du nom.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>There is no folder {}: create it, or choose another one.</source>
        <translation>Le dossier {} n'existe pas : créez-le ou choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>Wh&amp;at to find</source>
        <translation>&amp;Que chercher</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>Say in English what to look for. Several phrases, separated by semicolons, give one layer each.</source>
        <translation>Dites en anglais ce qu'il faut chercher. Plusieurs textes, séparés par des points-virgules, donnent chacun une couche.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>e.g. trees; swimming pools</source>
        <translation>p. ex. trees; swimming pools</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <location filename="../plugin/dock/progress.py"/>
        <location filename="../plugin/install/window.py"/>
        <location filename="../plugin/options/models.py"/>
        <source>Progress</source>
        <translation>Progression</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Let the model read the scene now, before any phrase. What it has read is kept on the disk, as much of it as the options allow.</source>
        <translation>Le modèle lit la scène maintenant, avant tout texte. Ce qu'il a lu reste sur le disque, autant que les options le permettent.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Preparing the scene…</source>
        <translation>Préparation de la scène…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <location filename="../plugin/dock/progress.py"/>
        <source>Cancelling…</source>
        <translation>Annulation…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <location filename="../plugin/dock/progress.py"/>
        <location filename="../plugin/options/models.py"/>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>&amp;Prepare the scene</source>
        <translation>&amp;Préparer la scène</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Not prepared: the first phrase takes longest.</source>
        <translation>Non préparée : le premier texte est le plus long.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Prepared: a further phrase is fast.</source>
        <translation>Préparée : un autre texte est rapide.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Prepared to {} %.</source>
        <translation>Préparée à {} %.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/preparing.py"/>
        <source>Phrasegon: preparing the scene</source>
        <translation>Phrasegon : préparation de la scène</translation>
    </message>
    <message>
        <location filename="../plugin/dock/preparing.py"/>
        <source>Phrasegon: looking whether the scene is prepared</source>
        <translation>Phrasegon : la scène est-elle préparée ?</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Find polygons</source>
        <translation>Chercher les polygones</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Ad&amp;just the polygons</source>
        <translation>A&amp;juster les polygones</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>&amp;Find polygons</source>
        <translation>Cherc&amp;her les polygones</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Enter in the phrase field</source>
        <translation>Entrée dans le champ du texte</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Preparing the raster…</source>
        <translation>Préparation du raster…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Loading the model…</source>
        <translation>Chargement du modèle…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Looking at the raster…</source>
        <translation>Examen du raster…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Turning probabilities into polygons…</source>
        <translation>Conversion des probabilités en polygones…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Writing the polygons…</source>
        <translation>Écriture des polygones…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Tile {} of {}</source>
        <translation>Tuile {} sur {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Tile {} of {}, {} to go</source>
        <translation>Tuile {} sur {}, encore {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/raster.py"/>
        <source>Ras&amp;ter</source>
        <translation>&amp;Raster</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>{} on {}, {}.</source>
        <translation>{} sur {}, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Note: {}</source>
        <translation>Remarque : {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>The model has not learnt: {}</source>
        <translation>Le modèle n'a pas appris : {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Judged within each of {} tiles, not over the whole raster: {}</source>
        <translation>Jugé à l'intérieur de chacune des {} tuiles, non sur tout le raster : {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>The raster has no coordinate reference system: areas and lengths are in pixels.</source>
        <translation>Le raster n'a pas de système de coordonnées de référence : surfaces et longueurs sont en pixels.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Finished and kept: {}. “Go on” computes only the rest.</source>
        <translation>Terminé et conservé : {}. « Continuer » ne calcule que le reste.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <location filename="../plugin/install/words.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>the processor</source>
        <translation>le processeur</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>the graphics card</source>
        <translation>la carte graphique</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Apple's graphics</source>
        <translation>l'unité graphique d'Apple</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: nothing found.</source>
        <translation>« {} » : rien trouvé.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: 1 polygon.</source>
        <translation>« {} » : 1 polygone.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: {} polygons.</source>
        <translation>« {} » : {} polygones.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>1 tile</source>
        <translation>1 tuile</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>{} tiles</source>
        <translation>{} tuiles</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Phrasegon: looking for searches that were broken off</source>
        <translation>Phrasegon : recherche de traitements interrompus</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>A search for “{}” in {} was broken off after {} of {} tiles.</source>
        <translation>Une recherche de « {} » dans {} a été interrompue après {} tuiles sur {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Forget it</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Another search is under way: you will be asked again when it has ended.</source>
        <translation>Une autre recherche est en cours : la question vous sera posée de nouveau quand elle sera terminée.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/run.py"/>
        <source>Phrasegon: {}</source>
        <translation>Phrasegon : {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/run.py"/>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>The engine and the plugin do not understand each other; restart QGIS.</source>
        <translation>Le moteur et l'extension ne se comprennent pas ; redémarrez QGIS.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/sliding.py"/>
        <source>{}, slider</source>
        <translation>{}, curseur</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Cancel snapping</source>
        <translation>Annuler l'ajustement</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>S&amp;nap to objects</source>
        <translation>Ajuster au&amp;x objets</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>This needs SAM 2.1, which is not installed: get it under Settings &gt; Options &gt; Phrasegon.</source>
        <translation>Cela demande SAM 2.1, qui n'est pas installé : on l'obtient sous Préférences &gt; Options &gt; Phrasegon.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Adds a layer in which the polygons of “{}” follow the objects in them, as {} sees them.</source>
        <translation>Ajoute une couche où les polygones de « {} » suivent les objets qu'ils contiennent, tels que {} les voit.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Phrasegon: “{}” snaps to objects</source>
        <translation>Phrasegon : « {} » s'ajuste aux objets</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>{} (snapped)</source>
        <translation>{} (ajusté)</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>{} of {} polygons follow an object now.</source>
        <translation>{} polygones sur {} suivent maintenant un objet.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Use the &amp;view as one tile</source>
        <translation>Vue &amp;comme une tuile</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Set extent and pixel size so that the words are judged over all that the map shows.</source>
        <translation>Régler l'emprise et la taille de pixel pour que les mots soient jugés sur tout ce que montre la carte.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Back to the &amp;whole raster</source>
        <translation>Retour au raster e&amp;ntier</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Set extent and pixel size back.</source>
        <translation>Rétablir l'emprise et la taille de pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/words.py"/>
        <source>Not learnt by the model: {}.</source>
        <translation>Non appris par le modèle : {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/words.py"/>
        <source>The model sees one tile at a time, so these are judged within each tile, not over the raster: {}.</source>
        <translation>Le modèle voit une tuile à la fois, ceci est donc jugé à l'intérieur de chaque tuile, non sur le raster : {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: what setting up the engine means</source>
        <translation>Phrasegon : ce que l'installation du moteur implique</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: setting up the engine</source>
        <translation>Phrasegon : installation du moteur</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: trying out a Python</source>
        <translation>Phrasegon : essai d'un Python</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: removing the engine</source>
        <translation>Phrasegon : suppression du moteur</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Remove the engine</source>
        <translation>Supprimer le moteur</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Update the engine …</source>
        <translation>Mettre à jour le moteur…</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Set up the engine …</source>
        <translation>Installer le moteur…</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Change …</source>
        <translation>Modifier…</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>&amp;Download the packages</source>
        <translation>&amp;Télécharger les paquets</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Take the packages from a &amp;folder of wheels, without network</source>
        <translation>Prendre les paquets dans un &amp;dossier de wheels, sans réseau</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Fill such a folder on a connected computer of the same kind, in the plugin's folder, with: {}</source>
        <translation>Remplissez ce dossier sur un ordinateur connecté du même type, dans le dossier de l'extension, avec : {}</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Use an existing &amp;Python that has the packages</source>
        <translation>Utiliser un &amp;Python existant qui a les paquets</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Folder of wheels</source>
        <translation>Dossier de wheels</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Python interpreter</source>
        <translation>Interpréteur Python</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Phrasegon: set up the engine</source>
        <translation>Phrasegon : installer le moteur</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>The networks run in a program of their own, the engine, with a Python and packages of its own. Nothing is installed into QGIS.</source>
        <translation>Les réseaux tournent dans un programme à part, le moteur, avec un Python et des paquets à lui. Rien n'est installé dans QGIS.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>De&amp;tails</source>
        <translation>Détai&amp;ls</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Set up</source>
        <translation>&amp;Installer</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Cancel</source>
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Remove</source>
        <translation>&amp;Supprimer</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Delete the engine's environment; fetched models stay.</source>
        <translation>Supprime l'environnement du moteur ; les modèles obtenus restent.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>C&amp;lose</source>
        <translation>&amp;Fermer</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>The engine is started in it once, to see that it has all packages.</source>
        <translation>Le moteur y est démarré une fois, pour vérifier que tous les paquets s'y trouvent.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Name the folder.</source>
        <translation>Indiquez le dossier.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Looking at this computer …</source>
        <translation>Examen de cet ordinateur…</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Cancelled; nothing was changed.</source>
        <translation>Annulé ; rien n'a été modifié.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Use it</source>
        <translation>&amp;Utiliser</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Update</source>
        <translation>Mettre à &amp;jour</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Set up again</source>
        <translation>Ré&amp;installer</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>It goes to {}, outside QGIS and outside the plugin, where updates of both leave it alone.</source>
        <translation>Il va dans {}, hors de QGIS et de l'extension, où les mises à jour des deux n'y touchent pas.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine uses {}.</source>
        <translation>Le moteur utilise {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine is not set up on this computer yet.</source>
        <translation>Le moteur n'est pas encore installé sur cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine was set up for another version of Phrasegon: update it.</source>
        <translation>Le moteur a été installé pour une autre version de Phrasegon : mettez-le à jour.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine is ready; it computes on {}.</source>
        <translation>Le moteur est prêt ; il calcule sur {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>It takes {} in {}.</source>
        <translation>Il occupe {} dans {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>the NVIDIA graphics card</source>
        <translation>la carte graphique NVIDIA</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>the Apple chip</source>
        <translation>la puce Apple</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Nothing is downloaded: all packages are taken from {}.</source>
        <translation>Rien n'est téléchargé : tous les paquets sont pris dans {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>At most {} are downloaded.</source>
        <translation>{} au plus sont téléchargés.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>About {} are downloaded.</source>
        <translation>Environ {} sont téléchargés.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>About {} are needed on the disk, {} are free.</source>
        <translation>Environ {} sont nécessaires sur le disque, {} sont libres.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>{} That is not enough: make room first.</source>
        <translation>{} Ce n'est pas assez : libérez d'abord de l'espace.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the graphics unit of the Apple chip.</source>
        <translation>Les réseaux tourneront sur l'unité graphique de la puce Apple.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the graphics card {}.</source>
        <translation>Les réseaux tourneront sur la carte graphique {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the processor: the build of torch for the graphics card {} cannot be had from here.</source>
        <translation>Les réseaux tourneront sur le processeur : la version de torch pour la carte graphique {} ne peut pas être obtenue d'ici.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the processor: no NVIDIA graphics card was found.</source>
        <translation>Les réseaux tourneront sur le processeur : aucune carte graphique NVIDIA n'a été trouvée.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Where torch's own index cannot be reached, the registry's build is taken.</source>
        <translation>Là où l'index propre à torch n'est pas joignable, la version du registre de paquets est prise.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The lighter build of torch cannot be reached from here, so the registry's is taken.</source>
        <translation>La version plus légère de torch n'est pas joignable d'ici ; celle du registre de paquets est donc prise.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Every package is checked against the hash that Phrasegon was tested with, except torch: this build of it comes from torch's own index, whose hashes Phrasegon does not know.</source>
        <translation>Chaque paquet est vérifié avec l'empreinte avec laquelle Phrasegon a été testé, sauf torch : cette version vient de l'index propre à torch, dont Phrasegon ne connaît pas les empreintes.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Every package is checked against the hash that Phrasegon was tested with.</source>
        <translation>Chaque paquet est vérifié avec l'empreinte avec laquelle Phrasegon a été testé.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The layer “{}” holds no polygons: choose a layer of polygons.</source>
        <translation>La couche « {} » ne contient pas de polygones : choisissez une couche de polygones.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>Nothing is selected in “{}”: select the polygons to work in, or take all of them.</source>
        <translation>Rien n'est sélectionné dans « {} » : sélectionnez les polygones où travailler, ou prenez-les tous.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The area to work in cannot be written to {}: make room or choose another folder.</source>
        <translation>La zone de travail ne peut pas être écrite dans {} : libérez de l'espace ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The polygons of “{}” lie outside of “{}”: choose polygons that lie on the raster.</source>
        <translation>Les polygones de « {} » sont en dehors de « {} » : choisissez des polygones situés sur le raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/extent.py"/>
        <source>The current view shows nothing of “{}”: zoom to the layer, or choose the whole layer.</source>
        <translation>La vue actuelle ne montre rien de « {} » : zoomez sur la couche ou choisissez la couche entière.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/extent.py"/>
        <source>The extent lies outside of “{}”: choose one on the raster.</source>
        <translation>L'emprise est en dehors de « {} » : choisissez-en une sur le raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Polygons found by {} with a threshold of {}</source>
        <translation>Polygones trouvés par {} avec un seuil de {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Polygons made anew from the kept probabilities with a threshold of {}</source>
        <translation>Polygones refaits à partir des probabilités conservées avec un seuil de {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>“{}” in {}</source>
        <translation>« {} » dans {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Weights of {}: {}</source>
        <translation>Poids de {} : {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <location filename="../plugin/layers/vector.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Phrase</source>
        <translation>Texte recherché</translation>
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
        <translation>Modèle</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Trained on</source>
        <translation>Entraîné avec</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Weights (SHA-256)</source>
        <translation>Poids (SHA-256)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Computed on</source>
        <translation>Calculé sur</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Metres a pixel</source>
        <translation>Mètres par pixel</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Overlap of the tiles</source>
        <translation>Recouvrement des tuiles</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Touching objects separated</source>
        <translation>Objets contigus séparés</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>yes</source>
        <translation>oui</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>no</source>
        <translation>non</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Tiles without the object left out</source>
        <translation>Tuiles sans l'objet exclues</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Right angles</source>
        <translation>Angles droits</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Bands</source>
        <translation>Bandes</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Made</source>
        <translation>Créé</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Note</source>
        <translation>Remarque</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Smallest area (m²)</source>
        <translation>Plus petite surface (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Smallest area (pixels)</source>
        <translation>Plus petite surface (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Holes filled up to (m²)</source>
        <translation>Trous comblés jusqu'à (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Holes filled up to (pixels)</source>
        <translation>Trous comblés jusqu'à (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Simplified by (m)</source>
        <translation>Simplifié de (m)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Simplified by (pixels)</source>
        <translation>Simplifié de (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/objects.py"/>
        <source>There is no polygon to snap: draw or select one.</source>
        <translation>Il n'y a aucun polygone à ajuster : dessinez-en ou sélectionnez-en un.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/objects.py"/>
        <location filename="../plugin/processing/vectors.py"/>
        <source>Polygons cannot be written to {}: make room there.</source>
        <translation>Les polygones ne peuvent pas être écrits dans {} : libérez-y de l'espace.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/picture.py"/>
        <source>{} cannot be written: make room or choose another folder.</source>
        <translation>{} ne peut pas être écrit : libérez de l'espace ou choisissez un autre dossier.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/picture.py"/>
        <source>“{}” cannot be read: check that the source can be reached, or choose another raster.</source>
        <translation>« {} » ne peut pas être lu : vérifiez que la source est joignable, ou choisissez un autre raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/plan.py"/>
        <source>“{}” has no coordinate reference system here: assign one in the layer's properties.</source>
        <translation>« {} » n'a pas ici de système de coordonnées de référence : attribuez-en un dans les propriétés de la couche.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/plan.py"/>
        <source>“{}” has no pixels of its own: say how many metres a pixel.</source>
        <translation>« {} » n'a pas de pixels à lui : indiquez combien de mètres par pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/preview.py"/>
        <source>Polygons so far</source>
        <translation>Polygones jusqu'ici</translation>
    </message>
    <message>
        <location filename="../plugin/layers/rendering.py"/>
        <source>“{}” shows nothing here: check that the source can be reached, and that the area and the metres a pixel are ones it has pictures for.</source>
        <translation>« {} » ne montre rien ici : vérifiez que la source est joignable et qu'elle a des images pour cette zone et ces mètres par pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/rendering.py"/>
        <source>{} % of the picture of “{}” is empty: its source may not have delivered all of it.</source>
        <translation>{} % de l'image de « {} » sont vides : sa source n'a peut-être pas tout livré.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/results.py"/>
        <source>The polygons are in {}, but this QGIS cannot read GeoParquet, so they are not shown.</source>
        <translation>Les polygones sont dans {}, mais ce QGIS ne peut pas lire GeoParquet ; ils ne sont donc pas affichés.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/results.py"/>
        <source>The polygons are in {}, but this QGIS cannot read them, so they are not shown.</source>
        <translation>Les polygones sont dans {}, mais ce QGIS ne peut pas les lire ; ils ne sont donc pas affichés.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/revision.py"/>
        <source>“{}” is being edited: save or discard the edits first, then change the threshold.</source>
        <translation>« {} » est en cours d'édition : enregistrez ou annulez d'abord les modifications, puis changez le seuil.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/revision.py"/>
        <source>The revised polygons in {} cannot be read: run the phrase again.</source>
        <translation>Les polygones révisés de {} ne peuvent pas être lus : relancez la recherche.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/snapping.py"/>
        <source>{} of {} parts of the raster could not be read: the polygons there stayed as they were.</source>
        <translation>{} parties du raster sur {} n'ont pas pu être lues : les polygones y sont restés tels quels.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>The folder {} cannot be made: choose another one.</source>
        <translation>Impossible de créer le dossier {} : choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>The layer “{}” is broken: repair its data source, or choose another raster.</source>
        <translation>La couche « {} » est défectueuse : réparez sa source de données ou choisissez un autre raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>“{}” would have to be written as {} million pixels, and the limit is {}: choose a smaller area or more metres a pixel, or raise the limit in the options.</source>
        <translation>« {} » devrait être écrit avec {} millions de pixels, et la limite est de {} : choisissez une zone plus petite ou plus de mètres par pixel, ou relevez la limite dans les options.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>“{}” is written as {} million pixels first: that takes a while and {} of disk space.</source>
        <translation>« {} » est d'abord écrit avec {} millions de pixels : cela prend un moment et {} d'espace disque.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>There is too little room in {}: make room, or choose a smaller area.</source>
        <translation>Il y a trop peu de place dans {} : libérez de l'espace ou choisissez une zone plus petite.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/unread.py"/>
        <source>{} of {} tiles could not be read: nothing is known there. Repair the raster or get a whole copy of it, then run again over that area.</source>
        <translation>{} tuiles sur {} n'ont pas pu être lues : rien n'y est connu. Réparez le raster ou procurez-vous une copie complète, puis relancez la recherche sur cette zone.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/unread.py"/>
        <source>Tiles that could not be read</source>
        <translation>Tuiles qui n'ont pas pu être lues</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Score (0 to 1)</source>
        <translation>Score (0 à 1)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Presence (0 to 1)</source>
        <translation>Présence (0 à 1)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Area (m²)</source>
        <translation>Surface (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Area (pixels)</source>
        <translation>Surface (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Perimeter (m)</source>
        <translation>Périmètre (m)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Perimeter (pixels)</source>
        <translation>Périmètre (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Phrasegon: type a phrase, get polygons</source>
        <translation>Phrasegon : saisissez un texte, obtenez des polygones</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Options…</source>
        <translation>Options…</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Help</source>
        <translation>Aide</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>Open log</source>
        <translation>Ouvrir le journal</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <source>Start again</source>
        <translation>Redémarrer</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <source>Options</source>
        <translation>Options</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: looking at the models</source>
        <translation>Phrasegon : examen des modèles</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: asking for a model</source>
        <translation>Phrasegon : demande d'un modèle</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: fetching {}</source>
        <translation>Phrasegon : récupération de {}</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>The model {} is installed.</source>
        <translation>Le modèle {} est installé.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source> megapixels</source>
        <translation> mégapixels</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Layers that are no local file, such as web maps, are rendered up to this size.</source>
        <translation>Les couches qui ne sont pas un fichier local, comme les cartes web, sont rendues jusqu'à cette taille.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source> GB</source>
        <translation> Go</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>none</source>
        <translation>aucun</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Models that read a scene before they hear a phrase keep here what they have read, so that a further phrase is fast. What was used longest ago goes first.</source>
        <translation>Les modèles qui lisent une scène avant tout texte gardent ici ce qu'ils ont lu, pour qu'un autre texte soit rapide. Ce qui n'a plus servi depuis le plus longtemps part en premier.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Data folder</source>
        <translation>Dossier de données</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Fetched models, the engine and the log go here; what is elsewhere is not moved.</source>
        <translation>Les modèles obtenus, le moteur et le journal vont ici ; ce qui est ailleurs n'est pas déplacé.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Compute on</source>
        <translation>Calculer sur</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Render at most</source>
        <translation>Rendre au plus</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Disk for prepared scenes</source>
        <translation>Disque pour les scènes préparées</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>the fastest device</source>
        <translation>le périphérique le plus rapide</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Apple graphics</source>
        <translation>Unité graphique d'Apple</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <location filename="../plugin/options/page.py"/>
        <source>Models</source>
        <translation>Modèles</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Licence</source>
        <translation>Licence</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>State</source>
        <translation>État</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Fetch…</source>
        <translation>Obtenir…</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>From a file…</source>
        <translation>Depuis un fichier…</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>installed</source>
        <translation>installé</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>not installed</source>
        <translation>non installé</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Trained on {}.</source>
        <translation>Entraîné avec {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>The models are listed as soon as the engine is set up.</source>
        <translation>Les modèles sont listés dès que le moteur est installé.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>A model's file</source>
        <translation>Fichier d'un modèle</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Weights ({})</source>
        <translation>Poids ({})</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Snaps polygons to objects; trained on {}; takes about {} of memory; licence: {}.</source>
        <translation>Ajuste des polygones aux objets ; entraîné avec {} ; occupe environ {} de mémoire ; licence : {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Trained on {}; made for {} to {} m a pixel; takes about {} of memory; licence: {}.</source>
        <translation>Entraîné avec {} ; fait pour {} à {} m par pixel ; occupe environ {} de mémoire ; licence : {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/page.py"/>
        <source>Engine</source>
        <translation>Moteur</translation>
    </message>
    <message>
        <location filename="../plugin/options/page.py"/>
        <source>General</source>
        <translation>Général</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch a model</source>
        <translation>Obtenir un modèle</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch {}?</source>
        <translation>Obtenir {} ?</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch</source>
        <translation>Obtenir</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Download: {}</source>
        <translation>Téléchargement : {}</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>From: {} ({})</source>
        <translation>De : {} ({})</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Licence: {}</source>
        <translation>Licence : {}</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Goes to: {}</source>
        <translation>Destination : {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>The engine was stopped; run the algorithm again.</source>
        <translation>Le moteur a été arrêté ; relancez l'algorithme.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Polygons found: {}</source>
        <translation>Polygones trouvés : {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Segmentation</source>
        <translation>Segmentation</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Nothing can be written in {}, the folder for temporary files: make room there.</source>
        <translation>Rien ne peut être écrit dans {}, le dossier des fichiers temporaires : libérez-y de l'espace.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” is missing.</source>
        <translation>« {} » manque.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be a number from {:g} to {:g}, not {}.</source>
        <translation>« {} » doit être un nombre de {:g} à {:g}, et non {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be a number, {:g} or more, not {}.</source>
        <translation>« {} » doit être un nombre supérieur ou égal à {:g}, et non {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be one of {}, not {}.</source>
        <translation>« {} » doit être l'un de {}, et non {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}”: {} cannot be opened; choose a layer or a file that is there.</source>
        <translation>« {} » : {} ne peut pas être ouvert ; choisissez une couche ou un fichier existant.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” cannot be {}.</source>
        <translation>« {} » ne peut pas être {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>{} is a folder: give the name of a file in it.</source>
        <translation>{} est un dossier : indiquez le nom d'un fichier dans celui-ci.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>There is no folder {}: create it, or write to another one.</source>
        <translation>Le dossier {} n'existe pas : créez-le ou écrivez dans un autre.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>The folder {} cannot be written to: choose another one.</source>
        <translation>Impossible d'écrire dans le dossier {} : choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Drop polygons smaller than (m²)</source>
        <translation>Omettre les polygones plus petits que (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Fill holes smaller than (m²)</source>
        <translation>Combler les trous plus petits que (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Let edges move by up to (m)</source>
        <translation>Laisser les bords se déplacer jusqu'à (m)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Separate objects that touch, as houses in a row</source>
        <translation>Séparer les objets contigus, comme pour des maisons mitoyennes</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Square the corners, as of buildings</source>
        <translation>Angles droits, comme pour des bâtiments</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Evaluate against reference polygons</source>
        <translation>Évaluer par rapport à des polygones de référence</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Measures how well polygons agree with polygons that are known to be right</source>
        <translation>Mesure à quel point des polygones concordent avec des polygones reconnus comme justes</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Measures how well found polygons agree with polygons that are known to be right, within the raster that they were found in.

Intersection over union, precision (how much of what was found is right) and recall (how much of what is there was found) count pixels on the raster's grid; pixels without data count for nothing. The precision and recall of polygons count pairs: a found polygon and one of the reference that share at least half of what they cover together.

A share of nothing, such as the recall where there is no reference polygon, has no value.

The report is a web page, or a JSON file where its name ends with .json.</source>
        <translation>Mesure à quel point les polygones trouvés concordent avec des polygones reconnus comme justes, dans le raster où ils ont été trouvés.

L'intersection sur l'union, la précision (part de ce qui a été trouvé qui est juste) et le rappel (part de ce qui existe qui a été trouvée) comptent des pixels sur la grille du raster ; les pixels sans données ne comptent pas. La précision et le rappel des polygones comptent des paires : un polygone trouvé et un polygone de référence qui partagent au moins la moitié de ce qu'ils couvrent ensemble.

Une part de rien, comme le rappel là où il n'y a pas de polygone de référence, n'a pas de valeur.

Le rapport est une page web, ou un fichier JSON si son nom se termine par .json.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>phrasegon,accuracy,iou,precision,recall,validation,compare,segmentation</source>
        <translation>phrasegon,exactitude,iou,précision,rappel,validation,comparer,segmentation</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Found polygons</source>
        <translation>Polygones trouvés</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Reference polygons</source>
        <translation>Polygones de référence</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Raster they were found in</source>
        <translation>Raster dans lequel ils ont été trouvés</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Web page (*.html);;JSON file (*.json)</source>
        <translation>Page web (*.html);;Fichier JSON (*.json)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Report</source>
        <translation>Rapport</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Intersection over union</source>
        <translation>Intersection sur l'union</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Precision of pixels</source>
        <translation>Précision des pixels</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Recall of pixels</source>
        <translation>Rappel des pixels</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Precision of polygons</source>
        <translation>Précision des polygones</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Recall of polygons</source>
        <translation>Rappel des polygones</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Number of found polygons</source>
        <translation>Nombre de polygones trouvés</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Number of reference polygons</source>
        <translation>Nombre de polygones de référence</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Loading the model …</source>
        <translation>Chargement du modèle…</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Turning the probability into polygons …</source>
        <translation>Conversion de la probabilité en polygones…</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Writing the polygons …</source>
        <translation>Écriture des polygones…</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Looking at the raster …</source>
        <translation>Examen du raster…</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>{} of {} tiles</source>
        <translation>{} tuiles sur {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>{}, {} to go</source>
        <translation>{}, encore {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Polygons from a probability raster</source>
        <translation>Polygones à partir d'un raster de probabilité</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Tries another threshold or clean-up on a kept probability, without running the model again</source>
        <translation>Essaie un autre seuil ou un autre nettoyage sur une probabilité conservée, sans relancer le modèle</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Makes polygons of a probability raster that “Segment by phrase” has kept. The model does not run again, so that another threshold or another clean-up takes seconds.

Phrase and model only go into the attributes of the polygons; without a phrase, the name of the raster does.

Areas and lengths are metres on the ground; pixels where the raster has no coordinate reference system.</source>
        <translation>Fait des polygones à partir d'un raster de probabilité que « Segmenter par un texte » a conservé. Le modèle n'est pas relancé, si bien qu'un autre seuil ou un autre nettoyage ne prend que quelques secondes.

Le texte et le modèle ne vont que dans les attributs des polygones ; sans texte, c'est le nom du raster.

Les surfaces et longueurs sont des mètres au sol ; des pixels si le raster n'a pas de système de coordonnées de référence.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>phrasegon,threshold,vectorise,vectorize,polygonise,probability,segmentation</source>
        <translation>phrasegon,seuil,vectoriser,polygoniser,probabilité,segmentation</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Probability raster</source>
        <translation>Raster de probabilité</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Phrase it was made for</source>
        <translation>Texte pour lequel il a été fait</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Model it was made with</source>
        <translation>Modèle avec lequel il a été fait</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Polygons</source>
        <translation>Polygones</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Number of polygons</source>
        <translation>Nombre de polygones</translation>
    </message>
    <message>
        <location filename="../plugin/processing/provider.py"/>
        <source>Phrasegon: polygons from a phrase</source>
        <translation>Phrasegon : des polygones à partir d'un texte</translation>
    </message>
    <message>
        <location filename="../plugin/processing/rasters.py"/>
        <source>“{}” is no raster file: export it to a GeoTIFF first, and choose that.</source>
        <translation>« {} » n'est pas un fichier raster : exportez-le d'abord vers un GeoTIFF et choisissez celui-ci.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>The report cannot be written to {} ({}): choose another place.</source>
        <translation>Le rapport ne peut pas être écrit dans {} ({}) : choisissez un autre emplacement.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>Evaluation against reference polygons</source>
        <translation>Évaluation par rapport à des polygones de référence</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>Pixels are compared on the raster's grid. A found polygon pairs with one of the reference where the two share at least half of what they cover together (intersection over union of 0.5).</source>
        <translation>Les pixels sont comparés sur la grille du raster. Un polygone trouvé forme une paire avec un polygone de référence si les deux partagent au moins la moitié de ce qu'ils couvrent ensemble (intersection sur l'union de 0,5).</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Segment by phrase</source>
        <translation>Segmenter par un texte</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Finds what a phrase speaks of in an image and gives polygons</source>
        <translation>Trouve dans une image ce dont parle un texte et donne des polygones</translation>
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
        <translation>Trouve dans une image aérienne ou satellite ce dont parle un texte, comme « the swimming pools », et donne des polygones avec leur score, leur présence, leur surface et leur périmètre. Tout est calculé sur cette machine.

Texte recherché : en anglais ; plusieurs textes sont séparés par des points-virgules, et les attributs des polygones disent auquel ils appartiennent.

Emprise, Zone : limitent le traitement à un rectangle ou aux polygones d'une couche.

Détail : mètres par pixel avec lesquels travailler. Laissé vide, ceux du raster, dans la limite de ce que le modèle a appris.

Seuil : probabilité à partir de laquelle un pixel compte comme trouvé ; une valeur plus basse trouve davantage, et davantage d'erreurs.

Exclure les tuiles sans l'objet : tout réseau marque quelque chose même là où il n'y a rien ; les tuiles qui ne contiennent guère l'objet comptent comme vides, si le modèle peut en juger.

Raster de probabilité : de 0 à 254, 255 là où il n'y a pas de données. « Polygones à partir d'un raster de probabilité » en fait des polygones avec un autre seuil, en quelques secondes. Avec plusieurs textes, le fichier du premier porte le nom demandé, et ceux des autres sont à côté avec un numéro et leur texte.

Les surfaces et longueurs sont des mètres au sol ; des pixels si le raster n'a pas de système de coordonnées de référence.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>phrasegon,phrase,text,prompt,deep learning,ai,sam,extract,detect,buildings,trees,segmentation</source>
        <translation>phrasegon,texte,requête,prompt,apprentissage profond,ia,sam,extraire,détecter,bâtiments,arbres,segmentation</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Extent</source>
        <translation>Emprise</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Area</source>
        <translation>Zone</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Detail (m a pixel)</source>
        <translation>Détail (m par pixel)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Overlap of tiles</source>
        <translation>Recouvrement des tuiles</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Leave out tiles without the object</source>
        <translation>Exclure les tuiles sans l'objet</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Device</source>
        <translation>Périphérique</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Probability rasters of all phrases</source>
        <translation>Rasters de probabilité de tous les textes</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Device that was used</source>
        <translation>Périphérique utilisé</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Give either an extent or an area, not both.</source>
        <translation>Indiquez soit une emprise, soit une zone, mais pas les deux.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>“{}” has no polygon to work in: draw or select one.</source>
        <translation>« {} » n'a pas de polygone où travailler : dessinez-en ou sélectionnez-en un.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Snap polygons to objects</source>
        <translation>Ajuster des polygones aux objets</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Turns rough polygons or boxes into outlines of the objects in them, without a phrase</source>
        <translation>Transforme des polygones ou rectangles approximatifs en contours des objets qu'ils contiennent, sans texte</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Turns rough polygons or boxes into the outlines of what an image shows in them. No phrase is needed: the box around each polygon tells the model where to look.

All attributes are kept as they were, areas and lengths too. “snapped” says whether a polygon has a new outline, and “snap_score”, 0 to 1, how far to trust it. A polygon that the image does not show, or in which the model sees nothing, stays as it was.

Model: SAM 2.1 in four sizes; the smallest one suits a computer without a graphics card. They are fetched in the options (Settings &gt; Options &gt; Phrasegon).

Point on the object: given to the model besides the box, where colours tell where the object is.

Move outlines to edges: helps where outlines are visibly loose, and harms good ones a little.</source>
        <translation>Transforme des polygones ou rectangles approximatifs en contours de ce qu'une image y montre. Aucun texte n'est nécessaire : le rectangle autour de chaque polygone indique au modèle où regarder.

Tous les attributs restent tels quels, surfaces et longueurs comprises. « snapped » dit si un polygone a un nouveau contour, et « snap_score », de 0 à 1, quelle confiance lui accorder. Un polygone que l'image ne montre pas, ou dans lequel le modèle ne voit rien, reste tel quel.

Modèle : SAM 2.1 en quatre tailles ; la plus petite convient à un ordinateur sans carte graphique. On les obtient dans les options (Préférences &gt; Options &gt; Phrasegon).

Point sur l'objet : donné au modèle en plus du rectangle, là où les couleurs révèlent où se trouve l'objet.

Déplacer les contours vers les bords : aide là où les contours sont visiblement lâches, et nuit un peu aux bons.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>phrasegon,snap,refine,outline,box,sam,digitise,digitize,segmentation</source>
        <translation>phrasegon,ajuster,affiner,contour,rectangle,sam,numériser,segmentation</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Rough polygons</source>
        <translation>Polygones approximatifs</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Point on the object</source>
        <translation>Point sur l'objet</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Move outlines to edges</source>
        <translation>Déplacer les contours vers les bords</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Snapped polygons</source>
        <translation>Polygones ajustés</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Number of snapped polygons</source>
        <translation>Nombre de polygones ajustés</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Polygons snapped: {} of {}</source>
        <translation>Polygones ajustés : {} sur {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <location filename="../plugin/processing/vectors.py"/>
        <source>The polygons cannot be written: make room, or choose another place.</source>
        <translation>Les polygones ne peuvent pas être écrits : libérez de l'espace ou choisissez un autre emplacement.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>Trying out the engine</source>
        <translation>Essai du moteur</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>Looking for uv, the program that installs</source>
        <translation>Recherche de uv, le programme d'installation</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>The engine needs {} on the disk of {} and {} are free: make room, or choose another data folder.</source>
        <translation>Le moteur a besoin de {} sur le disque de {}, et {} sont libres : libérez de l'espace ou choisissez un autre dossier de données.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The disk is full: make room, or choose a data folder on another disk.</source>
        <translation>Le disque est plein : libérez de l'espace ou choisissez un dossier de données sur un autre disque.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package is not the one that Phrasegon was tested with (its hash differs), so it was not installed: try again, and if it stays, ask who looks after your network or your folder of wheels.</source>
        <translation>Un paquet n'est pas celui avec lequel Phrasegon a été testé (son empreinte diffère) ; il n'a donc pas été installé : réessayez et, si cela persiste, demandez à la personne chargée de votre réseau ou de votre dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Antivirus software or a rule of your organisation blocked a program that the engine needs: ask for Phrasegon's data folder to be allowed.</source>
        <translation>Un antivirus ou une règle de votre organisation a bloqué un programme dont le moteur a besoin : demandez que le dossier de données de Phrasegon soit autorisé.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The proxy did not let the download through: check the proxy in QGIS's options under Network, its name and password too.</source>
        <translation>Le proxy n'a pas laissé passer le téléchargement : vérifiez le proxy dans les options de QGIS, sous Réseau, y compris son nom et son mot de passe.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The download server's certificate is not trusted here, as happens behind a firewall that reads along: ask for its certificate to be installed on this computer, or use a folder of wheels.</source>
        <translation>Le certificat du serveur de téléchargement n'est pas reconnu ici, comme cela arrive derrière un pare-feu qui inspecte le trafic : demandez l'installation de son certificat sur cet ordinateur, ou utilisez un dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The packages cannot be reached: connect to the network, or use a folder of wheels.</source>
        <translation>Les paquets ne sont pas joignables : connectez-vous au réseau ou utilisez un dossier de wheels.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Phrasegon may not write into its data folder: choose another data folder, or change who may write there.</source>
        <translation>Phrasegon ne peut pas écrire dans son dossier de données : choisissez-en un autre ou changez les droits d'écriture.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>No suitable Python was found: install Python 3.11 on this computer, or name an existing one.</source>
        <translation>Aucun Python adapté n'a été trouvé : installez Python 3.11 sur cet ordinateur ou indiquez-en un existant.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package is not made for this computer's operating system or Python: update the operating system, or name an existing Python that has the packages.</source>
        <translation>Un paquet n'est pas fait pour le système d'exploitation ou le Python de cet ordinateur : mettez à jour le système d'exploitation ou indiquez un Python existant qui a les paquets.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The folder of wheels lacks a package or has another version of it; Details names it.</source>
        <translation>Il manque un paquet dans le dossier de wheels, ou il y est dans une autre version ; les détails le nomment.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package could not be built; Details tells what its build said.</source>
        <translation>Un paquet n'a pas pu être construit ; les détails montrent ce qui a été signalé.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Setting up the engine failed; Details tells what was said.</source>
        <translation>L'installation du moteur a échoué ; les détails montrent ce qui a été signalé.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/check.py"/>
        <source>There is no Python at {}.</source>
        <translation>Il n'y a pas de Python dans {}.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/check.py"/>
        <source>{} does not answer as a Python with Phrasegon's engine would.</source>
        <translation>{} ne répond pas comme le ferait un Python avec le moteur de Phrasegon.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/engine.py"/>
        <source>The engine cannot be started with {}; choose another Python.</source>
        <translation>Le moteur ne peut pas être démarré avec {} ; choisissez un autre Python.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine was ended from outside, perhaps for lack of memory; start it again to go on.</source>
        <translation>Le moteur a été arrêté de l'extérieur, peut-être faute de mémoire ; redémarrez-le pour continuer.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine ended unexpectedly; start it again to go on.</source>
        <translation>Le moteur s'est arrêté de manière inattendue ; redémarrez-le pour continuer.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine ended before it was ready; set it up again or choose another Python.</source>
        <translation>Le moteur s'est arrêté avant d'être prêt ; réinstallez-le ou choisissez un autre Python.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>Phrasegon met an error of its own: open the log and report it.</source>
        <translation>Une erreur s'est produite dans Phrasegon lui-même : ouvrez le journal et signalez-la.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>There is too little free memory for this run: close other programs, choose the processor or a smaller model, and run again.</source>
        <translation>Il y a trop peu de mémoire libre pour ce traitement : fermez d'autres programmes, choisissez le processeur ou un modèle plus petit, puis relancez-le.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The raster cannot be used: {}</source>
        <translation>Le raster ne peut pas être utilisé : {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The phrase cannot be used: {}</source>
        <translation>Le texte ne peut pas être utilisé : {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The model cannot be used: {}</source>
        <translation>Le modèle ne peut pas être utilisé : {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The model's files cannot be used: {}</source>
        <translation>Les fichiers du modèle ne peuvent pas être utilisés : {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>A setting cannot be used: {}</source>
        <translation>Un réglage ne peut pas être utilisé : {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The result cannot be written: {}</source>
        <translation>Le résultat ne peut pas être écrit : {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine is not complete: {}</source>
        <translation>Le moteur n'est pas complet : {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine and the plugin do not understand each other; restart QGIS: {}</source>
        <translation>Le moteur et l'extension ne se comprennent pas ; redémarrez QGIS : {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine reports: {}</source>
        <translation>Le moteur signale : {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Making an empty environment</source>
        <translation>Création d'un environnement vide</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Building</source>
        <translation>Construction</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Installing packages</source>
        <translation>Installation des paquets</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Downloading {}</source>
        <translation>Téléchargement de {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/lock.py"/>
        <source>Phrasegon may not write into {}: choose another data folder, or change who may write there.</source>
        <translation>Phrasegon ne peut pas écrire dans {} : choisissez un autre dossier de données ou changez les droits d'écriture.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/lock.py"/>
        <source>Another window of QGIS is setting up or removing the engine: wait until it has finished.</source>
        <translation>Une autre fenêtre de QGIS installe ou supprime le moteur : attendez qu'elle ait terminé.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/plan.py"/>
        <source>The engine's packages are not made for this computer ({}): name an existing Python that has them.</source>
        <translation>Les paquets du moteur ne sont pas faits pour cet ordinateur ({}) : indiquez un Python existant qui les a.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/python.py"/>
        <source>The Python chosen for the engine, {}, is not there any more; choose another one.</source>
        <translation>Le Python choisi pour le moteur, {}, n'est plus là ; choisissez-en un autre.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/python.py"/>
        <source>Phrasegon needs its engine, which has not been set up on this computer yet.</source>
        <translation>Phrasegon a besoin de son moteur, qui n'est pas encore installé sur cet ordinateur.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/removal.py"/>
        <source>The engine is running, perhaps in another window of QGIS: close that window first.</source>
        <translation>Le moteur est en marche, peut-être dans une autre fenêtre de QGIS : fermez d'abord cette fenêtre.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/uv.py"/>
        <source>Neither uv nor a Python with pip was found, and one of them is needed: install uv on this computer.</source>
        <translation>Ni uv ni un Python avec pip n'a été trouvé, et l'un des deux est nécessaire : installez uv sur cet ordinateur.</translation>
    </message>
</context>
</TS>
