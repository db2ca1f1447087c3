<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name>Phrasegon</name>
    <message>
        <location filename="../plugin/about.py"/>
        <location filename="../plugin/menu.py"/>
        <source>About Phrasegon</source>
        <translation>Sobre o Phrasegon</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>Type a phrase, get georeferenced polygons, on your own machine.</source>
        <translation>Digite uma frase e obtenha polígonos georreferenciados, no seu próprio computador.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>No imagery leaves this computer: the networks run in an engine beside QGIS.</source>
        <translation>Nenhuma imagem sai deste computador: as redes são executadas em um motor ao lado do QGIS.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>Models, engine and log are kept in {}.</source>
        <translation>Os modelos, o motor e o registro ficam em {}.</translation>
    </message>
    <message>
        <location filename="../plugin/about.py"/>
        <source>&lt;a href="{}"&gt;Manual&lt;/a&gt;. Free software under the GPL, version 2 or later.</source>
        <translation>&lt;a href="{}"&gt;Manual&lt;/a&gt;. Software livre sob a GPL, versão 2 ou posterior.</translation>
    </message>
    <message>
        <location filename="../plugin/desktop.py"/>
        <source>The engine is busy with another model; try again when it has finished.</source>
        <translation>O motor está ocupado com outro modelo; tente novamente quando ele terminar.</translation>
    </message>
    <message>
        <location filename="../plugin/details.py"/>
        <source>Phrasegon: details</source>
        <translation>Phrasegon: detalhes</translation>
    </message>
    <message>
        <location filename="../plugin/details.py"/>
        <location filename="../plugin/install/window.py"/>
        <location filename="../plugin/messages.py"/>
        <source>Details</source>
        <translation>Detalhes</translation>
    </message>
    <message>
        <location filename="../plugin/details.py"/>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Advanced</source>
        <translation>Avançado</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Separate touching o&amp;bjects</source>
        <translation>Separar objetos co&amp;ntíguos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>S&amp;quare the corners</source>
        <translation>Es&amp;quadrar os cantos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>&amp;Leave out empty tiles</source>
        <translation>Ignorar b&amp;locos vazios</translation>
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
        <translation>Limiar</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Probability from which a pixel counts as found: lower finds more.</source>
        <translation>Probabilidade a partir da qual um pixel conta como encontrado: um valor menor encontra mais.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Min. area</source>
        <translation>Área mínima</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Polygons smaller than this are left out.</source>
        <translation>Polígonos menores são omitidos.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Fill holes</source>
        <translation>Preencher buracos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Holes smaller than this are filled.</source>
        <translation>Buracos menores são preenchidos.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Simplify</source>
        <translation>Simplificar</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>So far an edge may move to get simpler.</source>
        <translation>Quanto uma borda pode se mover ao ser simplificada.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Cut a region apart where it is narrow: for houses that share a wall, tree crowns, parked cars; not for roads, water or vegetation.</source>
        <translation>Divide uma área onde ela é estreita: para casas que compartilham uma parede, copas de árvores ou carros estacionados; não para estradas, água nem vegetação.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Turn edges to each polygon's main direction and its perpendicular, as of buildings.</source>
        <translation>Gira as bordas para a direção principal de cada polígono e sua perpendicular, como em edifícios.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Overlap</source>
        <translation>Sobreposição</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>How much of its side a tile shares with its neighbour: more is slower.</source>
        <translation>Que parte do seu lado um bloco compartilha com o vizinho: mais é mais lento.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/advanced.py"/>
        <source>Every network marks something even where nothing is. Tiles that hardly hold the object count as empty, where the model can tell.</source>
        <translation>Toda rede marca algo mesmo onde não há nada. Blocos que quase não contêm o objeto contam como vazios, se o modelo puder avaliar isso.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Selected only</source>
        <translation>Somente os selecionados</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Whole raster</source>
        <translation>Raster inteiro</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Current view</source>
        <translation>Vista atual</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Polygons of a layer</source>
        <translation>Polígonos de uma camada</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>E&amp;xtent</source>
        <translation>E&amp;xtensão</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Pol&amp;ygons</source>
        <translation>Polí&amp;gonos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>The project has no polygon layer: add one, or choose another extent.</source>
        <translation>O projeto não tem camada de polígonos: adicione uma ou escolha outra extensão.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/area.py"/>
        <source>Selected only ({})</source>
        <translation>Somente os selecionados ({})</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory.</source>
        <translation>Precisa de cerca de {} de memória.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory, and only {} are free: close other programs first.</source>
        <translation>Precisa de cerca de {} de memória, e apenas {} estão livres: feche antes outros programas.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>Needs about {} of memory; {} are free.</source>
        <translation>Precisa de cerca de {} de memória; {} estão livres.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>1 tile.</source>
        <translation>1 bloco.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>About {} tiles.</source>
        <translation>Cerca de {} blocos.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>1 tile, {}.</source>
        <translation>1 bloco, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>About {} tiles, {}.</source>
        <translation>Cerca de {} blocos, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/cost.py"/>
        <source>less than a second</source>
        <translation>menos de um segundo</translation>
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
        <translation> m por pixel</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>As the raster</source>
        <translation>Como o raster</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>Metres a pixel to work at. “As the raster” keeps within what the model has learnt.</source>
        <translation>Metros por pixel com que se trabalha. “Como o raster” fica dentro do que o modelo aprendeu.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/detail.py"/>
        <source>Pixel si&amp;ze</source>
        <translation>&amp;Tamanho do pixel</translation>
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
        <translation>Iniciando o motor…</translation>
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
        <translation>Nada encontrado para {}. Um limiar menor pode encontrar mais.</translation>
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
        <translation>As alterações agem imediatamente sobre o resultado; as duas últimas exigem outra execução.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The model has learnt {} to {} m.</source>
        <translation>O modelo aprendeu de {} a {} m.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The raster has {} m a pixel.</source>
        <translation>O raster tem {} m por pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/estimate.py"/>
        <source>The raster has {} m a pixel and is read at {} m.</source>
        <translation>O raster tem {} m por pixel e é lido a {} m.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/folders.py"/>
        <source>No folder for temporary files can be made in {}: make room there.</source>
        <translation>Não é possível criar uma pasta para arquivos temporários em {}: libere espaço ali.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/greeting.py"/>
        <source>Phrasegon: starting the engine</source>
        <translation>Phrasegon: iniciando o motor</translation>
    </message>
    <message>
        <location filename="../plugin/dock/guard.py"/>
        <source>The run was cancelled, because its raster was removed from the project.</source>
        <translation>A execução foi cancelada, porque seu raster foi removido do projeto.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/live.py"/>
        <source>Phrasegon: polygons anew</source>
        <translation>Phrasegon: polígonos de novo</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Get this model…</source>
        <translation>Obter este modelo…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>Dev&amp;ice</source>
        <translation>Dispositi&amp;vo</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>{} (not installed)</source>
        <translation>{} (não instalado)</translation>
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
        <translation>Processador</translation>
    </message>
    <message>
        <location filename="../plugin/dock/model.py"/>
        <source>{}. Trained on {}; pixels of {} to {} m. Licence: {}.</source>
        <translation>{}. Treinado com {}; pixels de {} a {} m. Licença: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/notice.py"/>
        <source>Set up the en&amp;gine…</source>
        <translation>&amp;Instalar o motor…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/notice.py"/>
        <location filename="../plugin/messages.py"/>
        <source>Set up the engine</source>
        <translation>Instalar o motor</translation>
    </message>
    <message>
        <location filename="../plugin/dock/one_tile.py"/>
        <source>The view is one tile at {} m a pixel.</source>
        <translation>A vista é um bloco com {} m por pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/one_tile.py"/>
        <source>The model has learnt {} to {} m, so expect less of it here.</source>
        <translation>O modelo aprendeu de {} a {} m, portanto espere menos dele aqui.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/order.py"/>
        <source>The folder {} cannot be made: make room there.</source>
        <translation>Não é possível criar a pasta {}: libere espaço ali.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Say what to look for, such as “the swimming pools”.</source>
        <translation>Diga em inglês o que procurar, por exemplo “the swimming pools”.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <location filename="../plugin/dock/snapping.py"/>
        <source>The project has no raster: add an aerial or satellite image first.</source>
        <translation>O projeto não tem raster: adicione antes uma imagem aérea ou de satélite.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>“{}” is not installed: choose another model, or get it with the button below it.</source>
        <translation>“{}” não está instalado: escolha outro modelo ou obtenha-o com o botão abaixo.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>“{}” shows {} and is being edited: save or discard the edits first.</source>
        <translation>“{}” mostra {} e está em edição: salve ou descarte antes as alterações.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/ordering.py"/>
        <source>{} is there already. Overwrite it with the new polygons?</source>
        <translation>{} já existe. Deseja sobrescrever com os novos polígonos?</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Save the polygons to</source>
        <translation>Salvar os polígonos em</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Temporary layer</source>
        <translation>Camada temporária</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>O&amp;utput</source>
        <translation>&amp;Saída</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Empty: a temporary layer. Else a GeoPackage, Shapefile, GeoJSON, FlatGeobuf or GeoParquet.</source>
        <translation>Vazio: uma camada temporária. Caso contrário, GeoPackage, Shapefile, GeoJSON, FlatGeobuf ou GeoParquet.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Choose the file</source>
        <translation>Escolher o arquivo</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>“{}” is no format for polygons that Phrasegon writes: choose one of {}.</source>
        <translation>“{}” não é um formato de polígonos que o Phrasegon grave: escolha um de {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>Choose the folder of “{}” too: use the button beside the name.</source>
        <translation>Escolha também a pasta de “{}”: use o botão ao lado do nome.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/output.py"/>
        <source>There is no folder {}: create it, or choose another one.</source>
        <translation>Não existe a pasta {}: crie-a ou escolha outra.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>Wh&amp;at to find</source>
        <translation>&amp;O que procurar</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>Say in English what to look for. Several phrases, separated by semicolons, give one layer each.</source>
        <translation>Diga em inglês o que procurar. Várias frases, separadas por ponto e vírgula, dão uma camada cada.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/phrases.py"/>
        <source>e.g. trees; swimming pools</source>
        <translation>p. ex. trees; swimming pools</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <location filename="../plugin/dock/progress.py"/>
        <location filename="../plugin/install/window.py"/>
        <location filename="../plugin/options/models.py"/>
        <source>Progress</source>
        <translation>Progresso</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Let the model read the scene now, before any phrase. What it has read is kept on the disk, as much of it as the options allow.</source>
        <translation>O modelo lê a cena agora, antes de qualquer frase. O que ele leu fica no disco, tanto quanto as opções permitirem.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Preparing the scene…</source>
        <translation>Preparando a cena…</translation>
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
        <translation>&amp;Preparar a cena</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Not prepared: the first phrase takes longest.</source>
        <translation>Não preparada: a primeira frase é a mais demorada.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Prepared: a further phrase is fast.</source>
        <translation>Preparada: outra frase é rápida.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/prepared.py"/>
        <source>Prepared to {} %.</source>
        <translation>Preparada em {} %.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/preparing.py"/>
        <source>Phrasegon: preparing the scene</source>
        <translation>Phrasegon: preparando a cena</translation>
    </message>
    <message>
        <location filename="../plugin/dock/preparing.py"/>
        <source>Phrasegon: looking whether the scene is prepared</source>
        <translation>Phrasegon: verificando se a cena está preparada</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Find polygons</source>
        <translation>Encontrar polígonos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Ad&amp;just the polygons</source>
        <translation>A&amp;justar os polígonos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>&amp;Find polygons</source>
        <translation>&amp;Encontrar polígonos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Enter in the phrase field</source>
        <translation>Enter no campo da frase</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Preparing the raster…</source>
        <translation>Preparando o raster…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Loading the model…</source>
        <translation>Carregando o modelo…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Looking at the raster…</source>
        <translation>Examinando o raster…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Turning probabilities into polygons…</source>
        <translation>Transformando probabilidades em polígonos…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Writing the polygons…</source>
        <translation>Gravando os polígonos…</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Tile {} of {}</source>
        <translation>Bloco {} de {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/progress.py"/>
        <source>Tile {} of {}, {} to go</source>
        <translation>Bloco {} de {}, faltam {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/raster.py"/>
        <source>Ras&amp;ter</source>
        <translation>&amp;Raster</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>{} on {}, {}.</source>
        <translation>{} em {}, {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Note: {}</source>
        <translation>Nota: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>The model has not learnt: {}</source>
        <translation>O modelo não aprendeu: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Judged within each of {} tiles, not over the whole raster: {}</source>
        <translation>Avaliado dentro de cada um dos {} blocos, não em todo o raster: {}</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>The raster has no coordinate reference system: areas and lengths are in pixels.</source>
        <translation>O raster não tem sistema de referência de coordenadas: áreas e comprimentos estão em pixels.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Finished and kept: {}. “Go on” computes only the rest.</source>
        <translation>Terminado e guardado: {}. “Continuar” calcula só o resto.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <location filename="../plugin/install/words.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>the processor</source>
        <translation>o processador</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>the graphics card</source>
        <translation>a placa gráfica</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>Apple's graphics</source>
        <translation>os gráficos da Apple</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: nothing found.</source>
        <translation>“{}”: nada encontrado.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: 1 polygon.</source>
        <translation>“{}”: 1 polígono.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>“{}”: {} polygons.</source>
        <translation>“{}”: {} polígonos.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>1 tile</source>
        <translation>1 bloco</translation>
    </message>
    <message>
        <location filename="../plugin/dock/report.py"/>
        <source>{} tiles</source>
        <translation>{} blocos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Phrasegon: looking for searches that were broken off</source>
        <translation>Phrasegon: procurando buscas interrompidas</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>A search for “{}” in {} was broken off after {} of {} tiles.</source>
        <translation>Uma busca por “{}” em {} foi interrompida depois de {} de {} blocos.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Forget it</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <location filename="../plugin/dock/resuming.py"/>
        <source>Another search is under way: you will be asked again when it has ended.</source>
        <translation>Outra busca está em andamento: você será perguntado novamente quando ela terminar.</translation>
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
        <translation>O motor e o complemento não se entendem; reinicie o QGIS.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/sliding.py"/>
        <source>{}, slider</source>
        <translation>{}, controle deslizante</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Cancel snapping</source>
        <translation>Cancelar o ajuste</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>S&amp;nap to objects</source>
        <translation>Aj&amp;ustar aos objetos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>This needs SAM 2.1, which is not installed: get it under Settings &gt; Options &gt; Phrasegon.</source>
        <translation>Isto precisa do SAM 2.1, que não está instalado: obtenha-o em Configurações &gt; Opções &gt; Phrasegon.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Adds a layer in which the polygons of “{}” follow the objects in them, as {} sees them.</source>
        <translation>Adiciona uma camada em que os polígonos de “{}” seguem os objetos que contêm, tal como {} os vê.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>Phrasegon: “{}” snaps to objects</source>
        <translation>Phrasegon: “{}” ajusta-se aos objetos</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>{} (snapped)</source>
        <translation>{} (ajustado)</translation>
    </message>
    <message>
        <location filename="../plugin/dock/snapping.py"/>
        <source>{} of {} polygons follow an object now.</source>
        <translation>{} de {} polígonos seguem agora um objeto.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Use the &amp;view as one tile</source>
        <translation>Vista &amp;como um bloco</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Set extent and pixel size so that the words are judged over all that the map shows.</source>
        <translation>Definir extensão e tamanho do pixel para que as palavras sejam avaliadas em tudo o que o mapa mostra.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Back to the &amp;whole raster</source>
        <translation>Voltar &amp;ao raster inteiro</translation>
    </message>
    <message>
        <location filename="../plugin/dock/tile_offer.py"/>
        <source>Set extent and pixel size back.</source>
        <translation>Restaurar extensão e tamanho do pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/words.py"/>
        <source>Not learnt by the model: {}.</source>
        <translation>Não aprendido pelo modelo: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/dock/words.py"/>
        <source>The model sees one tile at a time, so these are judged within each tile, not over the raster: {}.</source>
        <translation>O modelo vê um bloco por vez, portanto isto é avaliado dentro de cada bloco, não em todo o raster: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: what setting up the engine means</source>
        <translation>Phrasegon: o que instalar o motor implica</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: setting up the engine</source>
        <translation>Phrasegon: instalando o motor</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: trying out a Python</source>
        <translation>Phrasegon: testando um Python</translation>
    </message>
    <message>
        <location filename="../plugin/install/installer.py"/>
        <source>Phrasegon: removing the engine</source>
        <translation>Phrasegon: removendo o motor</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Remove the engine</source>
        <translation>Remover o motor</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Update the engine …</source>
        <translation>Atualizar o motor…</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Set up the engine …</source>
        <translation>Instalar o motor…</translation>
    </message>
    <message>
        <location filename="../plugin/install/panel.py"/>
        <source>Change …</source>
        <translation>Alterar…</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>&amp;Download the packages</source>
        <translation>&amp;Baixar os pacotes</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Take the packages from a &amp;folder of wheels, without network</source>
        <translation>Usar os pacotes de uma p&amp;asta de wheels, sem rede</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Fill such a folder on a connected computer of the same kind, in the plugin's folder, with: {}</source>
        <translation>Encha essa pasta em um computador conectado do mesmo tipo, na pasta do complemento, com: {}</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Use an existing &amp;Python that has the packages</source>
        <translation>Usar um &amp;Python existente que tenha os pacotes</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Folder of wheels</source>
        <translation>Pasta de wheels</translation>
    </message>
    <message>
        <location filename="../plugin/install/sources.py"/>
        <source>Python interpreter</source>
        <translation>Interpretador Python</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Phrasegon: set up the engine</source>
        <translation>Phrasegon: instalar o motor</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>The networks run in a program of their own, the engine, with a Python and packages of its own. Nothing is installed into QGIS.</source>
        <translation>As redes são executadas em um programa próprio, o motor, com Python e pacotes próprios. Nada é instalado no QGIS.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>De&amp;tails</source>
        <translation>De&amp;talhes</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Set up</source>
        <translation>&amp;Instalar</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Cancel</source>
        <translation>&amp;Cancelar</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Remove</source>
        <translation>&amp;Remover</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Delete the engine's environment; fetched models stay.</source>
        <translation>Exclui o ambiente do motor; os modelos obtidos permanecem.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>C&amp;lose</source>
        <translation>&amp;Fechar</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>The engine is started in it once, to see that it has all packages.</source>
        <translation>O motor é iniciado nele uma vez, para verificar se tem todos os pacotes.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Name the folder.</source>
        <translation>Indique a pasta.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Looking at this computer …</source>
        <translation>Examinando este computador…</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>Cancelled; nothing was changed.</source>
        <translation>Cancelado; nada foi alterado.</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Use it</source>
        <translation>&amp;Usar</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Update</source>
        <translation>Atua&amp;lizar</translation>
    </message>
    <message>
        <location filename="../plugin/install/window.py"/>
        <source>&amp;Set up again</source>
        <translation>&amp;Instalar novamente</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>It goes to {}, outside QGIS and outside the plugin, where updates of both leave it alone.</source>
        <translation>Ele fica em {}, fora do QGIS e do complemento, onde as atualizações de ambos não o afetam.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine uses {}.</source>
        <translation>O motor usa {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine is not set up on this computer yet.</source>
        <translation>O motor ainda não está instalado neste computador.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine was set up for another version of Phrasegon: update it.</source>
        <translation>O motor foi instalado para outra versão do Phrasegon: atualize-o.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The engine is ready; it computes on {}.</source>
        <translation>O motor está pronto; ele calcula com {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>It takes {} in {}.</source>
        <translation>Ele ocupa {} em {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>the NVIDIA graphics card</source>
        <translation>a placa gráfica NVIDIA</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>the Apple chip</source>
        <translation>o chip da Apple</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Nothing is downloaded: all packages are taken from {}.</source>
        <translation>Nada é baixado: todos os pacotes vêm de {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>At most {} are downloaded.</source>
        <translation>No máximo {} são baixados.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>About {} are downloaded.</source>
        <translation>Cerca de {} são baixados.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>About {} are needed on the disk, {} are free.</source>
        <translation>São necessários cerca de {} no disco; {} estão livres.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>{} That is not enough: make room first.</source>
        <translation>{} Isso não basta: libere espaço antes.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the graphics unit of the Apple chip.</source>
        <translation>As redes serão executadas na unidade gráfica do chip da Apple.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the graphics card {}.</source>
        <translation>As redes serão executadas na placa gráfica {}.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the processor: the build of torch for the graphics card {} cannot be had from here.</source>
        <translation>As redes serão executadas no processador: a versão do torch para a placa gráfica {} não pode ser obtida daqui.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Networks will run on the processor: no NVIDIA graphics card was found.</source>
        <translation>As redes serão executadas no processador: nenhuma placa gráfica NVIDIA foi encontrada.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Where torch's own index cannot be reached, the registry's build is taken.</source>
        <translation>Onde o índice próprio do torch não pode ser acessado, usa-se a versão do registro de pacotes.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>The lighter build of torch cannot be reached from here, so the registry's is taken.</source>
        <translation>A versão mais leve do torch não pode ser acessada daqui, por isso usa-se a do registro de pacotes.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Every package is checked against the hash that Phrasegon was tested with, except torch: this build of it comes from torch's own index, whose hashes Phrasegon does not know.</source>
        <translation>Cada pacote é verificado com o hash com que o Phrasegon foi testado, exceto o torch: esta versão vem do índice próprio do torch, cujos hashes o Phrasegon não conhece.</translation>
    </message>
    <message>
        <location filename="../plugin/install/words.py"/>
        <source>Every package is checked against the hash that Phrasegon was tested with.</source>
        <translation>Cada pacote é verificado com o hash com que o Phrasegon foi testado.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The layer “{}” holds no polygons: choose a layer of polygons.</source>
        <translation>A camada “{}” não contém polígonos: escolha uma camada de polígonos.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>Nothing is selected in “{}”: select the polygons to work in, or take all of them.</source>
        <translation>Nada está selecionado em “{}”: selecione os polígonos em que trabalhar ou use todos.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The area to work in cannot be written to {}: make room or choose another folder.</source>
        <translation>A área de trabalho não pode ser gravada em {}: libere espaço ou escolha outra pasta.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/aoi.py"/>
        <source>The polygons of “{}” lie outside of “{}”: choose polygons that lie on the raster.</source>
        <translation>Os polígonos de “{}” ficam fora de “{}”: escolha polígonos que estejam sobre o raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/extent.py"/>
        <source>The current view shows nothing of “{}”: zoom to the layer, or choose the whole layer.</source>
        <translation>A vista atual não mostra nada de “{}”: aproxime para a camada ou escolha a camada inteira.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/extent.py"/>
        <source>The extent lies outside of “{}”: choose one on the raster.</source>
        <translation>A extensão fica fora de “{}”: escolha uma sobre o raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Polygons found by {} with a threshold of {}</source>
        <translation>Polígonos encontrados por {} com um limiar de {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Polygons made anew from the kept probabilities with a threshold of {}</source>
        <translation>Polígonos refeitos a partir das probabilidades guardadas com um limiar de {}</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>“{}” in {}</source>
        <translation>“{}” em {}</translation>
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
        <translation>Raster</translation>
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
        <translation>Treinado com</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Weights (SHA-256)</source>
        <translation>Pesos (SHA-256)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Computed on</source>
        <translation>Calculado em</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Metres a pixel</source>
        <translation>Metros por pixel</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Overlap of the tiles</source>
        <translation>Sobreposição dos blocos</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Touching objects separated</source>
        <translation>Objetos contíguos separados</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>yes</source>
        <translation>sim</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>no</source>
        <translation>não</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Tiles without the object left out</source>
        <translation>Blocos sem o objeto ignorados</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Right angles</source>
        <translation>Ângulos retos</translation>
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
        <translation>Criado</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Smallest area (m²)</source>
        <translation>Menor área (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Smallest area (pixels)</source>
        <translation>Menor área (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Holes filled up to (m²)</source>
        <translation>Buracos preenchidos até (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Holes filled up to (pixels)</source>
        <translation>Buracos preenchidos até (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Simplified by (m)</source>
        <translation>Simplificado em (m)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/metadata.py"/>
        <source>Simplified by (pixels)</source>
        <translation>Simplificado em (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/objects.py"/>
        <source>There is no polygon to snap: draw or select one.</source>
        <translation>Não há polígono a ajustar: desenhe ou selecione um.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/objects.py"/>
        <location filename="../plugin/processing/vectors.py"/>
        <source>Polygons cannot be written to {}: make room there.</source>
        <translation>Os polígonos não podem ser gravados em {}: libere espaço ali.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/picture.py"/>
        <source>{} cannot be written: make room or choose another folder.</source>
        <translation>{} não pode ser gravado: libere espaço ou escolha outra pasta.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/picture.py"/>
        <source>“{}” cannot be read: check that the source can be reached, or choose another raster.</source>
        <translation>“{}” não pode ser lido: verifique se a fonte pode ser acessada ou escolha outro raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/plan.py"/>
        <source>“{}” has no coordinate reference system here: assign one in the layer's properties.</source>
        <translation>“{}” não tem aqui sistema de referência de coordenadas: atribua um nas propriedades da camada.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/plan.py"/>
        <source>“{}” has no pixels of its own: say how many metres a pixel.</source>
        <translation>“{}” não tem pixels próprios: indique quantos metros por pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/preview.py"/>
        <source>Polygons so far</source>
        <translation>Polígonos até agora</translation>
    </message>
    <message>
        <location filename="../plugin/layers/rendering.py"/>
        <source>“{}” shows nothing here: check that the source can be reached, and that the area and the metres a pixel are ones it has pictures for.</source>
        <translation>“{}” não mostra nada aqui: verifique se a fonte pode ser acessada e se tem imagens para a área e os metros por pixel.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/rendering.py"/>
        <source>{} % of the picture of “{}” is empty: its source may not have delivered all of it.</source>
        <translation>{} % da imagem de “{}” está vazia: sua fonte pode não ter entregue tudo.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/results.py"/>
        <source>The polygons are in {}, but this QGIS cannot read GeoParquet, so they are not shown.</source>
        <translation>Os polígonos estão em {}, mas este QGIS não consegue ler GeoParquet, por isso não são mostrados.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/results.py"/>
        <source>The polygons are in {}, but this QGIS cannot read them, so they are not shown.</source>
        <translation>Os polígonos estão em {}, mas este QGIS não consegue lê-los, por isso não são mostrados.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/revision.py"/>
        <source>“{}” is being edited: save or discard the edits first, then change the threshold.</source>
        <translation>“{}” está em edição: salve ou descarte antes as alterações e depois mude o limiar.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/revision.py"/>
        <source>The revised polygons in {} cannot be read: run the phrase again.</source>
        <translation>Os polígonos revisados em {} não podem ser lidos: execute a frase novamente.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/snapping.py"/>
        <source>{} of {} parts of the raster could not be read: the polygons there stayed as they were.</source>
        <translation>{} de {} partes do raster não puderam ser lidas: os polígonos ali ficaram como estavam.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>The folder {} cannot be made: choose another one.</source>
        <translation>Não é possível criar a pasta {}: escolha outra.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>The layer “{}” is broken: repair its data source, or choose another raster.</source>
        <translation>A camada “{}” está com defeito: repare sua fonte de dados ou escolha outro raster.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>“{}” would have to be written as {} million pixels, and the limit is {}: choose a smaller area or more metres a pixel, or raise the limit in the options.</source>
        <translation>“{}” teria de ser gravado com {} milhões de pixels, e o limite é {}: escolha uma área menor ou mais metros por pixel, ou aumente o limite nas opções.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>“{}” is written as {} million pixels first: that takes a while and {} of disk space.</source>
        <translation>“{}” é gravado primeiro com {} milhões de pixels: isso demora um pouco e ocupa {} de espaço em disco.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/source.py"/>
        <source>There is too little room in {}: make room, or choose a smaller area.</source>
        <translation>Há pouco espaço em {}: libere espaço ou escolha uma área menor.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/unread.py"/>
        <source>{} of {} tiles could not be read: nothing is known there. Repair the raster or get a whole copy of it, then run again over that area.</source>
        <translation>{} de {} blocos não puderam ser lidos: nada se sabe ali. Repare o raster ou obtenha uma cópia completa e execute novamente nessa área.</translation>
    </message>
    <message>
        <location filename="../plugin/layers/unread.py"/>
        <source>Tiles that could not be read</source>
        <translation>Blocos que não puderam ser lidos</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Score (0 to 1)</source>
        <translation>Pontuação (0 a 1)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Presence (0 to 1)</source>
        <translation>Presença (0 a 1)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Area (m²)</source>
        <translation>Área (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Area (pixels)</source>
        <translation>Área (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Perimeter (m)</source>
        <translation>Perímetro (m)</translation>
    </message>
    <message>
        <location filename="../plugin/layers/vector.py"/>
        <source>Perimeter (pixels)</source>
        <translation>Perímetro (pixels)</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Phrasegon: type a phrase, get polygons</source>
        <translation>Phrasegon: digite uma frase, obtenha polígonos</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Options…</source>
        <translation>Opções…</translation>
    </message>
    <message>
        <location filename="../plugin/menu.py"/>
        <source>Help</source>
        <translation>Ajuda</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <location filename="../plugin/options/general.py"/>
        <source>Open log</source>
        <translation>Abrir o registro</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <source>Start again</source>
        <translation>Iniciar novamente</translation>
    </message>
    <message>
        <location filename="../plugin/messages.py"/>
        <source>Options</source>
        <translation>Opções</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: looking at the models</source>
        <translation>Phrasegon: consultando os modelos</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: asking for a model</source>
        <translation>Phrasegon: perguntando por um modelo</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>Phrasegon: fetching {}</source>
        <translation>Phrasegon: obtendo {}</translation>
    </message>
    <message>
        <location filename="../plugin/options/fetcher.py"/>
        <source>The model {} is installed.</source>
        <translation>O modelo {} está instalado.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source> megapixels</source>
        <translation> megapixels</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Layers that are no local file, such as web maps, are rendered up to this size.</source>
        <translation>Camadas que não são um arquivo local, como mapas da web, são renderizadas até este tamanho.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source> GB</source>
        <translation> GB</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>none</source>
        <translation>nenhum</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Models that read a scene before they hear a phrase keep here what they have read, so that a further phrase is fast. What was used longest ago goes first.</source>
        <translation>Modelos que leem uma cena antes de ouvir uma frase guardam aqui o que leram, para que outra frase seja rápida. O que não é usado há mais tempo sai primeiro.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Data folder</source>
        <translation>Pasta de dados</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Fetched models, the engine and the log go here; what is elsewhere is not moved.</source>
        <translation>Os modelos obtidos, o motor e o registro ficam aqui; o que está em outro lugar não é movido.</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Compute on</source>
        <translation>Calcular com</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Render at most</source>
        <translation>Renderizar no máximo</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Disk for prepared scenes</source>
        <translation>Disco para cenas preparadas</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>the fastest device</source>
        <translation>o dispositivo mais rápido</translation>
    </message>
    <message>
        <location filename="../plugin/options/general.py"/>
        <source>Apple graphics</source>
        <translation>Gráficos da Apple</translation>
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
        <translation>Licença</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Fetch…</source>
        <translation>Obter…</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>From a file…</source>
        <translation>De um arquivo…</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>installed</source>
        <translation>instalado</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>not installed</source>
        <translation>não instalado</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Trained on {}.</source>
        <translation>Treinado com {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>The models are listed as soon as the engine is set up.</source>
        <translation>Os modelos são listados assim que o motor está instalado.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>A model's file</source>
        <translation>Arquivo de um modelo</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Weights ({})</source>
        <translation>Pesos ({})</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Snaps polygons to objects; trained on {}; takes about {} of memory; licence: {}.</source>
        <translation>Ajusta polígonos aos objetos; treinado com {}; ocupa cerca de {} de memória; licença: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/models.py"/>
        <source>Trained on {}; made for {} to {} m a pixel; takes about {} of memory; licence: {}.</source>
        <translation>Treinado com {}; feito para {} a {} m por pixel; ocupa cerca de {} de memória; licença: {}.</translation>
    </message>
    <message>
        <location filename="../plugin/options/page.py"/>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <location filename="../plugin/options/page.py"/>
        <source>General</source>
        <translation>Geral</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch a model</source>
        <translation>Obter um modelo</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch {}?</source>
        <translation>Obter {}?</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Fetch</source>
        <translation>Obter</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Download: {}</source>
        <translation>Download: {}</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>From: {} ({})</source>
        <translation>De: {} ({})</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Licence: {}</source>
        <translation>Licença: {}</translation>
    </message>
    <message>
        <location filename="../plugin/options/question.py"/>
        <source>Goes to: {}</source>
        <translation>Destino: {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>The engine was stopped; run the algorithm again.</source>
        <translation>O motor foi parado; execute o algoritmo novamente.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Polygons found: {}</source>
        <translation>Polígonos encontrados: {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Segmentation</source>
        <translation>Segmentação</translation>
    </message>
    <message>
        <location filename="../plugin/processing/algorithm.py"/>
        <source>Nothing can be written in {}, the folder for temporary files: make room there.</source>
        <translation>Nada pode ser gravado em {}, a pasta de arquivos temporários: libere espaço ali.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” is missing.</source>
        <translation>Falta “{}”.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be a number from {:g} to {:g}, not {}.</source>
        <translation>“{}” deve ser um número de {:g} a {:g}, não {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be a number, {:g} or more, not {}.</source>
        <translation>“{}” deve ser um número, {:g} ou mais, não {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” must be one of {}, not {}.</source>
        <translation>“{}” deve ser um de {}, não {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}”: {} cannot be opened; choose a layer or a file that is there.</source>
        <translation>“{}”: {} não pode ser aberto; escolha uma camada ou um arquivo existente.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>“{}” cannot be {}.</source>
        <translation>“{}” não pode ser {}.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>{} is a folder: give the name of a file in it.</source>
        <translation>{} é uma pasta: indique o nome de um arquivo nela.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>There is no folder {}: create it, or write to another one.</source>
        <translation>Não existe a pasta {}: crie-a ou grave em outra.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/checks.py"/>
        <source>The folder {} cannot be written to: choose another one.</source>
        <translation>Não é possível gravar na pasta {}: escolha outra.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Drop polygons smaller than (m²)</source>
        <translation>Omitir polígonos menores que (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Fill holes smaller than (m²)</source>
        <translation>Preencher buracos menores que (m²)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Let edges move by up to (m)</source>
        <translation>Deixar as bordas se moverem até (m)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Separate objects that touch, as houses in a row</source>
        <translation>Separar objetos contíguos, como em casas geminadas</translation>
    </message>
    <message>
        <location filename="../plugin/processing/cleanup.py"/>
        <source>Square the corners, as of buildings</source>
        <translation>Esquadrar os cantos, como em edifícios</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Evaluate against reference polygons</source>
        <translation>Avaliar com polígonos de referência</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Measures how well polygons agree with polygons that are known to be right</source>
        <translation>Mede o quanto polígonos concordam com polígonos sabidamente corretos</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Measures how well found polygons agree with polygons that are known to be right, within the raster that they were found in.

Intersection over union, precision (how much of what was found is right) and recall (how much of what is there was found) count pixels on the raster's grid; pixels without data count for nothing. The precision and recall of polygons count pairs: a found polygon and one of the reference that share at least half of what they cover together.

A share of nothing, such as the recall where there is no reference polygon, has no value.

The report is a web page, or a JSON file where its name ends with .json.</source>
        <translation>Mede o quanto os polígonos encontrados concordam com polígonos sabidamente corretos, dentro do raster em que foram encontrados.

A interseção sobre a união, a precisão (quanto do que foi encontrado está correto) e a revocação (quanto do que existe foi encontrado) contam pixels na grade do raster; pixels sem dados não contam. A precisão e a revocação dos polígonos contam pares: um polígono encontrado e um da referência que compartilham pelo menos metade do que cobrem juntos.

Uma parte de nada, como a revocação onde não há polígono de referência, não tem valor.

O relatório é uma página da web, ou um arquivo JSON se o nome terminar em .json.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>phrasegon,accuracy,iou,precision,recall,validation,compare,segmentation</source>
        <translation>phrasegon,exatidão,iou,precisão,revocação,recall,validação,comparar,segmentação</translation>
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
        <translation>Polígonos de referência</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Raster they were found in</source>
        <translation>Raster em que foram encontrados</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Web page (*.html);;JSON file (*.json)</source>
        <translation>Página da web (*.html);;Arquivo JSON (*.json)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Report</source>
        <translation>Relatório</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Intersection over union</source>
        <translation>Interseção sobre a união</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Precision of pixels</source>
        <translation>Precisão dos pixels</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Recall of pixels</source>
        <translation>Revocação dos pixels</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Precision of polygons</source>
        <translation>Precisão dos polígonos</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <location filename="../plugin/processing/report.py"/>
        <source>Recall of polygons</source>
        <translation>Revocação dos polígonos</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Number of found polygons</source>
        <translation>Número de polígonos encontrados</translation>
    </message>
    <message>
        <location filename="../plugin/processing/evaluate.py"/>
        <source>Number of reference polygons</source>
        <translation>Número de polígonos de referência</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Loading the model …</source>
        <translation>Carregando o modelo…</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Turning the probability into polygons …</source>
        <translation>Transformando a probabilidade em polígonos…</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Writing the polygons …</source>
        <translation>Gravando os polígonos…</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>Looking at the raster …</source>
        <translation>Examinando o raster…</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>{} of {} tiles</source>
        <translation>{} de {} blocos</translation>
    </message>
    <message>
        <location filename="../plugin/processing/narrator.py"/>
        <source>{}, {} to go</source>
        <translation>{}, faltam {}</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Polygons from a probability raster</source>
        <translation>Polígonos a partir de um raster de probabilidade</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Tries another threshold or clean-up on a kept probability, without running the model again</source>
        <translation>Testa outro limiar ou outra limpeza em uma probabilidade guardada, sem executar o modelo novamente</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Makes polygons of a probability raster that “Segment by phrase” has kept. The model does not run again, so that another threshold or another clean-up takes seconds.

Phrase and model only go into the attributes of the polygons; without a phrase, the name of the raster does.

Areas and lengths are metres on the ground; pixels where the raster has no coordinate reference system.</source>
        <translation>Faz polígonos de um raster de probabilidade que “Segmentar por frase” guardou. O modelo não é executado novamente, de modo que outro limiar ou outra limpeza leva segundos.

Frase e modelo vão apenas para os atributos dos polígonos; sem frase, vai o nome do raster.

Áreas e comprimentos são metros no terreno; pixels se o raster não tem sistema de referência de coordenadas.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>phrasegon,threshold,vectorise,vectorize,polygonise,probability,segmentation</source>
        <translation>phrasegon,limiar,vetorizar,poligonizar,probabilidade,segmentação</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <location filename="../plugin/processing/segment.py"/>
        <source>Probability raster</source>
        <translation>Raster de probabilidade</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Phrase it was made for</source>
        <translation>Frase para a qual foi feito</translation>
    </message>
    <message>
        <location filename="../plugin/processing/polygons.py"/>
        <source>Model it was made with</source>
        <translation>Modelo com que foi feito</translation>
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
        <translation>Phrasegon: polígonos a partir de uma frase</translation>
    </message>
    <message>
        <location filename="../plugin/processing/rasters.py"/>
        <source>“{}” is no raster file: export it to a GeoTIFF first, and choose that.</source>
        <translation>“{}” não é um arquivo raster: exporte-o antes para um GeoTIFF e escolha este.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>The report cannot be written to {} ({}): choose another place.</source>
        <translation>O relatório não pode ser gravado em {} ({}): escolha outro lugar.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>Evaluation against reference polygons</source>
        <translation>Avaliação com polígonos de referência</translation>
    </message>
    <message>
        <location filename="../plugin/processing/report.py"/>
        <source>Pixels are compared on the raster's grid. A found polygon pairs with one of the reference where the two share at least half of what they cover together (intersection over union of 0.5).</source>
        <translation>Os pixels são comparados na grade do raster. Um polígono encontrado forma um par com um da referência se os dois compartilham pelo menos metade do que cobrem juntos (interseção sobre a união de 0,5).</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Segment by phrase</source>
        <translation>Segmentar por frase</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Finds what a phrase speaks of in an image and gives polygons</source>
        <translation>Encontra em uma imagem aquilo de que uma frase fala e dá polígonos</translation>
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
        <translation>Encontra em imagens aéreas ou de satélite aquilo de que uma frase fala, como “the swimming pools”, e dá polígonos com pontuação, presença, área e perímetro. Tudo é calculado neste computador.

Frase: em inglês; várias frases são separadas por ponto e vírgula, e os atributos dos polígonos dizem a que frase pertencem.

Extensão, Área: limitam a execução a um retângulo ou aos polígonos de uma camada.

Detalhe: metros por pixel com que se trabalha. Vazio, são os do próprio raster, dentro do que o modelo aprendeu.

Limiar: probabilidade a partir da qual um pixel conta como encontrado; um valor menor encontra mais, e mais erros.

Ignorar blocos sem o objeto: toda rede marca algo mesmo onde não há nada; blocos que quase não contêm o objeto contam como vazios, se o modelo puder avaliar isso.

Raster de probabilidade: 0 a 254, 255 onde não há dados. “Polígonos a partir de um raster de probabilidade” faz dele polígonos com outro limiar em segundos. Com várias frases, o arquivo da primeira tem o nome pedido, e os das outras ficam ao lado com um número e sua frase.

Áreas e comprimentos são metros no terreno; pixels se o raster não tem sistema de referência de coordenadas.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>phrasegon,phrase,text,prompt,deep learning,ai,sam,extract,detect,buildings,trees,segmentation</source>
        <translation>phrasegon,frase,texto,prompt,aprendizado profundo,ia,sam,extrair,detectar,edifícios,árvores,segmentação</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Extent</source>
        <translation>Extensão</translation>
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
        <translation>Detalhe (m por pixel)</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Overlap of tiles</source>
        <translation>Sobreposição dos blocos</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Leave out tiles without the object</source>
        <translation>Ignorar blocos sem o objeto</translation>
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
        <translation>Rasters de probabilidade de todas as frases</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <location filename="../plugin/processing/snap.py"/>
        <source>Device that was used</source>
        <translation>Dispositivo usado</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>Give either an extent or an area, not both.</source>
        <translation>Indique uma extensão ou uma área, não ambas.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/segment.py"/>
        <source>“{}” has no polygon to work in: draw or select one.</source>
        <translation>“{}” não tem polígono em que trabalhar: desenhe ou selecione um.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Snap polygons to objects</source>
        <translation>Ajustar polígonos aos objetos</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Turns rough polygons or boxes into outlines of the objects in them, without a phrase</source>
        <translation>Transforma polígonos ou retângulos aproximados em contornos dos objetos que contêm, sem frase</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Turns rough polygons or boxes into the outlines of what an image shows in them. No phrase is needed: the box around each polygon tells the model where to look.

All attributes are kept as they were, areas and lengths too. “snapped” says whether a polygon has a new outline, and “snap_score”, 0 to 1, how far to trust it. A polygon that the image does not show, or in which the model sees nothing, stays as it was.

Model: SAM 2.1 in four sizes; the smallest one suits a computer without a graphics card. They are fetched in the options (Settings &gt; Options &gt; Phrasegon).

Point on the object: given to the model besides the box, where colours tell where the object is.

Move outlines to edges: helps where outlines are visibly loose, and harms good ones a little.</source>
        <translation>Transforma polígonos ou retângulos aproximados nos contornos do que uma imagem mostra neles. Não é preciso frase: o retângulo em volta de cada polígono diz ao modelo onde olhar.

Todos os atributos ficam como estavam, também áreas e comprimentos. “snapped” diz se um polígono tem um contorno novo, e “snap_score”, de 0 a 1, quanto confiar nele. Um polígono que a imagem não mostra, ou em que o modelo não vê nada, fica como estava.

Modelo: SAM 2.1 em quatro tamanhos; o menor convém a um computador sem placa gráfica. São obtidos nas opções (Configurações &gt; Opções &gt; Phrasegon).

Ponto sobre o objeto: dado ao modelo além do retângulo, onde as cores revelam onde está o objeto.

Mover os contornos para as bordas: ajuda onde os contornos são visivelmente frouxos, e prejudica um pouco os bons.</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>phrasegon,snap,refine,outline,box,sam,digitise,digitize,segmentation</source>
        <translation>phrasegon,ajustar,refinar,contorno,retângulo,sam,digitalizar,segmentação</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Rough polygons</source>
        <translation>Polígonos aproximados</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Point on the object</source>
        <translation>Ponto sobre o objeto</translation>
    </message>
    <message>
        <location filename="../plugin/processing/snap.py"/>
        <source>Move outlines to edges</source>
        <translation>Mover os contornos para as bordas</translation>
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
        <translation>Os polígonos não podem ser gravados: libere espaço ou escolha outro lugar.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>Trying out the engine</source>
        <translation>Testando o motor</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>Looking for uv, the program that installs</source>
        <translation>Procurando o uv, o programa que instala</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/build.py"/>
        <source>The engine needs {} on the disk of {} and {} are free: make room, or choose another data folder.</source>
        <translation>O motor precisa de {} no disco de {}, e {} estão livres: libere espaço ou escolha outra pasta de dados.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The disk is full: make room, or choose a data folder on another disk.</source>
        <translation>O disco está cheio: libere espaço ou escolha uma pasta de dados em outro disco.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package is not the one that Phrasegon was tested with (its hash differs), so it was not installed: try again, and if it stays, ask who looks after your network or your folder of wheels.</source>
        <translation>Um pacote não é aquele com que o Phrasegon foi testado (seu hash difere), por isso não foi instalado: tente novamente e, se persistir, pergunte a quem cuida da sua rede ou da sua pasta de wheels.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Antivirus software or a rule of your organisation blocked a program that the engine needs: ask for Phrasegon's data folder to be allowed.</source>
        <translation>Um antivírus ou uma regra da sua organização bloqueou um programa de que o motor precisa: peça que a pasta de dados do Phrasegon seja permitida.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The proxy did not let the download through: check the proxy in QGIS's options under Network, its name and password too.</source>
        <translation>O proxy não deixou passar o download: verifique o proxy nas opções do QGIS, em Rede, também o nome e a senha.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The download server's certificate is not trusted here, as happens behind a firewall that reads along: ask for its certificate to be installed on this computer, or use a folder of wheels.</source>
        <translation>O certificado do servidor de download não é confiável aqui, como acontece atrás de um firewall que inspeciona o tráfego: peça que o certificado dele seja instalado neste computador ou use uma pasta de wheels.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The packages cannot be reached: connect to the network, or use a folder of wheels.</source>
        <translation>Os pacotes não podem ser acessados: conecte-se à rede ou use uma pasta de wheels.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Phrasegon may not write into its data folder: choose another data folder, or change who may write there.</source>
        <translation>O Phrasegon não pode gravar na sua pasta de dados: escolha outra pasta de dados ou altere quem pode gravar nela.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>No suitable Python was found: install Python 3.11 on this computer, or name an existing one.</source>
        <translation>Nenhum Python adequado foi encontrado: instale o Python 3.11 neste computador ou indique um existente.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package is not made for this computer's operating system or Python: update the operating system, or name an existing Python that has the packages.</source>
        <translation>Um pacote não é feito para o sistema operacional ou o Python deste computador: atualize o sistema operacional ou indique um Python existente que tenha os pacotes.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>The folder of wheels lacks a package or has another version of it; Details names it.</source>
        <translation>Na pasta de wheels falta um pacote ou há outra versão dele; os detalhes dizem qual.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>A package could not be built; Details tells what its build said.</source>
        <translation>Um pacote não pôde ser compilado; os detalhes mostram as mensagens.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/causes.py"/>
        <source>Setting up the engine failed; Details tells what was said.</source>
        <translation>A instalação do motor falhou; os detalhes mostram as mensagens.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/check.py"/>
        <source>There is no Python at {}.</source>
        <translation>Não há Python em {}.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/check.py"/>
        <source>{} does not answer as a Python with Phrasegon's engine would.</source>
        <translation>{} não responde como um Python com o motor do Phrasegon responderia.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/engine.py"/>
        <source>The engine cannot be started with {}; choose another Python.</source>
        <translation>O motor não pode ser iniciado com {}; escolha outro Python.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine was ended from outside, perhaps for lack of memory; start it again to go on.</source>
        <translation>O motor foi encerrado de fora, talvez por falta de memória; inicie-o novamente para continuar.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine ended unexpectedly; start it again to go on.</source>
        <translation>O motor terminou inesperadamente; inicie-o novamente para continuar.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine ended before it was ready; set it up again or choose another Python.</source>
        <translation>O motor terminou antes de estar pronto; instale-o novamente ou escolha outro Python.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>Phrasegon met an error of its own: open the log and report it.</source>
        <translation>Ocorreu um erro no próprio Phrasegon: abra o registro e comunique-o.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>There is too little free memory for this run: close other programs, choose the processor or a smaller model, and run again.</source>
        <translation>Há pouca memória livre para esta execução: feche outros programas, escolha o processador ou um modelo menor e execute novamente.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The raster cannot be used: {}</source>
        <translation>O raster não pode ser usado: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The phrase cannot be used: {}</source>
        <translation>A frase não pode ser usada: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The model cannot be used: {}</source>
        <translation>O modelo não pode ser usado: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The model's files cannot be used: {}</source>
        <translation>Os arquivos do modelo não podem ser usados: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>A setting cannot be used: {}</source>
        <translation>Uma configuração não pode ser usada: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The result cannot be written: {}</source>
        <translation>O resultado não pode ser gravado: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine is not complete: {}</source>
        <translation>O motor não está completo: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine and the plugin do not understand each other; restart QGIS: {}</source>
        <translation>O motor e o complemento não se entendem; reinicie o QGIS: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/failures.py"/>
        <source>The engine reports: {}</source>
        <translation>O motor informa: {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Making an empty environment</source>
        <translation>Criando um ambiente vazio</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Building</source>
        <translation>Compilando</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Installing packages</source>
        <translation>Instalando pacotes</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/installation.py"/>
        <source>Downloading {}</source>
        <translation>Baixando {}</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/lock.py"/>
        <source>Phrasegon may not write into {}: choose another data folder, or change who may write there.</source>
        <translation>O Phrasegon não pode gravar em {}: escolha outra pasta de dados ou altere quem pode gravar nela.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/lock.py"/>
        <source>Another window of QGIS is setting up or removing the engine: wait until it has finished.</source>
        <translation>Outra janela do QGIS está instalando ou removendo o motor: espere até que termine.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/plan.py"/>
        <source>The engine's packages are not made for this computer ({}): name an existing Python that has them.</source>
        <translation>Os pacotes do motor não são feitos para este computador ({}): indique um Python existente que os tenha.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/python.py"/>
        <source>The Python chosen for the engine, {}, is not there any more; choose another one.</source>
        <translation>O Python escolhido para o motor, {}, não existe mais; escolha outro.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/python.py"/>
        <source>Phrasegon needs its engine, which has not been set up on this computer yet.</source>
        <translation>O Phrasegon precisa do seu motor, que ainda não está instalado neste computador.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/removal.py"/>
        <source>The engine is running, perhaps in another window of QGIS: close that window first.</source>
        <translation>O motor está em execução, talvez em outra janela do QGIS: feche antes essa janela.</translation>
    </message>
    <message>
        <location filename="../plugin/runtime/uv.py"/>
        <source>Neither uv nor a Python with pip was found, and one of them is needed: install uv on this computer.</source>
        <translation>Não foi encontrado nem o uv nem um Python com pip, e um deles é necessário: instale o uv neste computador.</translation>
    </message>
</context>
</TS>
