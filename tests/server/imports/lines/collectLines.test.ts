import { describe, expect, test } from "vitest";
import type { SourceFeature, SourceGeometry } from "../../../../planning/layers/SourceFeature.ts";
import { compileStreets } from "../../../../planning/streets/compileStreets.ts";
import type { WaySet } from "../../../../planning/streets/Way.ts";
import { collectLines, type LineOptions } from "../../../../server/imports/lines/collectLines.ts";
import { collectStreets } from "../../../../server/imports/osm/collectStreets.ts";
import { readOsm } from "../../../../server/imports/osm/readOsm.ts";
import { desertGrid } from "../../../scenes/streetScene.ts";
import { geodata, geodataTest } from "../geodata.ts";

type Properties = Record<string, unknown>;
type Given = readonly [properties: Properties, geometry: SourceGeometry | null];

async function* featuresOf(given: Iterable<Given>): AsyncIterable<SourceFeature> {
	let feature = 0;
	for (const [properties, geometry] of given)
		yield { place: { feature: ++feature }, properties, geometry };
}
const collect = (given: Iterable<Given>, options: Partial<LineOptions> = {}) =>
	collectLines(featuresOf(given), { columns: {}, ...options });

const line = (...coordinates: readonly (readonly number[])[]) => ({
	type: "LineString",
	coordinates,
});
const ROAD = line([121.4, 31.2], [121.41, 31.2]);

/** A network as a line layer: a line per way with its tags. */
const exported = ({ ways, lonOf, latOf }: WaySet): Given[] =>
	[...ways].map(({ id, tags, nodeIds }) => [
		{ osm_id: id, ...tags },
		line(...nodeIds.map((node) => [lonOf.get(node) as number, latOf.get(node) as number])),
	]);

describe("vertices become nodes", () => {
	test("in the order met; those that agree to a centimetre are one", async () => {
		const { waySet } = await collect([
			[{}, line([121.4, 31.2], [121.41, 31.2])],
			[{}, line([121.410000001, 31.2, 4.5], [121.41, 31.21])],
			[{}, line([121.4100002, 31.2], [121.41, 31.3])],
		]);
		expect([...waySet.ways].map(({ nodeIds }) => nodeIds)).toEqual([
			[1, 2],
			[2, 3],
			[4, 5],
		]);
		expect([...waySet.lonOf]).toEqual([
			[1, 121.4],
			[2, 121.41],
			[3, 121.41],
			[4, 121.4100002],
			[5, 121.41],
		]);
	});

	test("of a hundred thousand places each is found again", async () => {
		const places = Array.from({ length: 100_000 }, (_, i) => [
			-180 + (i % 400) * 0.9,
			-90 + Math.floor(i / 400) * 0.7,
		]);
		const { waySet } = await collect([
			[{}, line(...places)],
			[{}, line(...places)],
		]);
		const [first, second] = [...waySet.ways];
		expect(first?.nodeIds).toEqual(places.map((_, i) => i + 1));
		expect(second?.nodeIds).toEqual(first?.nodeIds);
	});

	test("coordinates are converted first", async () => {
		const toLonLat = (x: number, y: number) => [y / 1_000, x / 1_000] as const;
		const { waySet } = await collect([[{}, line([31_200, 121_400], [31_200, 121_410])]], {
			toLonLat,
		});
		expect(
			[...waySet.lonOf.keys()].map((id) => [waySet.lonOf.get(id), waySet.latOf.get(id)]),
		).toEqual([
			[121.4, 31.2],
			[121.41, 31.2],
		]);
	});
});

describe("ids", () => {
	test("are the file's where they are whole, positive and not taken, else the feature's number", async () => {
		const given: Properties[] = [
			{ osm_id: "4523" },
			{ id: "way/77" },
			{ OSM_ID: 12 },
			{ id: -3 },
			{ id: "a7" },
			{ osm_id: 4523 },
			{ osm_id: 0, id: 8 },
			{ osm_id: 1e17 },
		];
		const { waySet } = await collect(given.map((properties) => [properties, ROAD]));
		const ids = [...waySet.ways].map(({ id }) => id);
		expect(ids).toEqual([4_523, 77, 12, 4, 5, 1e12, 8, 1e12 + 1]); // the eighth: its number is taken
	});

	test("of a column that was named", async () => {
		const { waySet } = await collect([[{ osm_id: 1, 编号: "90" }, ROAD]], {
			columns: { id: "编号" },
		});
		expect([...waySet.ways][0]?.id).toBe(90);
	});
});

describe("tags", () => {
	const tagsOf = async (properties: Properties, options: Partial<LineOptions> = {}) => {
		const { waySet } = await collect([[properties, ROAD]], options);
		return [...waySet.ways][0]?.tags;
	};

	test.each<[string, Properties, Properties]>([
		[
			"OpenStreetMap's keys, others left",
			{ highway: "steps", foot: "yes", "oneway:foot": "yes", surface: "paved", name: "陆家浜路" },
			{ highway: "steps", foot: "yes", "oneway:foot": "yes", name: "陆家浜路" },
		],
		[
			"columns in capitals, cut by dBASE",
			{ HIGHWAY: "footway", "ONEWAY:FOO": "yes" },
			{ highway: "footway", "oneway:foot": "yes" },
		],
		[
			"Geofabrik's columns",
			{ fclass: "track_grade2", bridge: "F", tunnel: "T", layer: 0, oneway: "B" },
			{ highway: "track", tunnel: "yes", layer: "0" },
		],
		[
			"GDAL's other_tags",
			{ highway: "footway", other_tags: '"bridge"=>"yes","layer"=>"1","name"=>"a \\"b\\""' },
			{ highway: "footway", bridge: "yes", layer: "1", name: 'a "b"' },
		],
		[
			"a class in Chinese",
			{ 道路等级: "城市次干路", 道路名称: "虹桥路" },
			{ highway: "secondary", name: "虹桥路" },
		],
		["a class beside foot", { DLDJ: "快速路", foot: "yes" }, { highway: "trunk", foot: "yes" }],
		["a class in a column highway", { highway: "主干路" }, { highway: "primary" }],
		[
			"a layer of a drawing, which is no height",
			{ 类型: "支路", layer: "道路中线", level: 3, area: 12.5 },
			{ highway: "tertiary" },
		],
		["a river", { fclass: "river", name: "苏州河" }, { waterway: "river", name: "苏州河" }],
		["a wall", { barrier: "wall" }, { barrier: "wall" }],
		["nothing known", { 宽度: 12 }, { highway: "residential" }],
	])("%s", async (_, properties, tags) => {
		expect(await tagsOf(properties)).toEqual(tags);
	});

	test("the class and the name of columns that were named", async () => {
		const columns = { kind: "JB", name: "MC" };
		const tags = await tagsOf(
			{ JB: "步行街", MC: "南京东路", name: "x", fclass: "primary" },
			{ columns },
		);
		expect(tags).toEqual({ highway: "pedestrian", name: "南京东路" });
	});

	test("an unknown class counts as an ordinary street, and is told with its values", async () => {
		const { issues, features } = await collect([
			[{ 等级: "3" }, ROAD],
			[{ 等级: "3" }, ROAD],
			[{ 等级: "" }, ROAD],
			[{ 等级: "主干路" }, ROAD],
		]);
		expect(issues).toMatchObject([{ code: "streets.class-unknown", severity: "info", count: 3 }]);
		expect(issues[0]?.issues[0]?.message.zh).toContain("“3”（2 条）、空（1 条）");
		expect(features).toEqual({ read: 4, accepted: 4, leftOut: 0 });
	});

	test("where some lines have a highway, those that say nothing are no streets", async () => {
		const { waySet, features, dropped, issues } = await collect([
			[{ highway: null, power: "line" }, ROAD],
			[{ highway: "path" }, line([121, 31], [121.1, 31])],
		]);
		expect([...waySet.ways].map(({ tags }) => tags)).toEqual([{ highway: "path" }]);
		expect([...waySet.lonOf.keys()]).toEqual([3, 4]); // nodes of lines that are used
		expect(features).toEqual({ read: 2, accepted: 1, leftOut: 1 });
		expect(dropped.waysNotNeeded).toBe(1);
		expect(issues).toEqual([]);
	});
});

describe("what is no line", () => {
	test("is left out, told with its feature, and counted", async () => {
		const polygon = { type: "Polygon", coordinates: [[[0, 0]]] };
		const multi = {
			type: "MultiLineString",
			coordinates: [
				ROAD.coordinates,
				[[121, 31]],
				[
					[121, 31],
					[121.2, 31],
				],
			],
		};
		const mixed = {
			type: "GeometryCollection",
			geometries: [ROAD, { type: "Point", coordinates: [0, 0] }],
		};
		const { features, issues, dropped, waySet } = await collect([
			[{}, null],
			[{}, polygon],
			[{}, { type: "Point", coordinates: [1, 2] }],
			[{}, line([121, 31], [121, 31])],
			[{}, line([121, Number.NaN], [121, 31])],
			[{ id: 50 }, multi],
			[{ id: 60 }, mixed],
		]);
		expect(features).toEqual({ read: 7, accepted: 2, leftOut: 5 });
		expect([...waySet.ways].map(({ id }) => id)).toEqual([50, 50, 60]);
		const told = issues.map(({ code, severity, count }) => `${severity} ${code} ${count}`);
		expect(told).toEqual([
			"warning geometry.missing 1",
			"warning streets.not-a-line 3",
			"warning geometry.invalid 1",
			"info streets.class-unknown 2",
		]);
		expect(issues[1]?.issues.map(({ at }) => at)).toEqual([
			{ feature: 2 },
			{ feature: 3 },
			{ feature: 7 },
		]);
		expect(dropped.waysWithoutNodes).toBe(2); // a line of one place twice, and a part of one point
	});

	test("places that cannot be on Earth refuse the layer", async () => {
		const { issues } = await collect([[{}, line([352_345.5, 3_456_789], [352_400, 3_456_789])]]);
		expect(issues).toMatchObject([{ code: "place.out-of-range", severity: "blocking", count: 1 }]);
	});
});

describe("an OpenStreetMap network exported as lines", () => {
	const figures = (set: WaySet) => {
		const { report, graph } = compileStreets(set);
		const { nodes, edges, components, dropped } = report;
		const lengthDm = graph.edgeLengthDm.reduce((sum, dm) => sum + dm, 0);
		return { nodes, edges, components, dropped, lengthDm };
	};

	test("compiles to the same nodes, edges and lengths", async () => {
		const grid = desertGrid({ columns: 12, rows: 9, blockM: 80 });
		const onGrid = (values: Map<number, number>) => {
			for (const [id, value] of values) values.set(id, Math.round(value * 1e7) / 1e7);
		};
		onGrid(grid.lonOf);
		onGrid(grid.latOf);
		grid.way("0,0 1,1 2,2", { highway: "steps" }).way("5,5 6,6", { highway: "motorway" });
		const { waySet, features } = await collect(exported(grid));
		expect(figures(waySet)).toEqual(figures(grid));
		expect(features).toEqual({ read: 23, accepted: 23, leftOut: 0 });
	});

	geodataTest.each(["krems.osm.gz", "poa_osm.pbf", "beijing_haidian_2017.osm"])(
		"%s does, but for what lines cannot say: gates and multipolygons",
		async (file) => {
			const { waySet } = await collectStreets(readOsm(geodata(`osm-dev/${file}`)));
			const lines = await collect(exported(waySet));
			expect(figures(lines.waySet)).toEqual(
				figures({ ...waySet, nodeTags: new Map(), relations: [] }),
			);
		},
	);
});
