// Compiles one .osm.pbf and tells how long that took and how much memory it ever held: node … PBF GRAPH
import { writeFileSync } from "node:fs";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import { encodeBarriers, encodeGraph, encodeScenery } from "../../../planning/wire/streetFiles.ts";
import { collectStreets } from "../../../server/imports/osm/collectStreets.ts";
import { readOsm } from "../../../server/imports/osm/readOsm.ts";

export interface Compiled {
	readonly seconds: number;
	/** Largest resident set, 10⁶ bytes. */
	readonly peakMb: number;
	readonly nodes: number;
}

const [pbfPath = "", graphPath = ""] = process.argv.slice(2);
const start = performance.now();
const { waySet } = await collectStreets(readOsm(pbfPath));
const { graph, barriers, scenery, report } = compileStreets(waySet);
const files = [encodeGraph(graph), encodeBarriers(barriers), encodeScenery(scenery)];
const seconds = (performance.now() - start) / 1_000;
writeFileSync(graphPath, files[0]);
const peakMb = (process.resourceUsage().maxRSS * 1_024) / 1e6;
process.stdout.write(JSON.stringify({ seconds, peakMb, nodes: report.nodes } satisfies Compiled));
