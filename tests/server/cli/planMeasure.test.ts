// `plan measure`: the figures of the touched units, before and after, as JSON alone on stdout.
import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { main } from "../../../server/cli.ts";
import { migrate } from "../../../server/db/migrate.ts";
import { openDatabase } from "../../../server/db/openDatabase.ts";
import { demonstrationCopy } from "../../journeys/demonstration.ts";
import {
	EAST_STREET,
	NORTH_WEST,
	tinyCity,
	tinyStreets,
	WEST_STREET,
} from "../../scenes/tinyCity.ts";
import { cityFile } from "../demonstration/readDemonstration.ts";
import { migrated, newPlace } from "../engines.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";
import { commitCity } from "../routes/commitCity.ts";

const write = temporaryFiles();
const ASSIGN = { op: "assign", layer: "street", cells: [NORTH_WEST], to: EAST_STREET };
let folder: string;
let remove: () => Promise<void>;

beforeAll(async () => {
	const made = await newPlace("embedded", migrated("embedded"));
	if (!("dataDir" in made.place)) throw new Error("An embedded place has a folder.");
	folder = made.place.dataDir;
	remove = made.remove;
	const db = await openDatabase(made.place);
	await migrate(db);
	await commitCity(db.knex, tinyCity, tinyStreets());
	await db.close();
});
afterAll(() => remove?.());

async function measure(value: unknown, data: string = folder) {
	const written = { out: "", err: "" };
	const spies = (["out", "err"] as const).map((name) =>
		vi.spyOn(process[`std${name}`], "write").mockImplementation((part) => {
			written[name] += part;
			return true;
		}),
	);
	try {
		const path = write("plan.json", JSON.stringify(value));
		return { code: await main(["plan", "measure", path, "--json", "--data", data]), ...written };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}

test("a committee goes to the neighbour: its people leave one street-level unit and join the other", async () => {
	const { code, out } = await measure({ snapshot: "current", operations: [ASSIGN] });
	expect(code).toBe(0);
	const { hash, refused, before, after } = JSON.parse(out);
	expect(hash).toMatch(/^[0-9a-f]{64}$/);
	expect(refused).toBeNull();
	expect([before[WEST_STREET].residents, after[WEST_STREET].residents]).toEqual([200, 100]);
	expect([before[EAST_STREET].residents, after[EAST_STREET].residents]).toEqual([200, 300]);
	// the western centre was its own, 500 m away; the eastern town has none
	const own = (side: typeof after) => side[NORTH_WEST].coverage["ADM-PSC"].own.covered;
	expect([own(before), own(after)]).toEqual([100, 0]);
});

test("a plan without operations touches nothing", async () => {
	const { code, out } = await measure({ snapshot: "current", operations: [] });
	expect(code).toBe(0);
	expect(JSON.parse(out)).toMatchObject({ refused: null, before: {}, after: {} });
});

test("a refused operation is told by index and code; what was done before it is measured", async () => {
	const unknown = { ...ASSIGN, to: "999999999999" };
	const { code, out, err } = await measure({ snapshot: "current", operations: [ASSIGN, unknown] });
	expect(code).toBe(1);
	const { refused, after } = JSON.parse(out);
	expect(refused).toEqual({ index: 1, code: "unit.unknown" });
	expect(after[EAST_STREET].residents).toBe(300);
	expect(err.trim().split("\n")).toHaveLength(1);
});

test("on the demonstration the planted committee moved to its neighbour gains the people planted there", {
	timeout: 300_000, // whoever asks first waits until the run's demonstration is analysed
}, async () => {
	const gap = cityFile().truths.find(({ truth }) => truth === "boundary-gap");
	const committee = String(gap?.figures["committee"]);
	const move = { ...ASSIGN, cells: [committee], to: gap?.unitCodes[1] };
	const copy = await demonstrationCopy();
	try {
		const plan = { snapshot: "current", operations: [move] };
		const { code, out, err } = await measure(plan, join(copy, "data"));
		expect([code, err]).toEqual([0, ""]);
		const { before, after, total, gain } = JSON.parse(out);
		expect(gap?.residents).toBe(3_062);
		const own = { category: "ADM-PSC", mode: "own", residents: gap?.residents };
		expect(gain).toContainEqual(own);
		const covered = (side: typeof total.after) => side.coverage["ADM-PSC"].own.covered;
		expect(covered(total.after) - covered(total.before)).toBe(gap?.residents);
		expect(covered(after[committee]) - covered(before[committee])).toBe(gap?.residents);
	} finally {
		rmSync(copy, { recursive: true, force: true });
	}
});
