import { coverageCsv } from "../../planning/coverage/files/coverageCsv.ts";
import { flagsGeoJson } from "../../planning/coverage/files/flagsGeoJson.ts";
import { type AnalysisSummary, summaryJson } from "../../planning/coverage/files/summaryJson.ts";
import { timesCsv } from "../../planning/coverage/files/timesCsv.ts";
import type { Database } from "../db/openDatabase.ts";
import { loadCoverage, loadFlags, loadSummary, loadTimes } from "../queries/loadAnalysis.ts";
import { loadCity } from "../queries/loadCity.ts";
import { type Command, type OptionValues, WrongUsage } from "./Command.ts";
import { type NamedFile, writeFiles } from "./writeFiles.ts";

export const analyseCommand: Command = {
	name: "analyse",
	usage: "[--profile NAME] [--speed M_PER_MIN] [--limit S] [--out DIR] [--no-times]",
	summary: {
		zh: "按各类设施的限值计算可达、覆盖率与预警；--out 写出四个文件。",
		en: "Walk times, coverage and flags of every category; --out writes the four files.",
	},
	options: {
		profile: { type: "string" },
		speed: { type: "string" },
		limit: { type: "string" },
		out: { type: "string" },
		"no-times": { type: "boolean" },
	},
	positionals: 0,
	async run({ options, withDatabase, tell, print }) {
		const { runAnalysis } = await import("../commands/runAnalysis.ts");
		const request = {
			snapshot: "current" as const,
			profile: options["profile"] as string | undefined,
			speedMPerMin: wholeNumber(options, "speed", 1_000),
			limitS: wholeNumber(options, "limit", 14_400),
		};
		const out = options["out"] as string | undefined;
		const summary = await withDatabase(async (db) => {
			let toldPct = 0;
			const progress = (pct: number) => {
				if (pct < toldPct + 20) return;
				toldPct = pct;
				tell(`${pct} %`);
			};
			const { runId } = await runAnalysis(db.knex, request, { progress });
			if (out !== undefined)
				await writeFiles(out, await filesOf(db, runId, options["no-times"] !== true));
			return await loadSummary(db.knex, runId);
		});
		print(summary, linesOf(summary, out));
		return 0;
	},
};

/** A whole number of at least 1, or undefined when the option is absent. */
export function wholeNumber(
	options: OptionValues,
	name: string,
	atMost: number,
): number | undefined {
	const text = options[name];
	if (text === undefined) return undefined;
	const value = Number(text);
	if (Number.isInteger(value) && value >= 1 && value <= atMost) return value;
	throw new WrongUsage(`--${name} is a whole number from 1 to ${atMost}, not “${text}”`);
}

async function filesOf(
	{ knex }: Database,
	runId: number,
	withTimes: boolean,
): Promise<NamedFile[]> {
	const files: NamedFile[] = [
		{ name: "coverage.csv", body: coverageCsv(await loadCoverage(knex, runId)) },
		{ name: "flags.geojson", body: flagsGeoJson(await loadFlags(knex, runId)) },
		{ name: "summary.json", body: summaryJson(await loadSummary(knex, runId)) },
	];
	if (!withTimes) return files;
	const { snapshot_id: snapshotId } = await knex("analysis_runs")
		.where({ id: runId })
		.first("analysis_runs.snapshot_id");
	const { city } = await loadCity(knex, snapshotId);
	return [
		{ name: "times.csv", body: timesCsv(city, await loadTimes(knex, runId, city.facilities)) },
		...files,
	];
}

function linesOf(summary: AnalysisSummary, out: string | undefined): string[] {
	const flags = Object.entries(summary.flags).map(([code, count]) => `  ${code} ${count}`);
	return [
		`${summary.residents} 人 residents · ${summary.residences} 居住点 residences · 未连接 not attached ${summary.residencesNotAttached}`,
		`${summary.profile} ${summary.speedMPerMin} m/min`,
		...(flags.length > 0 ? ["预警 Flags", ...flags] : []),
		...(out === undefined ? [] : [`已写入 Written to ${out}`]),
	];
}
