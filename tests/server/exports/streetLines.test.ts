import { expect, test } from "vitest";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import { exportTableOf } from "../../../server/exports/exportTableOf.ts";
import { streetLines } from "../../../server/exports/streetLines.ts";
import { collectLines } from "../../../server/imports/lines/collectLines.ts";
import { desertGrid } from "../../scenes/streetScene.ts";
import { temporaryFiles } from "../imports/temporaryFiles.ts";
import { reopened } from "./readBack.ts";

const writeFile = temporaryFiles();

test("every piece of way leaves once, with both ends", () => {
	const { graph } = compileStreets(desertGrid({ columns: 4, rows: 3, blockM: 100 }));
	const lines = [...streetLines(graph)];
	const corners = 4; // where only two blocks' sides meet: a bend, no junction
	expect(lines).toHaveLength(3 * 3 + 4 * 2 - corners);
	expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
	const ends = new Set(lines.flatMap(({ line }) => [String(line[0]), String(line.at(-1))]));
	expect(ends.size).toBe(graph.firstEdge.length - 1);
});

test.each(["geojson", "shapefile-utf8", "gpkg"] as const)(
	"streets exported as %s and imported again are the same network",
	async (format) => {
		const { graph, report } = compileStreets(desertGrid({ columns: 5, rows: 4, blockM: 100 }));
		const source = await reopened(
			format,
			exportTableOf("streets", "", streetLines(graph)),
			writeFile,
		);
		const again = compileStreets((await collectLines(source.features, { columns: {} })).waySet);
		expect(again.report).toMatchObject({ nodes: report.nodes, edges: report.edges, components: 1 });
		const total = (lengths: Uint32Array) => lengths.reduce((sum, length) => sum + length, 0);
		expect(total(again.graph.edgeLengthDm)).toBe(total(graph.edgeLengthDm));
	},
);
