import { describe, expect, test } from "vitest";
import { analyse } from "../../../planning/coverage/analyse.ts";
import type { City, Flag, FlagCode } from "../../../planning/coverage/analysis.ts";
import {
	type Door,
	gridCity,
	type Home,
	type PlanUnit,
	type RectM,
} from "../../scenes/gridCity.ts";
import { desertGrid, streetScene } from "../../scenes/streetScene.ts";

const flags = (city: City, code: FlagCode): Flag[] =>
	analyse(city).flags.filter(({ flag }) => flag === code);
const ids = (city: City, code: FlagCode) => flags(city, code).map(({ id }) => id);

describe("facility-gap", () => {
	const far = (count: number, residents: number): Home[] =>
		Array.from({ length: count }, (_, i) => ({ at: [800 + 100 * i, 1000], residents }));
	const school: Door[] = [{ category: "EDU-PRI", at: [0, 0] }];

	test("fires for 200 linked residents beyond the limit", () => {
		const [flag, ...rest] = flags(gridCity({ homes: far(2, 100), doors: school }), "facility-gap");
		expect(rest).toEqual([]);
		expect(flag).toMatchObject({
			category: "EDU-PRI",
			residents: 200,
			residenceIds: ["R001", "R002"],
			lever: "facility",
		});
		expect(flag.figures).toMatchObject({ limitMinutes: 10, residences: 2, linkM: 150 });
	});

	test("stays silent below 200 residents", () => {
		expect(ids(gridCity({ homes: far(2, 99), doors: school }), "facility-gap")).toEqual([]);
	});

	test("stays silent where the category was never handed in: that is missing data", () => {
		expect(ids(gridCity({ homes: far(2, 100) }), "facility-gap")).toEqual([]);
	});

	test("homes farther apart than the link distance are two clusters, each too small", () => {
		const homes: Home[] = [
			{ at: [800, 1000], residents: 150 },
			{ at: [1000, 1000], residents: 150 },
			{ at: [0, 100], residents: 1 },
			{ at: [0, 101], residents: 1 },
			{ at: [0, 102], residents: 1 },
		]; // the median spacing is 1 m, so the link distance is 150 m
		expect(ids(gridCity({ homes, doors: school }), "facility-gap")).toEqual([]);
	});

	test("lists people per unit and may cross a unit's border", () => {
		const units: PlanUnit[] = [
			{ kind: "committee", code: "C1", areas: [[-50, -50, 850, 1050]] },
			{ kind: "committee", code: "C2", areas: [[850, -50, 1050, 1050]] },
		];
		const [flag] = flags(gridCity({ units, homes: far(2, 120), doors: school }), "facility-gap");
		expect(flag.unitCodes).toEqual(["C1", "C2"]);
		expect(flag.figures["residentsByCommittee"]).toEqual({ C1: 120, C2: 120 });
	});

	test("a link across a wall does not count", () => {
		const streets = desertGrid({ columns: 11, rows: 11, blockM: 100 });
		const walled = walledIn(streets, [
			[850, 900],
			[850, 1100],
		]);
		expect(
			ids(gridCity({ streets: walled, homes: far(2, 120), doors: school }), "facility-gap"),
		).toEqual([]);
	});
});

describe("severance", () => {
	// a street on each side of a railway, joined 600 m further east
	const streets = () =>
		streetScene({ a: [0, 0], b: [600, 0], c: [600, 100], d: [0, 100], e: [-50, 50], f: [550, 50] })
			.way("a b c d")
			.way("e f", { railway: "rail", name: "沪浦线" });
	const scene = (residents: number) =>
		gridCity({
			streets: streets(),
			homes: [{ at: [10, 0], residents }],
			doors: [{ category: "EDU-KG", at: [10, 100] }],
		});

	test("fires near as the crow flies, far on foot, and names the railway", () => {
		const [flag, ...rest] = flags(scene(300), "severance");
		expect(rest).toEqual([]);
		expect(flag).toMatchObject({ category: "EDU-KG", residents: 300, lever: "link" });
		expect(flag.figures).toMatchObject({
			barrierWay: 2,
			barrierKind: "railway",
			barrierName: "沪浦线",
			nearestStraightM: 100,
		});
		expect(ids(scene(300), "facility-gap")).toEqual([]); // one cause per residence and category
	});

	test("without a barrier between, the same walk is a gap in the facilities", () => {
		const bare = streetScene({ a: [0, 0], b: [600, 0], c: [600, 100], d: [0, 100] }).way("a b c d");
		const city = gridCity({
			streets: bare,
			homes: [{ at: [10, 0], residents: 300 }],
			doors: [{ category: "EDU-KG", at: [10, 100] }],
		});
		expect(ids(city, "severance")).toEqual([]);
		expect(ids(city, "facility-gap")).toEqual(["facility-gap:EDU-KG:R001"]);
	});

	test("5 minutes are 335 m: a straight line of 240 m × 1.4 is not within", () => {
		const wide = streetScene({
			a: [0, 0],
			b: [600, 0],
			c: [600, 240],
			d: [0, 240],
			e: [-50, 50],
			f: [550, 50],
		})
			.way("a b c d")
			.way("e f", { railway: "rail" });
		const city = gridCity({
			streets: wide,
			homes: [{ at: [10, 0], residents: 300 }],
			doors: [{ category: "EDU-KG", at: [10, 240] }],
		});
		expect(ids(city, "severance")).toEqual([]);
	});
});

describe("boundary-gap", () => {
	const units: PlanUnit[] = [
		{ kind: "street", code: "S1", areas: [[-50, -50, 1050, 1050]] },
		{
			kind: "committee",
			code: "C1",
			name: "一居",
			parentCode: "S1",
			areas: [[-50, -50, 650, 1050]],
		},
		{
			kind: "committee",
			code: "C2",
			name: "二居",
			parentCode: "S1",
			areas: [[650, -50, 1050, 1050]],
		},
	];
	const rooms: Door[] = [
		{ category: "ADM-NC", at: [0, 0], operatorCode: "C1" },
		{ category: "ADM-NC", at: [700, 0], operatorCode: "C2" },
	];

	test("fires for residents near the neighbour's and far from their own", () => {
		const [flag, ...rest] = flags(
			gridCity({ units, homes: [{ at: [500, 0] }], doors: rooms }),
			"boundary-gap",
		);
		expect(rest).toEqual([]);
		expect(flag).toMatchObject({
			category: "ADM-NC",
			unitCodes: ["C1", "C2"],
			residents: 100,
			lever: "boundary",
		});
		expect(flag.figures).toMatchObject({
			presentUnitName: "一居",
			servingUnitName: "二居",
			residentsByCell: { C1: 100 },
		});
	});

	test("stays silent when one's own is within the limit too", () => {
		expect(
			ids(gridCity({ units, homes: [{ at: [300, 0] }], doors: rooms }), "boundary-gap"),
		).toEqual([]);
	});

	test("no own facility is a missing facility, never a boundary", () => {
		const city = gridCity({ units, homes: [{ at: [500, 0] }], doors: [rooms[1]] });
		expect(ids(city, "boundary-gap")).toEqual([]);
		expect(ids(city, "missing-mandatory")).toEqual(["missing-mandatory:ADM-NC:C1"]);
	});
});

describe("unassigned-residents", () => {
	const units: PlanUnit[] = [{ kind: "committee", code: "C1", areas: [[-50, -50, 500, 1050]] }];

	test("fires for residents outside any committee", () => {
		const [flag] = flags(
			gridCity({ units, homes: [{ at: [100, 0] }, { at: [600, 0] }] }),
			"unassigned-residents",
		);
		expect(flag).toMatchObject({ residents: 100, residenceIds: ["R002"], lever: "boundary" });
	});

	test("stays silent when everyone is in one, and when no committees were handed in", () => {
		expect(ids(gridCity({ units, homes: [{ at: [100, 0] }] }), "unassigned-residents")).toEqual([]);
		expect(ids(gridCity({ homes: [{ at: [100, 0] }] }), "unassigned-residents")).toEqual([]);
	});
});

describe("missing-mandatory", () => {
	const units: PlanUnit[] = [
		{ kind: "street", code: "S1", areas: [[-50, -50, 500, 1050]] },
		{ kind: "street", code: "T2", streetKind: "town", areas: [[500, -50, 1050, 1050]] },
	];

	test("fires for the unit that has none, operated or lying in it", () => {
		const doors: Door[] = [{ category: "ADM-RCP", at: [100, 0] }];
		expect(ids(gridCity({ units, doors }), "missing-mandatory")).toEqual([
			"missing-mandatory:ADM-RCP:T2",
		]);
	});

	test("a centre in the neighbour's territory counts for the unit that operates it", () => {
		const doors: Door[] = [
			{ category: "ADM-RCP", at: [100, 0] },
			{ category: "ADM-RCP", at: [110, 0], operatorCode: "T2" },
		];
		expect(ids(gridCity({ units, doors }), "missing-mandatory")).toEqual([]);
	});

	test("a town needs no sub-district office", () => {
		const doors: Door[] = [{ category: "ADM-SUB", at: [100, 0] }];
		expect(ids(gridCity({ units, doors }), "missing-mandatory")).toEqual([]);
	});
});

describe("unit sizes", () => {
	const committee = (declaredHouseholds: number | null): PlanUnit[] => [
		{ kind: "committee", code: "C1", areas: [[-50, -50, 1050, 1050]], declaredHouseholds },
	];
	const town = (declaredResidents: number | null): PlanUnit[] => [
		{
			kind: "street",
			code: "T1",
			streetKind: "town",
			areas: [[-50, -50, 1050, 1050]],
			declaredResidents,
		},
	];
	const homes = (residents: number, households: number): Home[] => [
		{ at: [0, 0], residents, households },
	];

	test("2,001 households are too many for a committee, 2,000 are not", () => {
		expect(
			ids(gridCity({ units: committee(null), homes: homes(9, 2_001) }), "committee-too-large"),
		).toEqual(["committee-too-large:C1"]);
		expect(
			ids(gridCity({ units: committee(null), homes: homes(9, 2_000) }), "committee-too-large"),
		).toEqual([]);
	});

	test("120,001 residents are too many for a street-level unit, 120,000 are not", () => {
		expect(
			ids(gridCity({ units: town(null), homes: homes(120_001, 1) }), "unit-too-large"),
		).toEqual(["unit-too-large:T1"]);
		expect(
			ids(gridCity({ units: town(null), homes: homes(120_000, 1) }), "unit-too-large"),
		).toEqual([]);
	});

	test("declared figures decide where committed, and both are shown", () => {
		expect(
			ids(gridCity({ units: committee(1_900), homes: homes(9, 2_100) }), "committee-too-large"),
		).toEqual([]);
		const [flag] = flags(
			gridCity({ units: town(130_000), homes: homes(100_000, 1) }),
			"unit-too-large",
		);
		expect(flag.figures).toMatchObject({ declaredResidents: 130_000, residenceResidents: 100_000 });
	});

	test("too small is off", () => {
		expect(ids(gridCity({ units: town(null), homes: homes(1, 1) }), "unit-too-small")).toEqual([]);
	});
});

describe("bmu-eligible", () => {
	const scene = (options: {
		zone?: "village";
		streetKind?: "subdistrict";
		residents?: number;
		bmu?: boolean;
	}) => {
		const { zone, streetKind, residents = 10_000, bmu = false } = options;
		const halves: [string, RectM][] = [
			["C1", [0, 0, 1000, 1010]],
			["C2", [1000, 0, 2000, 1010]],
		];
		const units: PlanUnit[] = [
			{ kind: "street", code: "T1", streetKind: streetKind ?? "town", areas: [[0, 0, 2000, 1010]] },
			...halves.map(
				([code, area]): PlanUnit => ({
					kind: "committee",
					code,
					parentCode: "T1",
					zone: zone ?? "market-town",
					areas: [area],
				}),
			),
			...(bmu
				? [{ kind: "bmu", code: "B1", parentCode: "T1", areas: [halves[0][1]] } as const]
				: []),
		];
		return gridCity({
			units,
			homes: [
				{ at: [100, 0], residents },
				{ at: [1100, 0], residents },
			],
		});
	};

	test("fires for two connected committees of 2.02 km² and 20,000 residents", () => {
		const [flag] = flags(scene({}), "bmu-eligible");
		expect(flag).toMatchObject({
			unitCodes: ["T1", "C1", "C2"],
			residents: 20_000,
			confidence: "uncertain",
		});
		expect(flag.figures).toMatchObject({ areaKm2: 2.02, committees: 2 });
	});

	test("stays silent for villages, sub-districts, too few people, and what a BMU already holds", () => {
		for (const options of [
			{ zone: "village" },
			{ streetKind: "subdistrict" },
			{ residents: 9_999 },
			{ bmu: true },
		] as const)
			expect(ids(scene(options), "bmu-eligible")).toEqual([]);
	});
});

describe("detached parts and exclaves", () => {
	const ring: [string, RectM][] = [
		["W", [100, 0, 200, 300]],
		["S", [200, 0, 300, 100]],
		["E", [300, 0, 400, 300]],
		["N", [200, 200, 300, 300]],
	];
	/** S1 is the block on the left and the middle of S2's ring: ▐▣ */
	const enclosed: PlanUnit[] = [
		{
			kind: "street",
			code: "S1",
			areas: [
				[0, 0, 100, 300],
				[200, 100, 300, 200],
			],
		},
		{ kind: "street", code: "S2", areas: ring.map(([, area]) => area) },
		{ kind: "committee", code: "left", parentCode: "S1", areas: [[0, 0, 100, 300]] },
		{ kind: "committee", code: "middle", parentCode: "S1", areas: [[200, 100, 300, 200]] },
		...ring.map(
			([code, area]): PlanUnit => ({ kind: "committee", code, parentCode: "S2", areas: [area] }),
		),
	];

	test("the middle of another unit's ring is a detached part and an exclave", () => {
		const city = gridCity({
			units: enclosed,
			homes: [{ at: [50, 50] }, { at: [250, 150], residents: 60 }],
		});
		expect(
			flags(city, "detached-part").map(({ unitCodes, residents }) => [unitCodes, residents]),
		).toEqual([[["S1"], 60]]);
		expect(
			flags(city, "exclave").map(({ unitCodes, residents }) => [unitCodes, residents]),
		).toEqual([[["S1", "S2"], 60]]);
	});

	test("a declared bridge to the middle makes it part of the unit; a declared 飞地 may lie apart", () => {
		const city = gridCity({ units: enclosed, homes: [{ at: [50, 50] }] });
		const bridge = { kind: "bridge", cells: ["left", "middle"], reason: "高架" } as const;
		const declared = { kind: "exclave", cells: ["middle"], reason: "农场" } as const;
		const elsewhere = { kind: "ferry", cells: ["left", "E"], reason: "渡口" } as const;
		for (const exceptions of [[bridge], [declared]]) {
			expect(ids({ ...city, exceptions }, "detached-part")).toEqual([]);
			expect(ids({ ...city, exceptions }, "exclave")).toEqual([]);
		}
		expect(ids({ ...city, exceptions: [elsewhere] }, "exclave")).toHaveLength(1);
	});

	test("of a committee in two pieces, the people of each piece are counted by where they live", () => {
		const units: PlanUnit[] = [
			{
				kind: "committee",
				code: "C1",
				areas: [
					[0, 0, 300, 100],
					[500, 0, 600, 100],
				],
			},
			{ kind: "committee", code: "C2", areas: [[300, 0, 500, 100]] },
		];
		const homes: Home[] = [
			{ at: [50, 50], residents: 70 },
			{ at: [550, 50], residents: 30 },
		];
		const [flag, ...rest] = flags(gridCity({ units, homes }), "detached-part");
		expect(rest).toEqual([]);
		expect([flag.residents, flag.residenceIds, flag.unitCodes]).toEqual([30, ["R002"], ["C1"]]);
		expect(flag.figures["areaKm2"]).toBe(0.01);
	});

	test("drawn with a slit of a centimetre, which two drawings of one line leave, cells still hang together", () => {
		const units: PlanUnit[] = [
			{ kind: "street", code: "S1", areas: [[0, 0, 200, 100]] },
			{ kind: "committee", code: "C1", parentCode: "S1", areas: [[0, 0, 100, 100]] },
			{ kind: "committee", code: "C2", parentCode: "S1", areas: [[100.008, 0, 200, 100]] },
		];
		expect(ids(gridCity({ units }), "detached-part")).toEqual([]);
	});

	test("a part at the city's edge is detached but enclosed by nobody", () => {
		const units = enclosed.filter(({ code }) => code !== "N");
		const city = gridCity({ units, homes: [{ at: [50, 50] }] });
		expect(ids(city, "detached-part")).toHaveLength(1);
		expect(ids(city, "exclave")).toEqual([]);
	});

	test("a shared corner does not connect, a shared border does", () => {
		const pair = (second: RectM): PlanUnit[] => [
			{ kind: "street", code: "S1", areas: [[0, 0, 100, 100], second] },
			{ kind: "committee", code: "C1", parentCode: "S1", areas: [[0, 0, 100, 100]] },
			{ kind: "committee", code: "C2", parentCode: "S1", areas: [second] },
		];
		expect(ids(gridCity({ units: pair([100, 100, 200, 200]) }), "detached-part")).toHaveLength(1);
		expect(ids(gridCity({ units: pair([100, 50, 200, 200]) }), "detached-part")).toEqual([]); // a T-junction
	});

	test("the seat decides which part is the main one", () => {
		const seated = enclosed.map((unit) =>
			unit.code === "S1" ? { ...unit, seat: [250, 150] as const } : unit,
		);
		const [flag] = flags(gridCity({ units: seated, homes: [{ at: [50, 50] }] }), "detached-part");
		expect(flag.residents).toBe(100);
	});
});

/** A wall over a grid: only its own two ends, so it joins no street. */
function walledIn(
	streets: ReturnType<typeof desertGrid>,
	ends: readonly (readonly [number, number])[],
) {
	const wall = streetScene({
		from: [...ends[0]] as [number, number],
		to: [...ends[1]] as [number, number],
	});
	const lonOf = new Map(streets.lonOf);
	const latOf = new Map(streets.latOf);
	for (const id of [1, 2]) {
		lonOf.set(900_000 + id, wall.lonOf.get(id) as number);
		latOf.set(900_000 + id, wall.latOf.get(id) as number);
	}
	const way = { id: 900_000, tags: { barrier: "wall" }, nodeIds: [900_001, 900_002] };
	return { ways: [...streets.ways, way], lonOf, latOf, nodeTags: streets.nodeTags };
}
