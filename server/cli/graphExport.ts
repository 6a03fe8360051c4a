import { graphFiles } from "../../planning/coverage/files/graphFiles.ts";
import { survey } from "../../planning/coverage/surveyed.ts";
import { chooseProfiles } from "../../planning/coverage/walkers.ts";
import { optionsOf } from "../queries/analysisRuns.ts";
import { loadCity } from "../queries/loadCity.ts";
import { type Command, WrongUsage } from "./Command.ts";
import { writeFiles } from "./writeFiles.ts";

export const graphExportCommand: Command = {
	name: "graph export",
	usage: "--out DIR [--profile NAME]",
	summary: {
		zh: "写出步行网络、居住点与设施的连接和计算规则，可供独立复核。",
		en: "Write the street graph, attachments and rules: enough for an independent check.",
	},
	options: { out: { type: "string" }, profile: { type: "string" } },
	positionals: 0,
	async run({ options, withDatabase, print }) {
		const out = options["out"] as string | undefined;
		if (out === undefined)
			throw new WrongUsage("usage: jiequan graph export --out DIR [--profile NAME]");
		const choice = optionsOf({
			snapshot: "current",
			profile: options["profile"] as string | undefined,
		});
		const { city, snapshot } = await withDatabase((db) => loadCity(db.knex, "current"));
		const surveyed = survey(city, { ...choice, horizonS: 0 });
		const files = graphFiles(surveyed, chooseProfiles(choice), snapshot.hash);
		await writeFiles(out, files);
		const counts = { nodes: city.graph.firstEdge.length - 1, edges: city.graph.edgeHead.length };
		print({ snapshot: snapshot.hash, out, ...counts, files: files.map(({ name }) => name) }, [
			`${counts.nodes} 节点 nodes · ${counts.edges} 弧 arcs`,
			`已写入 Written to ${out}`,
		]);
		return 0;
	},
};
