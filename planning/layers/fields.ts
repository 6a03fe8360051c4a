// What a layer can hold, and the columns that obviously hold it. `--name-field F` names a column outright;
// otherwise the first of these that a row has, upper or lower case.

export const FIELD_COLUMNS = {
	id: ["id", "code"],
	name: ["name", "名称"],
	code: ["code", "编码", "代码", "区划代码", "行政区划代码", "unit_code"],
	parent: ["parent_code", "parentCode", "parent", "上级编码", "上级代码", "上级区划代码"],
	kind: ["street_kind", "streetKind", "kind", "类型"],
	zone: ["zone", "片区类型"],
	seatLon: ["seat_lon", "seatLon", "驻地经度"],
	seatLat: ["seat_lat", "seatLat", "驻地纬度"],
	declaredResidents: ["declared_residents", "declaredResidents", "常住人口"],
	declaredHouseholds: ["declared_households", "declaredHouseholds", "常住户", "常住户数"],
	category: [],
	floorArea: ["floor_area_m2", "floorAreaM2", "floor_area", "建筑面积"],
	serviceArea: ["service_area_m2", "serviceAreaM2", "service_area", "服务面积"],
	officeArea: ["office_area_m2", "officeAreaM2", "office_area", "办公面积"],
	capacity: ["capacity", "容量"],
	operator: ["operator_code", "operatorCode", "operator", "运营单元编码", "主管单元编码"],
	premises: ["premises_id", "premisesId", "premises", "房屋编号", "用房编号"],
	address: ["address", "地址"],
	entrances: ["entrances", "出入口"],
	residents: ["residents", "常住人口", "population", "人口"],
	households: ["households", "常住户", "常住户数", "户数"],
	elders: ["elders", "老年人口", "60岁以上"],
	children: ["children", "儿童"],
	unit: ["unit_code", "unitCode", "committee_code", "居委会编码", "居村委编码"],
	from: ["from_code", "fromCode", "from", "cell_code", "基础格编码", "起点编码"],
	to: ["to_code", "toCode", "to", "另一基础格编码", "终点编码"],
	reason: ["reason", "理由", "原因"],
	lon: ["lon", "lng", "经度", "longitude"],
	lat: ["lat", "纬度", "latitude"],
} as const satisfies Record<string, readonly string[]>;

export type Field = keyof typeof FIELD_COLUMNS;

/** Columns that a person named, by field. */
export type NamedColumns = Readonly<Partial<Record<Field, string>>>;
