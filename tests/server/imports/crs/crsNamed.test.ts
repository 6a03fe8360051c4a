import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { crsNamed } from "../../../../server/imports/crs/crsNamed.ts";
import { geodata, geodataTest } from "../geodata.ts";

const CGCS2000 =
	'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

function gauss(
	name: string,
	centralLon: number,
	falseEastingM: number,
	degrees = CGCS2000,
): string {
	return `PROJCS["${name}",${degrees},PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${falseEastingM}],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${centralLon}],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
}

test("what people and files write names the same system", () => {
	const names: Record<string, readonly string[]> = {
		"EPSG:4549": [
			"EPSG:4549",
			"epsg:4549",
			" 4549 ",
			"urn:ogc:def:crs:EPSG::4549",
			"ＥＰＳＧ：4549",
		],
		"EPSG:4326": ["WGS84", "WGS 84", "GCS_WGS_1984", "urn:ogc:def:crs:OGC:1.3:CRS84", "4326"],
		"EPSG:4490": ["CGCS2000", "国家2000", "GCS_China_Geodetic_Coordinate_System_2000"],
		"EPSG:3857": ["900913", "EPSG:102100", "WGS_1984_Web_Mercator_Auxiliary_Sphere"],
		"EPSG:32651": ["WGS_1984_UTM_Zone_51N", "WGS 84 / UTM zone 51N"],
		"EPSG:4528": ["CGCS2000_3_Degree_GK_Zone_40", "CGCS2000 / 3-degree Gauss-Kruger zone 40"],
		gcj02: ["gcj02", "GCJ-02", "GCJ_02", "火星坐标系"],
		bd09: ["bd09", "BD-09", "百度坐标"],
		"local:上海2000": ["local:上海2000", "local: 上海2000"],
	};
	for (const [name, texts] of Object.entries(names))
		for (const text of texts) expect([text, crsNamed(text)]).toEqual([text, name]);
});

test("the parameters of a .prj tell the zone, whatever its name", () => {
	expect(crsNamed(CGCS2000)).toBe("EPSG:4490");
	expect(crsNamed(gauss("CGCS2000_3_Degree_GK_CM_120E", 120, 500_000))).toBe("EPSG:4549");
	expect(crsNamed(gauss("undefined", 123, 500_000))).toBe("EPSG:4550");
	expect(crsNamed(gauss("Zone 40", 120, 40_500_000))).toBe("EPSG:4528");
	expect(crsNamed(gauss("6 degrees", 117, 20_500_000))).toBe("EPSG:4498");
});

test("an authority that the parameters contradict is not believed", () => {
	const text = gauss("CGCS2000", 123, 500_000);
	const withCode = (code: number) => `${text.slice(0, -1)},AUTHORITY["EPSG","${code}"]]`;
	expect(crsNamed(withCode(4550))).toBe("EPSG:4550");
	expect(crsNamed(withCode(4549))).toBe("EPSG:4550");
});

test("WKT 2 names its code", () => {
	const text =
		'PROJCRS["CGCS2000 / 3-degree Gauss-Kruger CM 120E",BASEGEOGCRS["China Geodetic Coordinate System 2000",DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]],ID["EPSG",4490]],CONVERSION["3-degree Gauss-Kruger CM 120E",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of natural origin",120,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Scale factor at natural origin",1,SCALEUNIT["unity",1]],PARAMETER["False easting",500000,LENGTHUNIT["metre",1]],PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],CS[Cartesian,2],AXIS["northing (X)",north,ORDER[1],LENGTHUNIT["metre",1]],AXIS["easting (Y)",east,ORDER[2],LENGTHUNIT["metre",1]]';
	expect(crsNamed(`${text},ID["EPSG",4549]]`)).toBe("EPSG:4549");
	expect(crsNamed(`${text}]`)).toBe("EPSG:4549");
});

test("a grid without a code is kept as its text, when its datum is known", () => {
	const own = gauss("own", 121.5, 500_000);
	expect(crsNamed(own)).toBe(`wkt:${own}`);
	expect(crsNamed(`wkt:${own}`)).toBe(`wkt:${own}`);
	expect(crsNamed(own.replace("D_China_2000", "Unknown datum"))).toBeNull();
});

test("the old datums are named, so that they can be refused by name", () => {
	const beijing = CGCS2000.replace("D_China_2000", "D_Beijing_1954").replace(
		'"CGCS2000",6378137.0,298.257222101',
		'"Krasovsky_1940",6378245.0,298.3',
	);
	expect(crsNamed(beijing)).toBe("EPSG:4214");
	expect(crsNamed(gauss("x", 120, 500_000, beijing))).toBe("EPSG:2437");
	expect(crsNamed(gauss("x", 120, 40_500_000, beijing))).toBe("EPSG:2416");
	expect(crsNamed(gauss("x", 121.5, 500_000, beijing))).toMatch(/^wkt:/);
});

test("what is no CRS is none", () => {
	for (const text of ["", "foo", "EPSG:", 'PROJCS["broken', "-1", '<?xml version="1.0"?>'])
		expect(crsNamed(text)).toBeNull();
});

geodataTest("the .prj of real files", () => {
	const derived = "messy-dev/derived_from_shanghai_streets";
	const files = {
		[`${derived}/huangpu_epsg4549_gbk/黄浦街道.prj`]: "EPSG:4549",
		[`${derived}/huangpu_epsg4490_utf8/黄浦街道.prj`]: "EPSG:4490",
		"messy-dev/china_gbk/shanghai_districts_2015/区县界_area.prj": "EPSG:4326",
		"messy-dev/mapshaper/issues/193/gauss_kruger.prj": "EPSG:2435",
		"messy-dev/mapshaper/geopackage/world_land_robin.prj": null,
	};
	for (const [file, name] of Object.entries(files))
		expect([file, crsNamed(readFileSync(geodata(file), "utf8"))]).toEqual([file, name]);
});
