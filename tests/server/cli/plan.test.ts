import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { UNIT_KINDS } from "../../../planning/city/records.ts";
import { startState } from "../../../planning/plan/PlanState.ts";
import { planHash } from "../../../planning/plan/planHash.ts";
import { main } from "../../../server/cli.ts";
import { migrate } from "../../../server/db/migrate.ts";
import { openDatabase } from "../../../server/db/openDatabase.ts";
import { planBase } from "../../../server/queries/planBase.ts";
import { EAST_STREET, NORTH_WEST, tinyCity, WEST_STREET } from "../../scenes/tinyCity.ts";
import { migrated, newPlace } from "../engines.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";
import { commitCity } from "../routes/commitCity.ts";

const write = temporaryFiles();
const [southWest, , southEast] = tinyCity.residences.map(({ lonLat }) => lonLat);
const ASSIGN = { op: "assign", layer: "street", cells: [NORTH_WEST], to: EAST_STREET };
const CUT = {
	op: "cut",
	cell: "310199001001",
	line: [[(southWest?.[0] ?? 0) - 0.01, southWest?.[1]], southEast],
};
let folder: string;
let remove: () => Promise<void>;
let untouched: { readonly snapshot: string; readonly hash: string };

beforeAll(async () => {
	const made = await newPlace("embedded", migrated("embedded"));
	if (!("dataDir" in made.place)) throw new Error("An embedded place has a folder.");
	folder = made.place.dataDir;
	remove = made.remove;
	const db = await openDatabase(made.place);
	await migrate(db);
	await commitCity(db.knex, tinyCity, null);
	const base = await planBase(db.knex, "current");
	untouched = { snapshot: base.snapshot, hash: planHash(startState(base)) };
	await db.close();
});
afterAll(() => remove?.());

async function replay(value: unknown, ...words: readonly string[]) {
	const text = typeof value === "string" ? value : JSON.stringify(value);
	const written = { out: "", err: "" };
	const spies = [
		vi.spyOn(process.stdout, "write").mockImplementation((part) => {
			written.out += part;
			return true;
		}),
		vi.spyOn(process.stderr, "write").mockImplementation((part) => {
			written.err += part;
			return true;
		}),
	];
	try {
		const call = ["plan", "replay", write("plan.json", text), ...words, "--data", folder];
		return { code: await main(call), ...written };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}

test("a plan without operations prints the snapshot's own outcome: hash, and the units of every cell", async () => {
	const { code, out } = await replay({ snapshot: "current", operations: [] }, "--json");
	expect(code).toBe(0);
	const { hash, cells } = JSON.parse(out);
	expect(hash).toBe(untouched.hash);
	const units = Object.fromEntries(
		tinyCity.cells.map((cell) => [
			cell.code,
			Object.fromEntries(
				UNIT_KINDS.flatMap((kind) => (cell.units[kind] ? [[kind, cell.units[kind]]] : [])),
			),
		]),
	);
	expect(cells).toEqual(units);
});

test("operations are done in order; naming the snapshot by its hash gives the same", async () => {
	const operations = [CUT, ASSIGN, { ...ASSIGN, cells: ["310199001001-1"] }];
	const first = await replay({ snapshot: "current", operations: operations.slice(0, 2) }, "--json");
	expect(first.err).toBe("");
	const { hash, cells } = JSON.parse(first.out);
	expect(hash).not.toBe(untouched.hash);
	expect(cells[NORTH_WEST].street).toBe(EAST_STREET);
	expect(Object.keys(cells)).toContain("310199001001-2");
	expect(cells["310199001001-1"]).toMatchObject({ street: WEST_STREET, committee: "310199001001" });
	const named = await replay({
		snapshot: untouched.snapshot,
		operations: operations.slice(0, 2),
	});
	expect(named.code).toBe(0);
	expect(named.out).toContain(hash); // without --json it says the hash in a line
});

test("a refused operation is exit 1 and one line with its index, its reason and its code", async () => {
	const operations = [ASSIGN, { ...ASSIGN, cells: ["310199001001"] }];
	const { code, out, err } = await replay({ snapshot: "current", operations }, "--json");
	expect(code).toBe(1);
	expect(JSON.parse(out)).toMatchObject({ status: "refused", code: "unit.emptied" });
	expect(err.trim().split("\n")).toHaveLength(1);
	expect(err).toContain("operations[1]: 西园街道");
	expect(err).toContain("第 2 步");
	expect(err).toContain("[unit.emptied]");
});

test.each([
	["plan.snapshot-gone", { snapshot: "0".repeat(64), operations: [] }],
	["plan.malformed", "{"],
	["plan.malformed", ""],
	["plan.malformed", "[1]"],
	["operation.unknown", { snapshot: "current", operations: [{ op: "explode" }] }],
	["operation.malformed", { snapshot: "current", operations: [{ ...ASSIGN, extra: 1 }] }],
])("%s is exit 1: %j", async (refusal, value) => {
	const { code, err } = await replay(value);
	expect(code).toBe(1);
	expect(err.trim().split("\n")).toHaveLength(1);
	expect(err).toContain(`[${refusal}]`);
});

test("no such file is a refusal, no file named is wrong usage, plan alone is no command", async () => {
	const nowhere = join(mkdtempSync(join(tmpdir(), "jiequan-plan-")), "none.json");
	const spy = vi.spyOn(process.stderr, "write").mockImplementation(() => true);
	try {
		expect(await main(["plan", "replay", nowhere, "--data", folder])).toBe(1);
		expect(await main(["plan", "replay", "--data", folder])).toBe(2);
		expect(await main(["plan", "--data", folder])).toBe(2);
	} finally {
		spy.mockRestore();
	}
});
