// Plans edited by hand: every mistake is a refusal with its operation, never an exception.
import { describe, expect, test } from "vitest";
import { planHash } from "../../../planning/plan/planHash.ts";
import { planJson, readPlan } from "../../../planning/plan/readPlan.ts";
import { replay } from "../../../planning/plan/replay.ts";
import { planScene } from "./planScene.ts";

const RENAME = { op: "rename", layer: "street", unit: "S", name: "甲" };
const plan = (...operations: readonly unknown[]) => ({ snapshot: "current", operations });
const refusalOf = (value: unknown) => {
	const { refused } = readPlan(value);
	return refused === null ? null : [refused.index, refused.refusal.code];
};

test.each([
	[null],
	[[]],
	["plan"],
	[{}],
	[{ operations: [] }],
	[{ snapshot: "abc", operations: [] }],
	[{ snapshot: "current", operations: {} }],
	[{ snapshot: "current", operations: [], author: "x" }],
])("%j is no plan", (value) => expect(refusalOf(value)).toEqual([-1, "plan.malformed"]));

describe("an operation is refused with its index", () => {
	const at = [120.5, 30.9];
	test.each([
		["operation.unknown", null],
		["operation.unknown", 7],
		["operation.unknown", {}],
		["operation.unknown", { op: "explode" }],
		["operation.unknown", { op: "constructor" }],
		["operation.unknown", { op: "__proto__" }],
		["layer.unknown", { ...RENAME, layer: "village" }],
		["layer.unknown", { ...RENAME, layer: null }],
		["operation.malformed", { ...RENAME, name: "" }],
		["operation.malformed", { ...RENAME, name: "  " }],
		["operation.malformed", { ...RENAME, colour: "red" }],
		["operation.malformed", { op: "assign", layer: "street", cells: [], to: "S" }],
		["operation.malformed", { op: "assign", layer: "street", cells: "A", to: "S" }],
		["operation.malformed", { op: "assign", layer: "street", cells: ["A"] }],
		["operation.malformed", { op: "cut", cell: "A", line: [at] }],
		["operation.malformed", { op: "cut", cell: "A", line: [at, [30.9, 120.5]] }],
		["operation.malformed", { op: "cut", cell: "A", line: [at, [1, 2, 3]] }],
		["operation.malformed", { op: "cut", cell: "A", line: [at, [Number.NaN, 2]] }],
		["operation.malformed", { op: "cut", cell: "A", line: [at, [Number.POSITIVE_INFINITY, 2]] }],
		["operation.malformed", { op: "cut", cell: "A", line: [at, ["120.5", "30.9"]] }],
		["operation.malformed", { op: "reshape", layer: "street", units: ["S"], line: [at, at] }],
		["operation.malformed", { op: "changeKind", unit: "S", streetKind: "city" }],
		["operation.malformed", { op: "closeFacility", id: 7 }],
	])("%s: %j", (code, operation) => {
		expect(refusalOf(plan(RENAME, operation))).toEqual([1, code]);
	});
});

test("10,000 operations are read and done, 10,001 are refused", () => {
	const many = Array.from({ length: 10_000 }, (_, i) => ({ ...RENAME, name: `第${i}名` }));
	const { plan: read } = readPlan(plan(...many));
	const base = planScene(["A B"], { streets: { S: "AB" } });
	const { state, refused } = replay(base, read?.operations ?? []);
	expect(refused).toBeNull();
	expect(state.layers.street.units[0].name).toBe("第9999名");
	expect(refusalOf(plan(...many, RENAME))).toEqual([-1, "plan.too-long"]);
});

test("members in any order give the same text; the text reads back as the same plan", () => {
	const [first, second] = [
		plan({ op: "assign", to: null, cells: ["A"], layer: "bmu" }, RENAME),
		plan({ layer: "bmu", cells: ["A"], op: "assign", to: null }, { ...RENAME, name: " 甲 " }),
	].map((value) => readPlan(value).plan);
	if (first === null || second === null) throw new Error("Both are plans.");
	expect(planJson(second)).toBe(planJson(first));
	expect(readPlan(JSON.parse(planJson(first))).plan).toEqual(first);
	expect(planJson(first)).toBe(
		'{"operations":[{"cells":["A"],"layer":"bmu","op":"assign","to":null},{"layer":"street","name":"甲","op":"rename","unit":"S"}],"snapshot":"current"}',
	);
});

test("any edit that changes the outcome changes the hash", () => {
	const base = planScene(["A B", "C D"], { streets: { S: "AB", T: "CD" } });
	const hashOf = (...operations: readonly unknown[]) => {
		const { plan: read } = readPlan(plan(...operations));
		if (read === null) throw new Error("It is a plan.");
		return planHash(replay(base, read.operations).state);
	};
	const assign = (cell: string) => ({ op: "assign", layer: "street", cells: [cell], to: "T" });
	const hashes = [
		hashOf(),
		hashOf(RENAME),
		hashOf({ ...RENAME, name: "乙" }),
		hashOf(assign("A")),
		hashOf(assign("B")),
		hashOf(assign("A"), RENAME),
	];
	expect(new Set(hashes).size).toBe(hashes.length);
	expect(hashOf(RENAME, assign("A"))).toBe(hashOf(assign("A"), RENAME));
	expect(hashOf(RENAME, { ...RENAME, name: "S区" })).toBe(hashOf());
	expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
});
