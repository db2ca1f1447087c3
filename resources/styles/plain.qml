<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
  <renderer-v2 forceraster="0" referencescale="-1" type="singleSymbol" symbollevels="0" enableorderby="0">
    <symbols>
      <symbol clip_to_extent="1" name="0" type="fill" force_rhr="0" alpha="1">
        <layer pass="0" class="SimpleFill" locked="0" enabled="1">
          <Option type="Map">
            <Option value="240,249,33,51" name="color" type="QString" />
            <Option value="bevel" name="joinstyle" type="QString" />
            <Option value="no" name="outline_style" type="QString" />
            <Option value="solid" name="style" type="QString" />
          </Option>
        </layer>
        <layer pass="0" class="SimpleLine" locked="0" enabled="1">
          <Option type="Map">
            <Option value="round" name="capstyle" type="QString" />
            <Option value="round" name="joinstyle" type="QString" />
            <Option value="0,0,0,150" name="line_color" type="QString" />
            <Option value="solid" name="line_style" type="QString" />
            <Option value="0.86" name="line_width" type="QString" />
            <Option value="MM" name="line_width_unit" type="QString" />
            <Option value="3x:0,0,0,0,0,0" name="width_map_unit_scale" type="QString" />
          </Option>
        </layer>
        <layer pass="0" class="SimpleLine" locked="0" enabled="1">
          <Option type="Map">
            <Option value="round" name="capstyle" type="QString" />
            <Option value="round" name="joinstyle" type="QString" />
            <Option value="240,249,33,255" name="line_color" type="QString" />
            <Option value="solid" name="line_style" type="QString" />
            <Option value="0.46" name="line_width" type="QString" />
            <Option value="MM" name="line_width_unit" type="QString" />
            <Option value="3x:0,0,0,0,0,0" name="width_map_unit_scale" type="QString" />
          </Option>
        </layer>
      </symbol>
    </symbols>
    <sizescale />
  </renderer-v2>
</qgis>
