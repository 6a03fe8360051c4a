// `jiequan import KIND FILE`: parse, import, print. The import itself is server/commands/importLayer.ts.
import type { ImportControl } from "../commands/ImportControl.ts";
import { IMPORT_KINDS, type ImportKind } from "../commands/ImportRequest.ts";
import { needsDatabase } from "../commands/needsDatabase.ts";
import type { Database } from "../db/openDatabase.ts";
import { sizeOf } from "../imports/fileBytes.ts";
import type { Command, CommandCall } from "./Command.ts";
import { importOptions, importUsage, requestOf } from "./importOptions.ts";
import { jsonOf, linesOf } from "./importOutput.ts";
import { reasonLine } from "./optionHints.ts";

const SUMMARIES: Readonly<Record<ImportKind, Command["summary"]>> = {
	streets: {
		zh: "导入路网（.osm.pbf、.osm、.osm.gz，或线图层）。",
		en: "Import streets (.osm.pbf, .osm, .osm.gz, or lines).",
	},
	divisions: {
		zh: "导入一级区划。",
		en: "Import the divisions of one level.",
	},
	facilities: { zh: "导入设施。", en: "Import facilities." },
	residences: {
		zh: "导入居住点，只含人数，不含个人。",
		en: "Import residences: counts only, never persons.",
	},
	exceptions: {
		zh: "导入连通例外（CSV）：桥、渡口、飞地，各写理由。",
		en: "Import exceptions to contiguity (CSV): bridges, ferries, exclaves, each with its reason.",
	},
	land: { zh: "导入用地。", en: "Import land use." },
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
	const request = requestOf(kind, path, call.options);
	await sizeOf(path); // before a database is opened for nothing
	// the readers and checks, which no other command needs
	const { importLayer } = await import("../commands/importLayer.ts");
	const { openFileStore } = await import("../imports/FileStore.ts");
	const { createKernelPool } = await import("../jobs/kernelPool.ts");
	const kernels = createKernelPool();
	const control = kernels.control({ tell: progressLines(call) });
	const importInto = ({ knex, filesFolder }: Database) =>
		importLayer(knex, { ...request, control, store: openFileStore(filesFolder) });
	const importOnly = () => importLayer(null, { ...request, control });
	const report = await (needsDatabase(request)
		? call.withDatabase(importInto)
		: call.withDatabaseIfThere(importInto).then((found) => found ?? importOnly())
	).finally(() => kernels.close());
	call.print(jsonOf(report), linesOf(report));
	if (report.status === "accepted") return 0;
	if (report.reason !== null) call.tell(reasonLine(report.reason));
	return 1;
}

/** A line when the work is at something else, and each tenth of it; without a known end, each second. */
function progressLines({ tell }: CommandCall): NonNullable<ImportControl["tell"]> {
	let told = "";
	return ({ zh, en }, done, total) => {
		const share = total
			? ` ${Math.floor((done / total) * 10) * 10} %`
			: done > 0
				? ` ${done} s`
				: "";
		const line = `${zh} ${en}${share}`;
		if (line !== told) tell(line);
		told = line;
	};
}
