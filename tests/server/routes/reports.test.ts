// Reports of a view: the same figures as the screens and coverage.csv, within the scope of a grant.
//
// Walks to EDU-PRI (10 minutes, 670 m at 67 m/min) of the four homes of 100 people: 100 m in the south-west, 500 m in the
// south-east, 700 m in the north-west, 1,100 m in the north-east.
import { parse } from "csv-parse/sync";
import type { FeatureCollection } from "geojson";
import { expect, test } from "vitest";
import { CATEGORIES } from "../../../planning/standards/catalogue.ts";
import { EAST_STREET, NORTH_WEST, WEST_STREET } from "../../scenes/tinyCity.ts";
import { pageCount } from "../reports/print/pdfLetters.ts";
import { zipMembers } from "../reports/print/zipMembers.ts";
import { type Agent, finished } from "./people.ts";
import { onTinyServer } from "./tinyServer.ts";

const BOM = /^\ufeff/;

onTinyServer("reports", (server) => {
	const bytes = async (agent: Agent, path: string): Promise<Buffer> => {
		await finished(agent, path);
		const { body } = await agent
			.get(path)
			.expect(200)
			.buffer(true)
			.parse((response, done) => {
				const parts: Buffer[] = [];
				response.on("data", (part: Buffer) => parts.push(part));
				response.on("end", () => done(null, Buffer.concat(parts)));
			});
		return body;
	};
	const rowsOf = async (path: string): Promise<Record<string, string>[]> =>
		parse((await bytes(server().agents.planner, path)).toString().replace(BOM, ""), {
			columns: true,
		});
	const data = (asked: string) => rowsOf(`/api/reports/data?format=csv&${asked}`);

	test("at the standard's limit, every figure is that of coverage.csv", async () => {
		const { planner } = server().agents;
		for (const { code: category, basis } of CATEGORIES) {
			if (basis === "presence") continue;
			const { body } = await planner.get(`/api/coverage?category=${category}&level=committee`);
			const wanted = body.rows.map((row: Record<string, unknown>) =>
				[
					row["unitCode"],
					row["total"],
					row["covered"],
					row["pct"] ?? "",
					row["notAttached"],
				].join(),
			);
			const rows = await data(`category=${category}&level=committee`);
			const found = rows.map((row) =>
				[row["unit_code"], row["total"], row["covered"], row["pct"], row["not_attached"]].join(),
			);
			expect([category, found]).toEqual([category, wanted]);
		}
	});

	test("another limit gives other figures without another analysis", async () => {
		const coveredAt = async (limit: number) =>
			(await data(`category=EDU-PRI&limit=${limit}`)).map(({ covered }) => covered);
		expect(await coveredAt(1)).toEqual(["0", "0"]); // 67 m
		expect(await coveredAt(10)).toEqual(["100", "100"]);
		expect(await coveredAt(11)).toEqual(["200", "100"]); // 737 m: the north-west, too
		expect(await coveredAt(17)).toEqual(["200", "200"]);
	});

	test("a limit beyond what was walked, a level without units and a category without walks are refused with words", async () => {
		const { planner } = server().agents;
		const refusal = async (asked: string, status: number) =>
			(await planner.get(`/api/reports/table?${asked}`).expect(status)).body.error.code;
		expect(await refusal("category=EDU-PRI&limit=31", 422)).toBe("limit.beyond-horizon");
		expect(await refusal("category=EDU-PRI&level=bmu", 404)).toBe("level.empty");
		expect(await refusal("category=EDU-PRI&mode=own", 404)).toBe("times.none");
		expect(await refusal("category=EDU-PRI&unit=street:1", 404)).toBe("unit.unknown");
	});

	test("a unit's report counts its people only, and lists what lies in it", async () => {
		const rows = await data(`category=EDU-PRI&unit=street:${WEST_STREET}`);
		expect(rows.map((row) => [row["unit_kind"], row["unit_code"], row["covered"]])).toEqual([
			["committee", "310199001001", "100"],
			["committee", NORTH_WEST, "0"],
		]);
		const brief = `/api/reports/brief?format=docx&category=EDU-PRI&unit=street:${WEST_STREET}`;
		const members = await zipMembers(await bytes(server().agents.planner, brief));
		expect(members.get("word/document.xml")?.toString()).toContain(
			"西园街道常住居民 200 人，其中 100 人（50.0%）可在 10 分钟内走到小学，100 人不能。",
		);
	});

	test("of the composite, nobody of the tiny city reaches all eight", async () => {
		const rows = await data("category=COMPOSITE&level=district");
		expect(rows.map(({ total, covered, limit_unit }) => [total, covered, limit_unit])).toEqual([
			["400", "0", "percent"],
		]);
	});

	test("a brief is a PDF of one or two pages with a name to find it by", async () => {
		const { planner } = server().agents;
		const path = "/api/reports/brief?category=EDU-PRI&level=committee";
		const pages = pageCount(await bytes(planner, path));
		expect([1, 2]).toContain(pages);
		const { headers } = await planner.get(path);
		const name = decodeURIComponent(String(headers["content-disposition"]));
		expect(name).toMatch(/小学-覆盖简报-\d{4}-\d\d-\d\d\.pdf/);
		expect(headers["content-type"]).toBe("application/pdf");
	});

	test("data as GeoJSON has the units' shapes and figures", async () => {
		const path = "/api/reports/data?category=EDU-PRI&level=committee";
		const text = (await bytes(server().agents.planner, path)).toString();
		const { features } = JSON.parse(text) as FeatureCollection;
		expect(features.map(({ properties }) => properties?.["covered"])).toEqual([100, 0, 100, 0]);
		expect(features.every(({ geometry }) => geometry.type === "Polygon")).toBe(true);
	});

	test("a grant for one street makes reports of that street only", async () => {
		const { westLeader } = server().agents;
		const of = (unit: string) => `/api/reports/table?category=EDU-PRI${unit}`;
		await westLeader.get(of(`&unit=street:${WEST_STREET}`)).expect(200);
		await westLeader.get(of(`&unit=committee:${NORTH_WEST}`)).expect(200);
		for (const unit of ["", `&unit=street:${EAST_STREET}`, "&unit=circle:C-1"])
			expect((await westLeader.get(of(unit)).expect(403)).body.error.code).toBe("policy.forbidden");
	});
});
