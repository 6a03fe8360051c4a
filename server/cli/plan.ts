// `plan …`: what a plan in a file comes to. One command per line of the table.
import { readFile } from "node:fs/promises";
import type { Shift } from "../../planning/plan/measure/Measurement.ts";
import { cellUnitCodes } from "../../planning/plan/outcome.ts";
import { refusalOf } from "../../planning/plan/PlanRefusal.ts";
import { planHash } from "../../planning/plan/planHash.ts";
import { type ReadPlan, readPlan } from "../../planning/plan/readPlan.ts";
import { planRefused, replayedPlan } from "../queries/replayedPlan.ts";
import { snapshotOfHash } from "../queries/snapshotOfHash.ts";
import type { Command } from "./Command.ts";

const replayCommand: Command = {
	name: "plan replay",
	usage: "FILE",
	summary: {
		zh: "在方案所依据的基准上逐步执行方案文件，给出结果的哈希值和各基础格的归属。",
		en: "Do the operations of a plan on its snapshot: the hash of the outcome and the units of every cell.",
	},
	options: {},
	positionals: 1,
	async run({ positionals: [path = ""], withDatabase, print }) {
		const read = await planInFile(path);
		if (read.refused !== null) throw planRefused(read.refused, null);
		const { state, refused } = await withDatabase(({ knex }) => replayedPlan(knex, read.plan));
		if (refused !== null) throw planRefused(refused, state);
		const result = { hash: planHash(state), cells: cellUnitCodes(state) };
		print(result, [
			`哈希 hash: ${result.hash}`,
			`${state.tiling.cellCode.length} 基础格 cells · 基准 snapshot ${state.base.snapshot.slice(0, 12)}`,
			"加 --json 列出每格的归属。Add --json for the units of every cell.",
		]);
		return 0;
	},
};

const measureCommand: Command = {
	name: "plan measure",
	usage: "FILE",
	summary: {
		zh: "方案对人口、标准和覆盖的影响：所涉单元的前后数字。",
		en: "What a plan does to people, criteria and coverage: figures of the touched units before and after.",
	},
	options: {},
	positionals: 1,
	async run({ positionals: [path = ""], withDatabase, tell, print }) {
		const { runAnalysis } = await import("../commands/runAnalysis.ts");
		const { measuredPlan } = await import("../queries/measuredPlan.ts");
		const read = await planInFile(path);
		if (read.refused !== null) throw planRefused(read.refused, null);
		const { state, refused, measured } = await withDatabase(async ({ knex }) => {
			const replayed = await replayedPlan(knex, read.plan);
			const { id } = await snapshotOfHash(knex, replayed.state.base.snapshot);
			const request = { snapshot: id };
			const { runId } = await runAnalysis(knex, request);
			return {
				...replayed,
				measured: await measuredPlan(knex, replayed.state, { runId, request }),
			};
		});
		if (refused !== null) tell(planRefused(refused, state).message);
		const { before, after, total } = measured;
		const [gain, lose] = [measured.gain.map(peopleOf), measured.lose.map(peopleOf)];
		const hash = planHash(state);
		const at = refused && { index: refused.index, code: refused.refusal.code };
		print({ hash, refused: at, before, after, total, gain, lose }, [
			`哈希 hash: ${hash}`,
			...Object.values(after).map(
				({ code, name, residents }) =>
					`${code} ${name}: ${before[code]?.residents ?? 0} → ${residents} 人 residents`,
			),
			...gain.map((shift) => shiftLine("+", shift)),
			...lose.map((shift) => shiftLine("−", shift)),
		]);
		return refused === null ? 0 : 1;
	},
};

/** People who come within a limit or go beyond it; who they are is left to those who ask the measure itself. */
function peopleOf({ category, mode, residents }: Shift) {
	return { category, mode, residents };
}

function shiftLine(sign: string, { category, mode, residents }: ReturnType<typeof peopleOf>) {
	const words = mode === "own" ? "属地 own" : "开放 any";
	return `${category} ${words}: ${sign}${residents} 人 residents`;
}

export const planCommands: readonly Command[] = [replayCommand, measureCommand];

/** The plan in a file, or why it is none: read before any database is opened. */
export async function planInFile(path: string): Promise<ReadPlan> {
	try {
		return readPlan(JSON.parse((await readFile(path, "utf8")).replace(/^\uFEFF/, "")));
	} catch (error) {
		const { message } = error as Error;
		const subject = `${path}: ${message.replaceAll(/\s+/g, " ").slice(0, 200)}`;
		return {
			plan: null,
			refused: { index: -1, refusal: refusalOf("plan.malformed", { subject }) },
		};
	}
}
