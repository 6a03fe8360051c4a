// Messy files of every format through the API as the wizard uses it: nothing is 500, and what stops has a code.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { expect } from "vitest";
import type { Upload } from "../../../planning/wire/uploads.ts";
import { membersOf } from "../../../server/imports/membersOf.ts";
import { kindOf } from "../commands/importOutcome.ts";
import { geodata, geodataTest } from "../imports/geodata.ts";
import { type HandIn, received, rested } from "./handIn.ts";
import type { Agent } from "./people.ts";
import { onTinyServer } from "./tinyServer.ts";

/** File and how far it comes: committed, or the code that stops it. */
const FILES: Readonly<Record<string, string>> = {
	"PROVENANCE.md": "format.unsupported",
	"china_gbk/shanghai_districts_2015/区县界_area.shp": "committed",
	"derived_from_shanghai_streets/huangpu_epsg4549_gbk/黄浦街道.shp": "committed",
	"derived_from_shanghai_streets/schools_huangpu_GCJ02_gb18030.csv": "committed",
	"geojson_invalid_chrieke/invalid_structure/invalid_feature_geometry_is_string.geojson":
		"features.none",
	"geojson_invalid_chrieke/invalid_structure/invalid_geometry_coordinates_string.geojson":
		"crs.unknown",
	"geojson_invalid_chrieke/problematic_geometries/problematic_self_intersection_large.geojson":
		"committed",
	"geojson_invalid_chrieke/valid/valid_featurecollection_multiple_feature_types.geojson":
		"committed",
	"geojsonhint/bad/bad-json.geojson": "geojson.malformed",
	"geojsonhint/bad/rootstring.geojson": "format.unsupported",
	"geojsonhint/bad/multiple_problems.geojson": "geometry.invalid",
	"kml_togeojson/addresses.kml": "committed",
	"kml_togeojson/gxmultitrack.kml": "geometry.wrong-kind",
	"mapshaper/csv/wkt.csv": "column.absent",
	"mapshaper/dbf/big5.dbf": "column.absent",
	"mapshaper/features/zip/points.zip": "committed",
	"mapshaper/features/zip/zip-in-zip.zip": "archive.nested",
	"mapshaper/geopackage/mixed_crs.gpkg": "crs.unsupported",
	"mapshaper/geopackage/shared_vs_unshared_paths.gpkg": "committed",
	"mapshaper/issues/193/gauss_kruger.shp": "crs.datum-needs-parameters",
	"mapshaper/issues/518_519_shp_reading/max_callstack_error.shp": "crs.unknown",
	"mapshaper/kml/Albania.kmz": "committed",
	"mapshaper/shapefile/shplib/polygon.shp": "crs.unknown",
	"mapshaper/text/two_states.tsv": "committed",
	"mapshaper/text/utf16_le_bom.csv": "column.absent",
	"no_prj/metroline2/metroline2.shp": "committed",
};

onTinyServer("messy files handed in", (server) => {
	geodataTest.each(Object.entries(FILES))("%s: %s", async (path, expected) => {
		const { data } = server().agents;
		const files = (await membersOf(geodata(`messy-dev/${path}`))).map(
			(member): HandIn => ({ name: basename(member), bytes: readFileSync(member) }),
		);
		const ended = await handIn(data, await received(data, ...files));
		expect(ended.state === "committed" ? "committed" : codeOf(ended)).toBe(expected);
		if (ended.report !== null)
			expect(ended.report.read).toBe(ended.report.accepted + ended.report.leftOut);
		for (const view of ["issues", "issues.xlsx", "shapes", "comparison"])
			expect((await data.get(`/api/uploads/${ended.id}/${view}`)).status).toBeLessThan(500);
	});
});

/** Understand, check as its shapes suggest, commit when nothing stands against it. */
async function handIn(agent: Agent, id: number): Promise<Upload> {
	const ask = async (stage: string, body: object): Promise<Upload> => {
		const { status } = await agent.post(`/api/uploads/${id}/${stage}`).send(body);
		expect([stage, status]).toEqual([stage, 200]);
		return rested(agent, id);
	};
	const first = await ask("understand", {});
	if (first.understanding === null) return first;
	const { layers, layer } = first.understanding;
	const { understanding } =
		layer === null && layers.length > 1
			? await ask("understand", { layer: layers[0]?.name })
			: first;
	if (understanding === null) return rested(agent, id);
	const { kind, level, category } = kindOf(understanding);
	const columns = Object.fromEntries(
		understanding.columns.flatMap(({ field, name }) => (field === null ? [] : [[field, name]])),
	);
	const { isSwapped } = understanding.crs;
	const settings = { kind, level, category, columns, isSwapped, layer: understanding.layer };
	const checked = await ask("check", { settings });
	if (checked.problem !== null || checked.report?.status === "refused") return checked;
	return ask("commit", { acceptWarnings: true, reason: "核对过", renewSnapshot: false });
}

function codeOf({ problem, report }: Upload): string | undefined {
	return problem?.code ?? report?.reason?.code;
}
