// Exceptions to contiguity (连通例外): a bridge or a ferry that joins two cells, a cell of a 飞地. Each with its reason.
import type { ContiguityException } from "../city/records.ts";
import type { FeatureCells } from "./FeatureCells.ts";
import type { Issue } from "./Issue.ts";
import type { CheckOptions, RecordReader } from "./RecordReader.ts";

export const exceptionReader: RecordReader<ContiguityException> = {
	required: ["kind", "from", "reason"],
	holdsPeople: false,
	isPlaced: false,
	mayBeEmpty: true, // the last exception can be withdrawn
	identityOf: ({ kind, cells }) => [kind, ...[...cells].sort()].join(" "),
	read: readException,
};

const KINDS: Readonly<Record<string, ContiguityException["kind"]>> = {
	bridge: "bridge",
	tunnel: "bridge",
	桥: "bridge",
	桥梁: "bridge",
	隧道: "bridge",
	ferry: "ferry",
	渡口: "ferry",
	轮渡: "ferry",
	exclave: "exclave",
	飞地: "exclave",
};

const KIND_WORDS: Readonly<Record<ContiguityException["kind"], { zh: string; en: string }>> = {
	bridge: { zh: "桥", en: "bridge" },
	ferry: { zh: "渡口", en: "ferry" },
	exclave: { zh: "飞地", en: "exclave" },
};

function readException(cells: FeatureCells, options: CheckOptions): ContiguityException | null {
	const kind = KINDS[cells.text("kind").toLowerCase()];
	const from = cellOf(cells, "from", options);
	const to = kind === "exclave" ? "" : cellOf(cells, "to", options);
	const reason = cells.text("reason");
	if (kind === undefined)
		cells.note("blocking", "contiguity.unknown-kind", {
			zh: `类型“${cells.text("kind")}”不认识；可用 桥（bridge）、渡口（ferry）、飞地（exclave）。`,
			en: `the kind "${cells.text("kind")}" is not known; use bridge, ferry or exclave.`,
		});
	if (kind !== "exclave" && from === to && from !== "")
		cells.note("blocking", "contiguity.same-cell", {
			zh: `两端是同一个基础格 ${from}。桥和渡口连接两个基础格；一个基础格分成几块时请用飞地。`,
			en: `both ends are the cell ${from}. A bridge or ferry joins two; for one cell in several pieces use exclave.`,
		});
	if (reason === "")
		cells.note("blocking", "contiguity.no-reason", {
			zh: "没有写理由。桥、渡口、飞地都要写明理由。",
			en: "it gives no reason. Say why the bridge, ferry or exclave counts.",
		});
	if (kind === undefined || cells.isBlocked) return null;
	return kind === "exclave" ? { kind, cells: [from], reason } : { kind, cells: [from, to], reason };
}

/** Code of a cell that there is; "" after noting what is wrong. */
function cellOf(cells: FeatureCells, field: "from" | "to", { cellCodes }: CheckOptions): string {
	const code = cells.unitCode(field);
	if (code === null)
		cells.note("blocking", "contiguity.no-cell", {
			zh: `${field === "to" ? "另一端" : "基础格"}没有编码。请补上。`,
			en: `${field === "to" ? "the other end" : "the cell"} has no code. Add it.`,
		});
	else if (cellCodes?.has(code) === false)
		cells.note("blocking", "contiguity.unknown-cell", {
			zh: `没有编码为 ${code} 的基础格（最细一级区划）。请核对编码。`,
			en: `there is no cell (a unit of the finest level) with the code ${code}. Check it.`,
		});
	return code ?? "";
}

/** Declared exceptions that name cells which new divisions no longer have. */
export function lostExceptions(
	exceptions: readonly ContiguityException[],
	cellCodes: ReadonlySet<string>,
): Issue[] {
	return exceptions.flatMap(({ kind, cells, reason }): Issue[] => {
		const lost = cells.filter((code) => !cellCodes.has(code));
		if (lost.length === 0) return [];
		const words = KIND_WORDS[kind];
		return [
			{
				code: "contiguity.unknown-cell",
				severity: "warning",
				at: {},
				message: {
					zh: `连通例外“${words.zh} ${cells.join("–")}”（${reason}）所指的基础格 ${lost.join("、")} 不在新的区划中，不再起作用。接受后请重新导入例外。`,
					en: `The declared ${words.en} ${cells.join("–")} (${reason}) names ${lost.join(", ")}, which the new divisions do not have: it no longer counts. If accepted, import the exceptions again.`,
				},
			},
		];
	});
}
