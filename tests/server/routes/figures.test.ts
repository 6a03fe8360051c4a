// What the answers say: the same figures as the files of the command line, and what can be counted by hand.
import ExcelJS from "exceljs";
import { expect, test } from "vitest";
import { analyse } from "../../../planning/coverage/analyse.ts";
import { secondsOf } from "../../../planning/reach/profiles.ts";
import type { UnitRow } from "../../../planning/wire/api.ts";
import { decodeColumns } from "../../../planning/wire/columns.ts";
import type { ResidencesMeta, TimesMeta } from "../../../planning/wire/residenceColumns.ts";
import { EAST_STREET, NORTH_WEST, tinyCity, WEST_STREET } from "../../scenes/tinyCity.ts";
import { finished } from "./people.ts";
import { readTile } from "./readTile.ts";
import { onTinyServer } from "./tinyServer.ts";

onTinyServer("figures", (server, db) => {
	const get = async (path: string) => (await server().agents.planner.get(path).expect(200)).body;
	const bytes = async (path: string) => {
		const { body } = await server().agents.planner.get(path).responseType("blob").expect(200);
		return new Uint8Array(body as Buffer);
	};

	test("coverage equals the rows of the analysis, for every category, mode and level", async () => {
		const { coverage } = analyse(tinyCity);
		for (const category of ["EDU-PRI", "ADM-PSC", "COM-MKT", "HEA-CHC"])
			for (const mode of ["any", "own"])
				for (const level of ["all", "district", "street", "committee", "bmu", "circle"]) {
					const { rows } = await get(
						`/api/coverage?category=${category}&mode=${mode}&level=${level}`,
					);
					const wanted = coverage.filter(
						(row) => row.category === category && row.mode === mode && row.unitKind === level,
					);
					expect(rows).toEqual(wanted);
				}
	});

	test("the primary school 10 minutes away covers two homes of four", async () => {
		// 67 m/min × 10 min = 670 m; homes walk 100 m, 700 m, 500 m, 1,100 m: the first and the third are within
		const { rows } = await get("/api/coverage?category=EDU-PRI&level=all");
		expect(rows).toMatchObject([
			{ total: 400, covered: 200, pct: 50, limit: 10, limitUnit: "minutes" },
		]);
	});

	test("walk times come a slot per residence, with the facility's id", async () => {
		const { meta, columns } = decodeColumns<TimesMeta>(await bytes("/api/times?category=EDU-PRI"));
		const residences = decodeColumns<ResidencesMeta>(await bytes("/api/residences"));
		expect(residences.meta.ids).toEqual(tinyCity.residences.map(({ id }) => id));
		// two bytes each, and as far as half an hour: the fourth is beyond a quarter of one, and not within
		expect([...(columns["costDm"] ?? [])]).toEqual([1_000, 7_000, 5_000, 11_000]);
		expect(meta.facilityIds[columns["facility"]?.[0] ?? -1]).toBe("F001");
		expect(secondsOf(7_000, residences.meta.speeds[0] ?? 0)).toBe(626.9);
	});

	test("a category judged by presence has no walk times and says so", async () => {
		const { body } = await server()
			.agents.planner.get("/api/times?category=EDU-PRI&mode=own")
			.expect(404);
		expect(body.error.code).toBe("times.none");
	});

	test("units carry sums, area and their parent", async () => {
		const { units } = (await get("/api/units")) as { units: UnitRow[] };
		const west = units.find(({ code }) => code === WEST_STREET);
		expect(west).toMatchObject({
			residents: 200,
			households: 80,
			facilities: 3,
			parentName: "示范区",
		});
		expect(west?.areaKm2).toBeCloseTo(0.55 * 1.1, 3);
		expect(units.map(({ kind }) => kind)).toEqual([
			"district",
			"street",
			"street",
			...Array(4).fill("committee"),
			"circle",
		]);
	});

	test("a card has the unit's coverage in both modes", async () => {
		const card = await get(`/api/units/street/${WEST_STREET}`);
		expect(card.facilityCounts).toEqual([
			{ category: "ADM-PSC", count: 1 },
			{ category: "COM-MKT", count: 1 },
			{ category: "EDU-PRI", count: 1 },
		]);
		expect(card.seat).not.toBeNull();
		const own = card.coverage.filter((row: { mode: string }) => row.mode === "own");
		expect(own.map((row: { category: string }) => row.category)).toContain("ADM-PSC");
	});

	test("facilities know their operator and whether it was presumed", async () => {
		const { facilities } = await get("/api/facilities");
		expect(facilities).toMatchObject([
			{ category: "ADM-PSC", operatorCode: WEST_STREET, operatorPresumed: false, floorAreaM2: 800 },
			{ category: "COM-MKT", name: "=1+1 菜场" },
			{ category: "EDU-PRI", streetName: "西园街道", committeeName: "南园居委会" },
		]);
	});

	test("search finds names, the beginning of codes, and facilities; the closest first", async () => {
		const names = async (q: string) =>
			(await get(`/api/search?q=${encodeURIComponent(q)}`)).results.map(
				({ name }: { name: string }) => name,
			);
		expect(await names("东桥镇")).toEqual(["东桥镇"]);
		expect(await names("310199001")).toEqual(["西园街道", "南园居委会", "北园居委会"]);
		expect(await names("西园")).toEqual(["西园街道", "西园生活圈", "西园党群服务中心", "西园小学"]);
		expect(await names("ｆ００１")).toEqual(["西园小学"]);
		expect(await names("%")).toEqual([]);
	});

	test("the city's head counts people and reaches as far as its divisions", async () => {
		const city = await get("/api/city");
		expect(city).toMatchObject({
			residents: 400,
			households: 160,
			residences: 4,
			demonstration: false,
		});
		expect(city.bbox[0]).toBeCloseTo(tinyCity.units[0]?.polygons[0]?.[0]?.[0]?.[0] ?? 0, 3);
		expect(city.layers.map(({ kind }: { kind: string }) => kind)).toContain("streets");
	});

	test("borders come once each, with the coarsest level they separate", async () => {
		const { features } = await get("/api/borders");
		const levels = features.map(
			({ properties }: { properties: { level: string } }) => properties.level,
		);
		// the outside in the west, where the circle ends too, and in the east; the line between the streets; the one
		// between committees, which goes on past it
		expect(levels.sort()).toEqual(["committee", "district", "district", "street"]);
		const { features: committees } = await get("/api/divisions/committee");
		expect(
			committees.map(({ properties }: { properties: { code: string } }) => properties.code),
		).toContain(NORTH_WEST);
	});

	test("a tile holds the ground's layers; lanes come when the map is near", async () => {
		const tileAt = async (z: number) => {
			const [lon, lat] = tinyCity.residences[0]?.lonLat ?? [0, 0];
			const mercator = Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
			const [x, y] = [(lon + 180) / 360, 0.5 - mercator].map((share) => Math.floor(share * 2 ** z));
			return readTile(await bytes(`/api/tiles/${z}/${x}/${y}`));
		};
		const far = await tileAt(11);
		expect(Object.keys(far).sort()).toEqual(["green", "railway", "water"]);
		expect(far["green"]).toEqual([{ class: "green", name: "中心公园" }]);
		expect((await tileAt(15))["streets"]?.[0]).toEqual({ class: "minor" });
	});

	test("workbooks open, have every row, and keep a name that looks like a formula a name", async () => {
		const open = async (path: string) => {
			const workbook = new ExcelJS.Workbook();
			await workbook.xlsx.load((await bytes(path)).buffer as ArrayBuffer);
			return workbook.worksheets[0] as ExcelJS.Worksheet;
		};
		const units = await open("/api/exports/units.xlsx");
		expect(units.rowCount).toBe(1 + tinyCity.units.length);
		expect(units.getRow(1).getCell(2).value).toBe("编码");
		expect(units.getColumn(2).values).toContain(EAST_STREET);
		const facilities = await open("/api/exports/facilities.xlsx");
		const market = facilities.getRow(3).getCell(4);
		expect([market.value, market.formula, market.numFmt]).toEqual(["=1+1 菜场", undefined, "@"]);
	});

	test("what has not changed is not sent again; another profile is another answer", async () => {
		const { planner, nobody } = server().agents;
		for (const path of [
			"/api/units",
			"/api/summary",
			"/api/divisions/street",
			"/api/times?category=EDU-PRI",
			"/api/tiles/0/0/0",
		]) {
			const { headers } = await planner.get(path).expect(200);
			const tag = headers["etag"] as string;
			await planner.get(path).set("if-none-match", tag).expect(304);
			await planner.get(path).set("if-none-match", 'W/"other"').expect(200);
			await nobody.get(path).set("if-none-match", tag).expect(403);
		}
		const tagOf = async (path: string) => (await planner.get(path)).headers["etag"];
		expect(await tagOf("/api/coverage?category=EDU-PRI")).toBe(
			await tagOf("/api/coverage?category=EDU-PRI&mode=any"),
		);
		expect(await tagOf("/api/coverage?category=EDU-PRI")).not.toBe(
			await tagOf("/api/coverage?category=COM-MKT"),
		);
	});

	test("another profile is analysed when first asked for, once, and answers 202 until then", async () => {
		const { planner } = server().agents;
		const first = await planner.get("/api/summary?profile=elder").expect(202);
		expect(first.body).toEqual({ status: "running", progressPct: expect.any(Number) });
		await Promise.all([
			planner.get("/api/flags?profile=elder"),
			planner.get("/api/times?category=EDU-PRI&profile=elder"),
		]);
		await finished(planner, "/api/summary?profile=elder");
		expect(await get("/api/summary?profile=elder")).toMatchObject({
			profile: "elder",
			speedMPerMin: 53,
		});
		expect(await db().knex("analysis_runs").where({ speed_m_per_min: 53 }).pluck("status")).toEqual(
			["done"],
		);
	});
});
