// The drawing table's worker on the demonstration: brush, blade, reshape, history, what is offered after a refusal.
import { beforeAll, beforeEach, expect, test } from "vitest";
import type { PlanNews } from "../../../../client/data/plan/planMessages.ts";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import { cityFile } from "../../../server/demonstration/readDemonstration.ts";
import { DISTRICT, demonstrationDesk, type TriedDesk } from "./demonstrationDesk.ts";

const gap = cityFile().truths.find(({ truth }) => truth === "boundary-gap");
const COMMITTEE = String(gap?.figures["committee"]);
const [TOWN = "", NEIGHBOUR = ""] = gap?.unitCodes ?? [];
let desk: TriedDesk;

beforeAll(async () => {
	desk = await demonstrationDesk();
});
beforeEach(async () => {
	await desk.act({ kind: "replace", operations: [], done: 0 });
});

function cellAt(code: string) {
	const index = desk.view.picture.cells.findIndex((cell) => cell.code === code);
	const [cell, units] = [desk.view.picture.cells[index], desk.view.picture.cellUnits[index]];
	if (cell === undefined || units === undefined) throw new Error(`No cell ${code}.`);
	return { ...cell, units };
}

/** A committee of a unit beside a cell of another: where a brush may begin. */
function inUnit(street: string): LonLat {
	const index = desk.view.picture.cellUnits.findIndex((units) => units.street === street);
	const cell = desk.view.picture.cells[index];
	if (cell === undefined) throw new Error(`No cell in ${street}.`);
	return cell.label;
}

const kinds = (news: readonly PlanNews[]) => news.map(({ kind }) => kind);
const hash = async () => {
	const [news] = await desk.ask({ kind: "save", isHashed: true });
	if (news?.kind !== "toSave") throw new Error(`No plan to save: ${news?.kind}.`);
	return news.plan.hash;
};

test("a stroke over the planted committee gives it to the neighbour, and the panel counts exactly who was planted", async () => {
	const at = cellAt(COMMITTEE).label;
	await desk.ask({ kind: "brush", line: [inUnit(NEIGHBOUR)], to: NEIGHBOUR, isStart: true });
	const [crossing] = await desk.ask({ kind: "brush", line: [at], to: NEIGHBOUR, isStart: false });
	expect(crossing).toMatchObject({ kind: "view", view: { isPreview: true, done: 0 } });
	expect(desk.view.measurement.gain).toContainEqual(
		expect.objectContaining({ category: "ADM-PSC", mode: "own", residents: gap?.residents }),
	);
	await desk.ask({ kind: "brushEnd", isKept: true });
	expect(desk.view).toMatchObject({ isPreview: false, done: 1 });
	expect(desk.view.steps.map(({ op, cells }) => [op, cells])).toEqual([["assign", [COMMITTEE]]]);
	expect(cellAt(COMMITTEE).units.street).toBe(NEIGHBOUR);
	expect(cellAt(COMMITTEE).unitsBefore.street).toBe(TOWN);
	const { total } = desk.view.measurement;
	const covered = (side: typeof total.before) => side.coverage["ADM-PSC"]?.own?.covered ?? 0;
	expect(covered(total.after) - covered(total.before)).toBe(gap?.residents);
	expect(desk.view.moved.residents).toBe(desk.view.measurement.after[COMMITTEE]?.residents);
	const { walks } = desk.view;
	expect(walks?.after.at(-1)).toBeGreaterThan(walks?.before.at(-1) ?? 100);
});

test("undo gives back the hash from before, redo the other, and a stroke that is let go leaves nothing", async () => {
	const empty = await hash();
	await desk.act({
		kind: "perform",
		op: { op: "assign", layer: "street", cells: [COMMITTEE], to: NEIGHBOUR },
	});
	const moved = await hash();
	expect(moved).not.toBe(empty);
	await desk.act({ kind: "undo" });
	expect(await hash()).toBe(empty);
	await desk.act({ kind: "redo" });
	expect(await hash()).toBe(moved);
	await desk.act({ kind: "jump", done: 0 });
	await desk.ask({ kind: "brush", line: [cellAt(COMMITTEE).label], to: NEIGHBOUR, isStart: true });
	await desk.ask({ kind: "brushEnd", isKept: false });
	expect(await hash()).toBe(empty);
});

test("a stroke that would split a unit is refused at the pointer, with what would be legal", async () => {
	// all neighbours of the planted committee but itself: cut off, it would be the town's no more
	const far = desk.view.picture.cells.find(({ code }) => {
		const { street } = cellAt(code).units;
		return street === TOWN && code !== COMMITTEE;
	});
	const refused = [];
	for (const { code, label } of desk.view.picture.cells) {
		if (cellAt(code).units.street !== TOWN) continue;
		const news = await desk.ask({ kind: "brush", line: [label], to: NEIGHBOUR, isStart: true });
		refused.push(...news.filter(({ kind }) => kind === "refused"));
		await desk.ask({ kind: "brushEnd", isKept: true });
		await desk.act({ kind: "jump", done: 0 });
		if (refused.length > 0) break;
	}
	expect(far).toBeDefined();
	expect(refused[0]).toMatchObject({ kind: "refused", refusal: { index: null } });
	if (refused[0]?.kind !== "refused") return;
	expect(refused[0].refusal.zh.length).toBeGreaterThan(8);
});

test("a blade through a committee cuts it, parts stay in their units, and its people are all still there", async () => {
	const cell = cellAt(COMMITTEE);
	const [west, south, east, north] = boxOf(cell.polygons.flat(2));
	const middle = cell.label[1];
	const before = desk.view.measurement.total.before.residents;
	const news = await desk.act({
		kind: "blade",
		line: [
			[west - 0.01 * (east - west), middle],
			[east + 0.01 * (east - west), middle],
		],
	});
	expect(news.kind, JSON.stringify(news).slice(0, 300)).toBe("view");
	const codes = desk.view.picture.cells.map(({ code }) => code);
	expect(codes).not.toContain(COMMITTEE);
	expect(codes).toContain(`${COMMITTEE}-1`);
	expect(cellAt(`${COMMITTEE}-1`).units).toEqual(cell.units);
	expect(desk.view.measurement.total.after.residents).toBe(before);
	expect(desk.view.picture.changes.map(({ level }) => level)).toContain("part");
	expect(south).toBeLessThan(north);
	await desk.act({ kind: "undo" });
	expect(desk.view.picture.cells.map(({ code }) => code)).toContain(COMMITTEE);
});

test("a blade that crosses nothing says so at its place, and nothing is changed", async () => {
	const at = cellAt(COMMITTEE).label;
	const news = await desk.act({ kind: "blade", line: [at, [at[0] + 1e-5, at[1]]] });
	expect(news).toMatchObject({ kind: "refused", refusal: { code: "cut.ends-inside" } });
	const outside = await desk.act({
		kind: "blade",
		line: [
			[0, 0],
			[0.1, 0],
		],
	});
	expect(outside).toMatchObject({ kind: "refused", refusal: { code: "cut.outside-city" } });
	expect(desk.view.done).toBe(0);
});

test("points snap to corners and borders, and two places on a street are joined along it", async () => {
	const corner = cellAt(COMMITTEE).polygons[0]?.[0]?.[0] ?? [0, 0];
	const near: LonLat = [corner[0] + 2e-5, corner[1]];
	const [first] = await desk.ask({
		kind: "snap",
		at: near,
		before: null,
		reachM: 10,
		isFree: false,
		isBorder: false,
	});
	if (first?.kind !== "snapped") throw new Error("Not snapped.");
	expect(["vertex", "border", "street"]).toContain(first.snapped.to);
	const [free] = await desk.ask({
		kind: "snap",
		at: near,
		before: null,
		reachM: 10,
		isFree: true,
		isBorder: false,
	});
	expect(free).toMatchObject({ snapped: { at: near, to: null, path: [near] } });
});

test("a ring around everything holds every cell; around nothing, none", async () => {
	const all: LonLat[] = [
		[120, 30],
		[121, 30],
		[121, 31.5],
		[120, 31.5],
	];
	const [news] = await desk.ask({ kind: "lasso", ring: all });
	expect(news).toMatchObject({ kind: "cells" });
	if (news?.kind === "cells") expect(news.cells).toHaveLength(desk.view.picture.cells.length);
	expect(kinds(await desk.ask({ kind: "lasso", ring: [] }))).toEqual(["cells"]);
});

test("a step out of the middle goes, and what cannot be done without it is told", async () => {
	const make = {
		op: "createUnit",
		layer: "circle",
		code: "C-NEW",
		name: "新片区",
		cells: [COMMITTEE],
	} as const;
	await desk.act({ kind: "perform", op: make });
	await desk.act({
		kind: "perform",
		op: { op: "rename", layer: "circle", unit: "C-NEW", name: "翠浜片区" },
	});
	const news = await desk.act({ kind: "remove", index: 0 });
	if (news.kind !== "view") throw new Error(`Said ${news.kind}.`);
	expect(news.left).toMatchObject([{ index: 1, code: "unit.unknown" }]);
	expect(desk.view.steps).toEqual([]);
});

test("operations that the snapshot does not allow are told when a plan is opened; those before are done", async () => {
	const op = { op: "assign", layer: "street", cells: [COMMITTEE], to: NEIGHBOUR } as const;
	const opened = await (await demonstrationDesk()).ask({
		kind: "open",
		opening: {
			snapshot: "5".repeat(64),
			districtCode: DISTRICT,
			operations: [op, { op: "rename", layer: "street", unit: "nobody", name: "x" }],
			done: 2,
		},
		focus: { layer: "street", category: "ADM-PSC", mode: "own" },
	});
	expect(opened.at(-1)).toMatchObject({
		kind: "opened",
		opened: { refused: { index: 1, code: "unit.unknown" } },
		view: { done: 1 },
	});
});

function boxOf(places: readonly LonLat[]): [number, number, number, number] {
	const [lons, lats] = [places.map(([lon]) => lon), places.map(([, lat]) => lat)];
	return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
