// What the coverage screens stand on: dates, cells, the composite, history and matrices of the tiny city.
import { expect, test } from "vitest";
import { FAR_PCT } from "../../../planning/coverage/figures/composite.ts";
import { cellSums, unitFigures } from "../../../planning/coverage/figures/unitFigures.ts";
import { decodeColumns } from "../../../planning/wire/columns.ts";
import type { Cells, History, Matrix, Snapshots } from "../../../planning/wire/figuresApi.ts";
import type { ResidencesMeta } from "../../../planning/wire/residenceColumns.ts";
import { EAST_STREET, WEST_STREET } from "../../scenes/tinyCity.ts";
import { onTinyServer } from "./tinyServer.ts";

onTinyServer("coverage screens", (server) => {
	const get = async <T>(path: string): Promise<T> =>
		(await server().agents.planner.get(path).expect(200)).body;
	const columns = async <M>(path: string) =>
		decodeColumns<M>(
			new Uint8Array((await server().agents.planner.get(path).buffer(true).expect(200)).body),
		);

	test("a snapshot in force, analysed, is the one date there is", async () => {
		const { snapshots } = await get<Snapshots>("/api/snapshots");
		expect(snapshots).toMatchObject([
			{ isCurrent: true, run: { status: "done", progressPct: 100 } },
		]);
		expect(await get("/api/snapshots?profile=stepfree")).toMatchObject({
			snapshots: [{ run: { status: "none" } }],
		});
	});

	test("the same snapshot by the beginning of its hash gives the same figures; another is 404", async () => {
		const { snapshots } = await get<Snapshots>("/api/snapshots");
		const hash = snapshots[0]?.hash ?? "";
		const path = "/api/coverage?category=EDU-PRI";
		expect(await get(`${path}&snapshot=${hash.slice(0, 12)}`)).toEqual(await get(path));
		const gone = await server().agents.planner.get(`${path}&snapshot=00000000`).expect(404);
		expect(gone.body.error.code).toBe("snapshot.missing");
	});

	test("homes know their cells, so that sums over cells are the server's coverage", async () => {
		const cells = await get<Cells>("/api/cells");
		const homes = await columns<ResidencesMeta>("/api/residences");
		const times = await columns("/api/times?category=EDU-PRI");
		const farness = {
			unit: "minutes",
			cost: Uint32Array.from(times.columns["costDm"] ?? []),
			walker: homes.columns["speed"] as Uint8Array,
			speeds: homes.meta.speeds,
			ownLimit: 10,
			horizon: 30,
		} as const;
		const places = {
			cell: homes.columns["cell"] as Int32Array,
			status: homes.columns["status"] as Uint8Array,
		};
		const people = { who: "all", count: homes.columns["residents"] as Uint32Array } as const;
		const { cellCount, levels } = cells;
		const sums = cellSums(farness, places, people, { limit: 10, cellCount });
		const { codes, ofCell } = levels.street;
		const counted = unitFigures(sums, { codes, ofCell: Int32Array.from(ofCell) });
		const { rows } = await get<{ rows: { unitCode: string; pct: number }[] }>(
			"/api/coverage?category=EDU-PRI&level=street",
		);
		expect(counted.map(({ code, pct }) => [code, pct])).toEqual(
			rows.map(({ unitCode, pct }) => [unitCode, pct]),
		);
	});

	test("a category that the city lacks leaves the composite out of reach for everyone", async () => {
		const { columns: parts } = await columns("/api/composite");
		// EDU-PRI is the fifth: 1,000 dm of 6,700 are 15 per cent, rounded up; markets the sixth; no park, the eighth
		expect(parts["part4"]?.[0]).toBe(15);
		expect([...(parts["part7"] ?? [])]).toEqual([FAR_PCT, FAR_PCT, FAR_PCT, FAR_PCT]);
	});

	test("history is a value per analysed snapshot, for every unit and for the city", async () => {
		const { versions, pct } = await get<History>("/api/history?category=EDU-PRI");
		expect(versions).toHaveLength(1);
		expect(pct).toMatchObject({ "": [50], [WEST_STREET]: [50], [EAST_STREET]: [50] });
	});

	test("the matrix has a row per unit and says 100 or 0 for presence", async () => {
		const { categories, units, pct } = await get<Matrix>("/api/matrix?level=street");
		expect(units).toEqual([WEST_STREET, EAST_STREET]);
		const of = (category: string) => pct.map((row) => row[categories.indexOf(category)]);
		expect(of("EDU-PRI")).toEqual([50, 50]);
		expect(of("ADM-SW")).toEqual([0, 0]);
	});

	test("what was committed a moment ago is what the next reader sees", async () => {
		const { planner, data } = server().agents;
		const before = (await planner.get("/api/facilities").expect(200)).body.facilities.length;
		const school = {
			action: "add",
			id: "new",
			values: { name: "新园小学" },
			lonLat: [121.5, 31.2],
		};
		const about = { kind: "facilities", scope: "EDU-PRI", reason: "新建", renewSnapshot: true };
		await data
			.post("/api/corrections")
			.send({ ...about, ...school })
			.expect(200);
		const after = (await planner.get("/api/facilities").expect(200)).body.facilities.length;
		expect([before, after]).toEqual([3, 4]);
	});
});
