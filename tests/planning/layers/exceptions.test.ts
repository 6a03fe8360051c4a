import { describe, expect, test } from "vitest";
import { exceptionReader, lostExceptions } from "../../../planning/layers/exceptions.ts";
import { LayerCheck } from "../../../planning/layers/LayerCheck.ts";
import { checkRows, NO_OPTIONS } from "./rows.ts";

const A = "310101001001";
const B = "310101001002";
const cellCodes = new Set([A, B]);
const row = (kind: string, from: string, to: string, reason = "跨江大桥") => ({
	kind,
	from_code: from,
	to_code: to,
	reason,
});
const check = (...rows: readonly ReturnType<typeof row>[]) =>
	checkRows(exceptionReader, rows, { cellCodes });

describe("exceptions to contiguity", () => {
	test("are read in both languages, a 飞地 with one cell", () => {
		const { records, found } = check(
			row("bridge", A, B),
			row("渡口", A, B, "渡轮每 10 分钟一班"),
			row("飞地", B, "", "农场"),
		);
		expect(found).toEqual([]);
		expect(records).toEqual([
			{ kind: "bridge", cells: [A, B], reason: "跨江大桥" },
			{ kind: "ferry", cells: [A, B], reason: "渡轮每 10 分钟一班" },
			{ kind: "exclave", cells: [B], reason: "农场" },
		]);
	});

	test("Chinese column names are known", () => {
		const rows = [{ 类型: "桥", 起点编码: A, 终点编码: B, 理由: "桥" }];
		expect(checkRows(exceptionReader, rows, { cellCodes }).records).toHaveLength(1);
	});

	test.each([
		["without a reason", row("bridge", A, B, " "), "contiguity.no-reason"],
		["with a code of no cell", row("bridge", A, "310101009001"), "contiguity.unknown-cell"],
		["without the other end", row("ferry", A, ""), "contiguity.no-cell"],
		["without any cell", row("exclave", "", ""), "contiguity.no-cell"],
		["of an unknown kind", row("cable car", A, B), "contiguity.unknown-kind"],
		["from a cell to itself", row("bridge", A, A), "contiguity.same-cell"],
	])("one %s is an issue at its row and is left out", (_, bad, code) => {
		const { records, groups } = check(row("bridge", A, B), bad);
		expect(records).toHaveLength(1);
		expect(groups.map((group) => [group.severity, group.code])).toEqual([["blocking", code]]);
		expect(groups[0]?.issues[0]?.at).toEqual({ row: 2 });
		expect(groups[0]?.issues[0]?.message.zh).toMatch(/^第 2 行：/);
	});

	test("the same bridge from the other end is the same bridge", () => {
		expect(check(row("bridge", A, B), row("bridge", B, A)).found).toEqual([
			"blocking id.duplicate × 1",
		]);
	});

	test("a table with nothing but its columns says that there are none", () => {
		const header = ["kind", "from_code", "to_code", "reason"];
		const { records, issues } = new LayerCheck(exceptionReader, NO_OPTIONS, header).finish();
		expect([records, issues.byCode()]).toEqual([[], []]);
	});

	test("those whose cells are gone are told with what they were", () => {
		const bridge = { kind: "bridge", cells: [A, B], reason: "跨江大桥" } as const;
		expect(lostExceptions([bridge], cellCodes)).toEqual([]);
		const [issue] = lostExceptions([bridge], new Set([A]));
		expect(issue).toMatchObject({ code: "contiguity.unknown-cell", severity: "warning" });
		expect(issue?.message.zh).toContain(`“桥 ${A}–${B}”（跨江大桥）所指的基础格 ${B} 不在`);
	});
});
