// The table of templates: the columns of each kind of layer as the importer knows them, what each means, an example. The
// examples are of the demonstration city; every name in them is invented. Long, because it is all words.
import type { Field } from "../../planning/layers/fields.ts";
import { CATEGORIES } from "../../planning/standards/catalogue.ts";
import type { UploadKind } from "../../planning/wire/understanding.ts";

export interface Words {
	readonly zh: string;
	readonly en: string;
}

export interface TemplateField {
	/** null: a tag of the street network, which is called what it is called. */
	readonly field: Field | null;
	/** Column names; those of fields are found by the importer. */
	readonly header: Words;
	readonly isRequired?: true;
	readonly meaning: Words;
	readonly unit?: Words;
	readonly example: string | number;
	/** Values that are understood; a choice in the cell. `value` is what is written. */
	readonly allowed?: readonly { readonly value: Words; readonly meaning: Words }[];
	/** Codes and ids: a column in text format keeps leading zeros and all 12 digits. */
	readonly isText?: true;
}

export interface Template {
	readonly title: Words;
	/** What to know before filling in. */
	readonly notes: readonly Words[];
	readonly fields: readonly TemplateField[];
}

const SQUARE_METRES = { zh: "平方米", en: "m²" };
const DEGREES = { zh: "度（WGS84）", en: "degrees (WGS84)" };
const PEOPLE = { zh: "人", en: "people" };
const HOUSEHOLDS = { zh: "户", en: "households" };

const SHAPES: Words = {
	zh: "图形不能写在表格里。请把这些列作为属性表，随面图形交 Shapefile、GeoPackage 或 GeoJSON。",
	en: "Shapes cannot be written into a table. Give these columns as attributes of areas in a Shapefile, GeoPackage or GeoJSON file.",
};
const EMPTY: Words = {
	zh: "不知道的数字留空，不要写 0。",
	en: "Leave a number empty when it is not known; do not write 0.",
};
const CODES: Words = {
	zh: "编码列是文本格式：12 位数字（6 位、9 位也可，自动补零）。",
	en: "Code columns are text: 12 digits (6 or 9 are padded with zeros).",
};

const id = (example: string): TemplateField => ({
	field: "id",
	header: { zh: "编号", en: "id" },
	meaning: {
		zh: "编号，一份数据里不重复；原样保留。不填则按行号。",
		en: "Unique in the file; kept unchanged. Without it, the row number is taken.",
	},
	example,
	isText: true,
});

const place = (lon: number, lat: number): readonly TemplateField[] => [
	{
		field: "lon",
		header: { zh: "经度", en: "lon" },
		isRequired: true,
		meaning: {
			zh: "东经。其他坐标系也可以交，导入时确认。",
			en: "Longitude. Other coordinate systems are possible; they are confirmed on import.",
		},
		unit: DEGREES,
		example: lon,
	},
	{
		field: "lat",
		header: { zh: "纬度", en: "lat" },
		isRequired: true,
		meaning: { zh: "北纬。", en: "Latitude." },
		unit: DEGREES,
		example: lat,
	},
];

const DIVISIONS: Template = {
	title: { zh: "区划", en: "divisions" },
	notes: [
		SHAPES,
		{
			zh: "一份文件一个层级：区、街镇、居村、基本管理单元或片区。",
			en: "One level per file: districts, streets, committees, basic management units or circles.",
		},
		CODES,
		EMPTY,
	],
	fields: [
		{
			field: "code",
			header: { zh: "编码", en: "code" },
			isRequired: true,
			meaning: {
				zh: "区、街镇、居村：12 位区划代码；基本管理单元、片区：自编代码。",
				en: "Districts, streets, committees: the 12-digit code; management units and circles: a code of your own.",
			},
			example: "990101001001",
			isText: true,
		},
		{
			field: "name",
			header: { zh: "名称", en: "name" },
			isRequired: true,
			meaning: { zh: "单元名称。", en: "Name of the unit." },
			example: "问汀社区居委会",
		},
		{
			field: "parent",
			header: { zh: "上级编码", en: "parent_code" },
			meaning: {
				zh: "上一级单元的编码。不填则由编码推出。",
				en: "Code of the unit above. Without it, it follows from the code.",
			},
			example: "990101001000",
			isText: true,
		},
		{
			field: "kind",
			header: { zh: "类型", en: "street_kind" },
			meaning: {
				zh: "只用于街镇层级。不填则由编码第 7–9 位判断。",
				en: "For the street level only. Without it, digits 7–9 of the code decide.",
			},
			example: "",
			allowed: [
				{ value: { zh: "街道", en: "subdistrict" }, meaning: { zh: "街道", en: "subdistrict" } },
				{ value: { zh: "镇", en: "town" }, meaning: { zh: "镇", en: "town" } },
				{ value: { zh: "乡", en: "township" }, meaning: { zh: "乡", en: "township" } },
				{ value: { zh: "其他", en: "other" }, meaning: { zh: "其他街镇级单元", en: "other" } },
			],
		},
		{
			field: "zone",
			header: { zh: "片区类型", en: "zone" },
			meaning: {
				zh: "居村所在地区；决定步行速度和时限。",
				en: "Where a committee lies; decides walking speed and limit.",
			},
			example: "urban",
			allowed: [
				{ value: { zh: "城区", en: "urban" }, meaning: { zh: "主城区", en: "city proper" } },
				{ value: { zh: "新城", en: "new-town" }, meaning: { zh: "新城", en: "new town" } },
				{
					value: { zh: "新市镇", en: "market-town" },
					meaning: { zh: "新市镇、集镇", en: "market town" },
				},
				{
					value: { zh: "乡村", en: "village" },
					meaning: { zh: "乡村，默认慢行", en: "village; slow travel by default" },
				},
			],
		},
		{
			field: "declaredResidents",
			header: { zh: "常住人口", en: "declared_residents" },
			meaning: { zh: "普查或登记的常住人口。", en: "Residents by census or register." },
			unit: PEOPLE,
			example: 3369,
		},
		{
			field: "declaredHouseholds",
			header: { zh: "常住户数", en: "declared_households" },
			meaning: { zh: "普查或登记的常住户。", en: "Resident households by census or register." },
			unit: HOUSEHOLDS,
			example: 1417,
		},
		{
			field: "seatLon",
			header: { zh: "驻地经度", en: "seat_lon" },
			meaning: { zh: "驻地位置；两列都填或都空。", en: "Seat; fill both columns or none." },
			unit: DEGREES,
			example: 120.5802465,
		},
		{
			field: "seatLat",
			header: { zh: "驻地纬度", en: "seat_lat" },
			meaning: { zh: "驻地位置。", en: "Seat." },
			unit: DEGREES,
			example: 30.9022548,
		},
	],
};

const FACILITIES: Template = {
	title: { zh: "设施", en: "facilities" },
	notes: [
		{
			zh: "不要写电话、联系人等联系方式：这些列不导入。",
			en: "No telephone numbers or contact persons: such columns are left out.",
		},
		CODES,
		EMPTY,
	],
	fields: [
		id("F00001"),
		{
			field: "category",
			header: { zh: "类别代码", en: "category" },
			isRequired: true,
			meaning: {
				zh: "设施类别代码，见“取值”表。整份文件一类时可不填，导入时选定。",
				en: "Category code, see the sheet of values. Not needed when all are of one category, chosen on import.",
			},
			example: "ADM-ISF",
			isText: true,
			allowed: CATEGORIES.map(({ code, nameZh, nameEn }) => ({
				value: { zh: code, en: code },
				meaning: { zh: nameZh, en: nameEn },
			})),
		},
		{
			field: "name",
			header: { zh: "名称", en: "name" },
			meaning: { zh: "设施名称。", en: "Name of the facility." },
			example: "石渡社区综合服务中心",
		},
		...place(120.5862234, 30.9008923),
		{
			field: "floorArea",
			header: { zh: "建筑面积", en: "floor_area_m2" },
			meaning: { zh: "总建筑面积。", en: "Gross floor area." },
			unit: SQUARE_METRES,
			example: 710,
		},
		{
			field: "serviceArea",
			header: { zh: "服务面积", en: "service_area_m2" },
			meaning: { zh: "其中用于服务居民的面积。", en: "Of it, for serving residents." },
			unit: SQUARE_METRES,
			example: 560,
		},
		{
			field: "officeArea",
			header: { zh: "办公面积", en: "office_area_m2" },
			meaning: { zh: "其中办公面积。", en: "Of it, offices." },
			unit: SQUARE_METRES,
			example: 150,
		},
		{
			field: "capacity",
			header: { zh: "容量", en: "capacity" },
			meaning: { zh: "床位、学位等，整数。", en: "Beds, school places and so on; a whole number." },
			example: 120,
		},
		{
			field: "operator",
			header: { zh: "运营单元编码", en: "operator_code" },
			meaning: {
				zh: "运营它的区划单元。不填则按位置推定，并注明。",
				en: "The unit that operates it. Without it, the place decides, marked as presumed.",
			},
			example: "990101001000",
			isText: true,
		},
		{
			field: "premises",
			header: { zh: "用房编号", en: "premises_id" },
			meaning: {
				zh: "同一处房屋写同一编号：几个设施合用时只算一次面积。",
				en: "The same for facilities that share a building, whose area counts once.",
			},
			example: "P0001",
			isText: true,
		},
		{
			field: "address",
			header: { zh: "地址", en: "address" },
			meaning: { zh: "地址。", en: "Address." },
			example: "石渡路 1 号",
		},
		{
			field: "entrances",
			header: { zh: "出入口", en: "entrances" },
			meaning: {
				zh: "门的位置：经度 纬度; 经度 纬度。不填则以设施位置为门。",
				en: "Doors: lon lat; lon lat. Without them, the facility's own place is its door.",
			},
			example: "120.5862 30.9009; 120.5866 30.9011",
			isText: true,
		},
	],
};

const RESIDENCES: Template = {
	title: { zh: "居住点", en: "residences" },
	notes: [
		{
			zh: "每行一处（门牌、楼栋或网格）的人数，不是一个人。含姓名、证件号码等个人信息的文件整份拒收。",
			en: "A row is a place (address, building or grid cell) with counts, never a person. A file with names or identity numbers is refused as a whole.",
		},
		CODES,
		EMPTY,
	],
	fields: [
		id("R00001"),
		{
			field: "residents",
			header: { zh: "常住人口", en: "residents" },
			isRequired: true,
			meaning: { zh: "常住人口数。", en: "Residents." },
			unit: PEOPLE,
			example: 24,
		},
		{
			field: "households",
			header: { zh: "户数", en: "households" },
			meaning: { zh: "常住户数。", en: "Resident households." },
			unit: HOUSEHOLDS,
			example: 10,
		},
		{
			field: "elders",
			header: { zh: "60岁以上", en: "elders" },
			meaning: { zh: "60 岁及以上人数。", en: "People of 60 and over." },
			unit: PEOPLE,
			example: 6,
		},
		{
			field: "children",
			header: { zh: "儿童", en: "children" },
			meaning: { zh: "儿童人数。", en: "Children." },
			unit: PEOPLE,
			example: 2,
		},
		{
			field: "unit",
			header: { zh: "居委会编码", en: "unit_code" },
			meaning: {
				zh: "登记所属的居村。与位置不符时会指出。",
				en: "The committee it is registered with. Told when its place says another.",
			},
			example: "990101101203",
			isText: true,
		},
		...place(120.56506, 30.9241142),
	],
};

const EXCEPTIONS: Template = {
	title: { zh: "连通例外", en: "exceptions" },
	notes: [
		{
			zh: "桥、渡口把两个基础格（最细一级区划）连起来；飞地是允许与本单元其余部分分开的一格。",
			en: "A bridge or ferry joins two cells (units of the finest level); an exclave is a cell that may lie apart from its unit.",
		},
		CODES,
	],
	fields: [
		{
			field: "kind",
			header: { zh: "类型", en: "kind" },
			isRequired: true,
			meaning: { zh: "哪一种例外。", en: "Which kind of exception." },
			example: "bridge",
			allowed: [
				{
					value: { zh: "桥", en: "bridge" },
					meaning: { zh: "桥梁、隧道", en: "bridge or tunnel" },
				},
				{ value: { zh: "渡口", en: "ferry" }, meaning: { zh: "渡口、轮渡", en: "ferry" } },
				{ value: { zh: "飞地", en: "exclave" }, meaning: { zh: "飞地", en: "exclave" } },
			],
		},
		{
			field: "from",
			header: { zh: "起点编码", en: "from_code" },
			isRequired: true,
			meaning: {
				zh: "基础格编码；飞地只填这一列。",
				en: "Code of a cell; the only one of an exclave.",
			},
			example: "990101100009",
			isText: true,
		},
		{
			field: "to",
			header: { zh: "终点编码", en: "to_code" },
			meaning: {
				zh: "桥、渡口另一端的基础格。",
				en: "Cell at the other end of a bridge or ferry.",
			},
			example: "990101005001",
			isText: true,
		},
		{
			field: "reason",
			header: { zh: "理由", en: "reason" },
			isRequired: true,
			meaning: { zh: "为什么算连通或允许分开。", en: "Why it counts." },
			example: "东桥可步行通过",
		},
	],
};

const LAND: Template = {
	title: { zh: "用地", en: "land" },
	notes: [SHAPES],
	fields: [
		id("L001"),
		{
			field: "use",
			header: { zh: "用地性质", en: "use" },
			isRequired: true,
			meaning: {
				zh: "用地类别的代码或名称，按规划或调查的写法。",
				en: "Code or name of the land use, as the plan or survey words it.",
			},
			example: "居住用地",
		},
		{
			field: "name",
			header: { zh: "名称", en: "name" },
			meaning: { zh: "地块名称。", en: "Name of the plot." },
			example: "石渡一号地块",
		},
	],
};

const tag = (name: string, meaning: Words, example: string): TemplateField => ({
	field: null,
	header: { zh: name, en: name },
	meaning,
	example,
});

const STREETS: Template = {
	title: { zh: "步行网络", en: "streets" },
	notes: [
		{
			zh: "图形不能写在表格里。请交 OpenStreetMap 文件（.osm.pbf、.osm、.osm.gz），或带这些属性的线图层。",
			en: "Lines cannot be written into a table. Give an OpenStreetMap file (.osm.pbf, .osm, .osm.gz), or a layer of lines with these attributes.",
		},
		{
			zh: "属性的写法同 OpenStreetMap。两条路只在共有的点相通。",
			en: "Attributes are written as in OpenStreetMap. Two ways meet only at a point they share.",
		},
	],
	fields: [
		tag("highway", { zh: "道路种类。", en: "Kind of way." }, "residential"),
		tag("name", { zh: "路名。", en: "Name of the street." }, "石渡路"),
		tag(
			"foot",
			{ zh: "行人可否通行：yes、no、private。", en: "Whether people may walk: yes, no, private." },
			"yes",
		),
		tag("bridge", { zh: "是桥写 yes。", en: "yes on a bridge." }, ""),
		tag("tunnel", { zh: "是隧道写 yes。", en: "yes in a tunnel." }, ""),
		tag("layer", { zh: "高于地面写 1，低于地面写 -1。", en: "1 above the ground, -1 below." }, ""),
	],
};

export const TEMPLATES: Readonly<Record<UploadKind, Template>> = {
	streets: STREETS,
	divisions: DIVISIONS,
	facilities: FACILITIES,
	residences: RESIDENCES,
	exceptions: EXCEPTIONS,
	land: LAND,
};
