// What a layer can hold, and the columns that obviously hold it: in English, Chinese and pinyin (whole and initials).
// `--name-field F` names a column outright; otherwise the first of these that a row has, upper or lower case.

export const FIELD_COLUMNS = {
	id: names("id code 编号 设施编号 居住点编号 bianhao bh poi_id uuid"),
	name: names(
		"name 名称 name_zh name:zh 设施名称 单位名称 机构名称 学校名称 站点名称 街道名称 街镇名称 乡镇名称 居委会名称 居村委名称 村居名称",
		"社区名称 单元名称 行政区名称 行政区划名称 区划名称 行政区名 mingcheng mc xzqmc xzqhmc qhmc xzmc jdmc jzmc",
		"jwhmc jcwmc sqmc ssmc dwmc title",
	),
	code: names(
		"code 编码 代码 区划代码 行政区划代码 unit_code code12 行政代码 区划编码 行政区代码 行政编码 行政区划编码 统计用区划代码 统计代码",
		"街道代码 街道编码 街镇代码 街镇编码 居委会代码 居委会编码 居村委代码 居村委编码 单元编码 单元代码 admincode admin_code",
		"adcode xzqdm xzqhdm xzdm qhdm tjyqhdm jddm jzdm jwhdm daima bianma dm bm code9",
		"code6",
	),
	parent: names(
		"parent_code parentCode parent 上级编码 上级代码 上级区划代码 上级行政区划代码 所属街道代码 所属街道编码 所属街镇代码",
		"所属街镇编码 street_code street_code9 street_code12 所属区代码 所属区编码 区代码 district_code",
		"county_code shangjidaima sjdm sjbm fjdm ssjddm ssqdm",
	),
	kind: names("street_kind streetKind kind 类型 leixing lx"),
	zone: names("zone 片区类型 pqlx"),
	seatLon: names("seat_lon seatLon 驻地经度 zdjd"),
	seatLat: names("seat_lat seatLat 驻地纬度 zdwd"),
	declaredResidents: names(
		"declared_residents declaredResidents 常住人口 常住人口数 residents population",
		"changzhurenkou czrk czrks",
	),
	declaredHouseholds: names(
		"declared_households declaredHouseholds 常住户 常住户数 households 户数 changzhuhushu czhs",
		"czh",
	),
	category: names("category_code categoryCode category 类别代码 设施类别代码 类别编码 lbdm"),
	floorArea: names(
		"floor_area_m2 floorAreaM2 floor_area 建筑面积 总建筑面积 建筑面积平方米 建面 jianzhumianji jzmj",
		"gfa",
	),
	serviceArea: names(
		"service_area_m2 serviceAreaM2 service_area 服务面积 服务用房面积 fuwumianji fwmj",
	),
	officeArea: names(
		"office_area_m2 officeAreaM2 office_area 办公面积 办公用房面积 bangongmianji bgmj",
	),
	capacity: names("capacity 容量 床位数 学位数 座位数 床位 学位 rongliang cws xws"),
	operator: names(
		"operator_code operatorCode operator 运营单元编码 主管单元编码 运营单元代码 主管单元代码 yydybm",
	),
	premises: names("premises_id premisesId premises 房屋编号 用房编号 房屋编码 fwbh"),
	address: names("address 地址 详细地址 地址描述 坐落 addr dizhi dz xxdz"),
	entrances: names("entrances 出入口 出入口坐标 churukou crk"),
	residents: names(
		"residents 常住人口 population 人口 常住人口数 人口数 总人口 居住人口 pop changzhurenkou renkou czrk",
		"rks rk",
	),
	households: names("households 常住户 常住户数 户数 总户数 居民户数 hushu czhs hs"),
	elders: names(
		"elders 老年人口 60岁以上 60岁及以上 60岁以上人口 60岁及以上人口 老年人 老人 老年人数 laonianrenkou lnrk elderly",
	),
	children: names("children 儿童 儿童人口 儿童数 0-14岁 14岁以下 ertong etrk"),
	unit: names(
		"unit_code unitCode committee_code 居委会编码 居村委编码 居委会代码 居村委代码 所属居委会代码 所属居委会编码 jwhdm",
		"jwhbm",
	),
	use: names(
		"use land_use landuse 用地类别 用地性质 用地类型 地类名称 地类 dlmc 用地代码 地类编码 dlbm fclass",
	),
	from: names("from_code fromCode from cell_code 基础格编码 起点编码"),
	to: names("to_code toCode to 另一基础格编码 终点编码"),
	reason: names("reason 理由 原因 liyou yuanyin"),
	lon: names(
		"lon lng 经度 longitude long jingdu jd 经度坐标 lon_wgs84 wgs84_lon lng_gcj02 gcj_lng",
		"centroid_x 东坐标 横坐标 easting x坐标 坐标x x point_x",
	),
	lat: names(
		"lat 纬度 latitude weidu wd 纬度坐标 lat_wgs84 wgs84_lat lat_gcj02 gcj_lat centroid_y",
		"北坐标 纵坐标 northing y坐标 坐标y y point_y",
	),
} satisfies Record<string, readonly string[]>;

export type Field = keyof typeof FIELD_COLUMNS;

/** Columns that a person named, by field. */
export type NamedColumns = Readonly<Partial<Record<Field, string>>>;

/** Names with a space between them. */
function names(...lines: readonly string[]): readonly string[] {
	return lines.flatMap((line) => line.split(" "));
}
