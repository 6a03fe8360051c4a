import { expect, test } from "vitest";
import { type ImportRequest, importRequest } from "../../../server/commands/ImportRequest.ts";
import { importLayer } from "../../../server/commands/importLayer.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";

const write = temporaryFiles();
const dryRun = (path: string, given: Partial<ImportRequest> = {}) =>
	importLayer(
		null,
		importRequest({ kind: "streets", path, dryRun: true, crs: "EPSG:4326", ...given }),
	);

type Line = readonly (readonly [lon: number, lat: number])[];
const layer = (name: string, lines: readonly (readonly [properties: object, line: Line])[]) =>
	write(
		name,
		JSON.stringify({
			type: "FeatureCollection",
			features: lines.map(([properties, coordinates]) => ({
				type: "Feature",
				properties,
				geometry: { type: "LineString", coordinates },
			})),
		}),
	);

const MAIN = [
	[121.4, 31.2],
	[121.41, 31.2],
	[121.42, 31.2],
] as const;
const SIDE = [
	[121.41, 31.2],
	[121.41, 31.21],
] as const;

test("a layer of lines becomes a street graph: three edges meet where three lines do", async () => {
	const path = layer("roads.geojson", [
		[{ 道路等级: "主干路" }, MAIN],
		[{ 道路等级: "支路" }, SIDE],
		[{ 道路等级: "高速公路" }, [...MAIN].map(([lon]) => [lon, 31.25] as const)],
	]);
	expect(await dryRun(path)).toMatchObject({
		status: "accepted",
		format: "geojson",
		features: { read: 3, accepted: 3, leftOut: 0 },
		graph: { nodes: 4, edges: 3, components: 1, largestSharePct: 100 },
		issues: [{ code: "streets.not-walkable", count: 1 }],
	});
});

test("lines that cross without a common point are a warning: nothing is committed before it was seen", async () => {
	const crossing = [
		[121.405, 31.19],
		[121.405, 31.21],
	] as const;
	const path = layer("crossing.geojson", [
		[{ highway: "residential" }, MAIN],
		[{ highway: "residential" }, crossing],
	]);
	const report = await dryRun(path);
	expect(report).toMatchObject({ status: "warnings", reason: { code: "import.warnings" } });
	expect(report.issues.map(({ code, severity }) => [code, severity])).toEqual([
		["streets.crossing-not-joined", "warning"],
		["streets.islands", "info"],
	]);
	expect((await dryRun(path, { acceptWarnings: true })).status).toBe("accepted");
});

test("in an OpenStreetMap file the same is information", async () => {
	const nodes = [
		[1, 121.4, 31.2],
		[2, 121.42, 31.2],
		[3, 121.405, 31.19],
		[4, 121.405, 31.21],
	].map(([id, lon, lat]) => `<node id="${id}" lon="${lon}" lat="${lat}"/>`);
	const ways = ["12", "34"].map(
		([a, b], i) =>
			`<way id="${i + 1}"><nd ref="${a}"/><nd ref="${b}"/><tag k="highway" v="residential"/></way>`,
	);
	const path = write("crossing.osm", `<osm version="0.6">${nodes.join("")}${ways.join("")}</osm>`);
	expect(await dryRun(path)).toMatchObject({
		status: "accepted",
		format: "osm",
		issues: [
			{ code: "streets.islands" },
			{ code: "streets.crossing-not-joined", severity: "info" },
		],
	});
});

test("a file without a line is refused with what it must be", async () => {
	const points = write(
		"points.geojson",
		JSON.stringify({
			type: "FeatureCollection",
			features: [
				{
					type: "Feature",
					properties: {},
					geometry: { type: "Point", coordinates: [121.4, 31.2] },
				},
			],
		}),
	);
	const report = await dryRun(points);
	expect(report).toMatchObject({
		status: "refused",
		features: { read: 1, accepted: 0, leftOut: 1 },
		reason: { code: "streets.none" },
	});
	expect(report.issues.map(({ code }) => code)).toEqual(["streets.none", "streets.not-a-line"]);
	expect(await dryRun(write("not.osm", "<kml></kml>"))).toMatchObject({
		status: "refused",
		reason: { code: "osm.not-osm" },
	});
});
