// A view of two streets to be checked by hand: 400 people of the west, 300 of them within; nobody in the east but 600
// without a facility. A third has no people.
import { classBreaks } from "../../../planning/coverage/figures/breaks.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { categoryOf } from "../../../planning/standards/catalogue.ts";
import type { MapPicture, MapUnit } from "../../../server/reports/map/MapPicture.ts";
import type { View, ViewRow } from "../../../server/reports/View.ts";

const EDU_PRI = categoryOf("EDU-PRI");
if (EDU_PRI === undefined) throw new Error("The standard has no EDU-PRI.");

type Counted = Pick<ViewRow, "code" | "name" | "total" | "covered" | "pct">;

function row(counted: Counted): ViewRow {
	const labelAt: LonLat = [121.4 + 0.01 * Number(counted.code), 31.2];
	return { ...counted, parentName: "示范区", notAttached: 0, isConforming: null, labelAt };
}

const ROWS: readonly ViewRow[] = [
	{
		...row({ code: "1", name: "西园街道", total: 400, covered: 300, pct: 75 }),
		isConforming: true,
	},
	{ ...row({ code: "2", name: "东桥镇", total: 600, covered: 0, pct: 0 }), isConforming: false },
	row({ code: "3", name: "空港镇", total: 0, covered: 0, pct: null }),
];

export const tinyView: View = {
	question: { mode: "any", who: "all", profile: "adult" },
	category: EDU_PRI,
	limits: { unit: "minutes", own: 10, most: 30 },
	limit: 10,
	area: { kind: "all", code: "", name: "示范市" },
	cityName: "示范市",
	isDemonstration: false,
	mapReviewNumber: null,
	snapshot: { hash: "0123456789abcdef".repeat(4), asOf: "2026-06-30" },
	speeds: [67],
	whole: { code: "", total: 1_000, covered: 300, pct: 30, notAttached: 50 },
	level: "street",
	rows: ROWS,
	breaks: classBreaks(
		ROWS.map(({ pct }) => pct),
		"fixed",
	),
	band: {
		basePct: 30,
		cases: [
			{ case: "slower", pct: 25 },
			{ case: "faster", pct: 35 },
		],
		lowPct: 25,
		highPct: 35,
	},
	unknownHomes: 0,
	reachedPeople: null,
	spots: [{ at: [121.42, 31.2], people: 600 }],
};

/** A square around a row's label. */
function square({ code, labelAt: [lon, lat] }: ViewRow): Pick<MapUnit, "code" | "polygons"> {
	const half = 0.005;
	const ring: LonLat[] = [
		[lon - half, lat - half],
		[lon + half, lat - half],
		[lon + half, lat + half],
		[lon - half, lat + half],
		[lon - half, lat - half],
	];
	return { code, polygons: [[ring]] };
}

const CLASSES = [3, 0, null];

export const tinyPicture: MapPicture = {
	units: ROWS.map((one, i) => ({
		...square(one),
		figure: {
			name: one.name,
			text: one.pct === null ? "无数据" : `${one.pct}.0%`,
			classIndex: CLASSES[i] ?? null,
			people: one.total,
			labelAt: one.labelAt,
		},
	})),
	classCount: 5,
	borders: [
		{
			kind: "street",
			line: [
				[121.415, 31.195],
				[121.415, 31.205],
			],
		},
	],
	spots: tinyView.spots,
	facilities: { shape: "pentagon", at: [[121.41, 31.2]], inAreaCount: 1 },
};
