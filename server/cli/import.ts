// `jiequan import KIND FILE`: parse, import, print. The import itself is server/commands/importLayer.ts.
import { IMPORT_KINDS, type ImportKind } from "../commands/ImportRequest.ts";
import { importLayer, needsDatabase } from "../commands/importLayer.ts";
import { sizeOf } from "../imports/fileBytes.ts";
import type { OnProgress } from "../imports/Progress.ts";
import type { Command, CommandCall } from "./Command.ts";
import { importOptions, importUsage, requestOf } from "./importOptions.ts";
import { jsonOf, linesOf } from "./importOutput.ts";

const SUMMARIES: Readonly<Record<ImportKind, Command["summary"]>> = {
	streets: {
		zh: "导入路网（.osm.pbf、.osm、.osm.gz）。",
		en: "Import streets (.osm.pbf, .osm, .osm.gz).",
	},
	divisions: {
		zh: "导入一级区划（GeoJSON）。",
		en: "Import the divisions of one level (GeoJSON).",
	},
	facilities: { zh: "导入设施（CSV、GeoJSON）。", en: "Import facilities (CSV, GeoJSON)." },
	residences: {
		zh: "导入居住点（CSV、GeoJSON），只含人数，不含个人。",
		en: "Import residences (CSV, GeoJSON): counts only, never persons.",
	},
	exceptions: {
		zh: "导入连通例外（CSV）：桥、渡口、飞地，各写理由。",
		en: "Import exceptions to contiguity (CSV): bridges, ferries, exclaves, each with its reason.",
	},
};

export const importCommands: readonly Command[] = IMPORT_KINDS.map((kind) => ({
	name: `import ${kind}`,
	usage: importUsage(kind),
	summary: SUMMARIES[kind],
	options: importOptions(kind),
	positionals: 1,
	run: (call) => runImport(kind, call),
}));

async function runImport(kind: ImportKind, call: CommandCall): Promise<number> {
	const [path] = call.positionals as [string];
	const request = { ...requestOf(kind, path, call.options), onProgress: progressLines(call) };
	await sizeOf(path); // before a database is opened for nothing
	const report = needsDatabase(request)
		? await call.withDatabase(({ knex }) => importLayer(knex, request))
		: await importLayer(null, request);
	call.print(jsonOf(report), linesOf(report));
	if (report.status === "accepted") return 0;
	call.tell(`jiequan: ${report.reason?.zh} ${report.reason?.en} [${report.reason?.code}]`);
	return 1;
}

/** A line each tenth of the file. */
function progressLines({ tell }: CommandCall): OnProgress {
	let told = 0;
	return (bytesRead, bytesTotal) => {
		const tenth = Math.floor((bytesRead / bytesTotal) * 10);
		if (tenth === told) return;
		told = tenth;
		tell(`读取 reading ${tenth * 10} %`);
	};
}
