<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
<qgis version="3.22.0" styleCategories="Symbology">
  <renderer-v2 forceraster="0" referencescale="-1" type="graduatedSymbol" symbollevels="0" graduatedMethod="GraduatedColor" attr="score" enableorderby="0">
    <ranges>
      <range render="true" lower="0.000000000000000" symbol="0" label="0.0 – 0.5" upper="0.500000000000000" />
      <range render="true" lower="0.500000000000000" symbol="1" label="0.5 – 0.6" upper="0.600000000000000" />
      <range render="true" lower="0.600000000000000" symbol="2" label="0.6 – 0.7" upper="0.700000000000000" />
      <range render="true" lower="0.700000000000000" symbol="3" label="0.7 – 0.8" upper="0.800000000000000" />
      <range render="true" lower="0.800000000000000" symbol="4" label="0.8 – 0.9" upper="0.900000000000000" />
      <range render="true" lower="0.900000000000000" symbol="5" label="0.9 – 1.0" upper="1.000000000000000" />
    </ranges>
    <symbols>
      <symbol clip_to_extent="1" name="0" type="fill" force_rhr="0" alpha="1">
        <layer pass="0" class="SimpleFill" locked="0" enabled="1">
          <Option type="Map">
            <Option value="143,75,216,51" name="color" type="QString" />
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
            <Option value="143,75,216,255" name="line_color" type="QString" />
            <Option value="solid" name="line_style" type="QString" />
            <Option value="0.46" name="line_width" type="QString" />
            <Option value="MM" name="line_width_unit" type="QString" />
            <Option value="3x:0,0,0,0,0,0" name="width_map_unit_scale" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" name="1" type="fill" force_rhr="0" alpha="1">
        <layer pass="0" class="SimpleFill" locked="0" enabled="1">
          <Option type="Map">
            <Option value="196,79,174,51" name="color" type="QString" />
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
            <Option value="196,79,174,255" name="line_color" type="QString" />
            <Option value="solid" name="line_style" type="QString" />
            <Option value="0.46" name="line_width" type="QString" />
            <Option value="MM" name="line_width_unit" type="QString" />
            <Option value="3x:0,0,0,0,0,0" name="width_map_unit_scale" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" name="2" type="fill" force_rhr="0" alpha="1">
        <layer pass="0" class="SimpleFill" locked="0" enabled="1">
          <Option type="Map">
            <Option value="227,98,127,51" name="color" type="QString" />
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
            <Option value="227,98,127,255" name="line_color" type="QString" />
            <Option value="solid" name="line_style" type="QString" />
            <Option value="0.46" name="line_width" type="QString" />
            <Option value="MM" name="line_width_unit" type="QString" />
            <Option value="3x:0,0,0,0,0,0" name="width_map_unit_scale" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" name="3" type="fill" force_rhr="0" alpha="1">
        <layer pass="0" class="SimpleFill" locked="0" enabled="1">
          <Option type="Map">
            <Option value="245,130,90,51" name="color" type="QString" />
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
            <Option value="245,130,90,255" name="line_color" type="QString" />
            <Option value="solid" name="line_style" type="QString" />
            <Option value="0.46" name="line_width" type="QString" />
            <Option value="MM" name="line_width_unit" type="QString" />
            <Option value="3x:0,0,0,0,0,0" name="width_map_unit_scale" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" name="4" type="fill" force_rhr="0" alpha="1">
        <layer pass="0" class="SimpleFill" locked="0" enabled="1">
          <Option type="Map">
            <Option value="253,177,58,51" name="color" type="QString" />
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
            <Option value="253,177,58,255" name="line_color" type="QString" />
            <Option value="solid" name="line_style" type="QString" />
            <Option value="0.46" name="line_width" type="QString" />
            <Option value="MM" name="line_width_unit" type="QString" />
            <Option value="3x:0,0,0,0,0,0" name="width_map_unit_scale" type="QString" />
          </Option>
        </layer>
      </symbol>
      <symbol clip_to_extent="1" name="5" type="fill" force_rhr="0" alpha="1">
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
    <source-symbol>
      <symbol clip_to_extent="1" name="0" type="fill" force_rhr="0" alpha="1">
        <layer pass="0" class="SimpleFill" locked="0" enabled="1">
          <Option type="Map">
            <Option value="203,70,121,51" name="color" type="QString" />
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
            <Option value="203,70,121,255" name="line_color" type="QString" />
            <Option value="solid" name="line_style" type="QString" />
            <Option value="0.46" name="line_width" type="QString" />
            <Option value="MM" name="line_width_unit" type="QString" />
            <Option value="3x:0,0,0,0,0,0" name="width_map_unit_scale" type="QString" />
          </Option>
        </layer>
      </symbol>
    </source-symbol>
    <colorramp name="[source]" type="gradient">
      <Option type="Map">
        <Option value="143,75,216,255" name="color1" type="QString" />
        <Option value="240,249,33,255" name="color2" type="QString" />
        <Option value="0" name="discrete" type="QString" />
        <Option value="gradient" name="rampType" type="QString" />
        <Option value="0.2;196,79,174,255:0.4;227,98,127,255:0.6;245,130,90,255:0.8;253,177,58,255" name="stops" type="QString" />
      </Option>
    </colorramp>
    <classificationMethod id="Custom">
      <symmetricMode astride="0" enabled="0" symmetrypoint="0" />
      <labelFormat labelprecision="4" format="%1 - %2" trimtrailingzeroes="1" />
      <parameters>
        <Option />
      </parameters>
      <extraInformation />
    </classificationMethod>
    <sizescale />
  </renderer-v2>
</qgis>
