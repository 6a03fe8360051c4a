// From a city's .osm.pbf to its stored street graph, in a process of its own so that its memory can be told; and back.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { decodeGraph } from "../../../planning/wire/streetFiles.ts";
import type { Figure } from "../Figure.ts";
import { leastMs } from "../measure.ts";
import type { Compiled } from "./compileProcess.ts";

/** A compile takes a good part of a minute: the better of two. */
const COMPILES = 2;

/** `folder` holds `streets.osm.pbf`. */
export async function compileFigures({ folder }: { readonly folder: string }): Promise<Figure[]> {
	const scratch = mkdtempSync(join(tmpdir(), "compile-"));
	try {
		const graphPath = join(scratch, "graph.bin");
		const runs: Compiled[] = [];
		for (let run = 0; run < COMPILES; run++)
			runs.push(await compileIn(join(folder, "streets.osm.pbf"), graphPath));
		const { load } = leastMs({ load: () => decodeGraph(readFileSync(graphPath)) });
		const least = (read: (run: Compiled) => number) => Math.min(...runs.map(read));
		return [
			{ id: "compile", value: least(({ seconds }) => seconds), unit: "s", atMost: 90 },
			{ id: "compile-peak-mb", value: least(({ peakMb }) => peakMb), unit: "MB", atMost: 3_000 },
			{ id: "load", value: load / 1_000, unit: "s", atMost: 0.5 },
		];
	} finally {
		rmSync(scratch, { recursive: true });
	}
}

function compileIn(pbfPath: string, graphPath: string): Promise<Compiled> {
	const script = fileURLToPath(new URL("compileProcess.ts", import.meta.url));
	const child = spawn(process.execPath, ["--import", "tsx", script, pbfPath, graphPath], {
		stdio: ["ignore", "pipe", "inherit"],
	});
	let answer = "";
	child.stdout.on("data", (chunk: Buffer) => {
		answer += chunk.toString("utf8");
	});
	return new Promise((resolve, reject) => {
		child.on("error", reject);
		child.on("close", (code) =>
			code === 0
				? resolve(JSON.parse(answer) as Compiled)
				: reject(new Error(`Compiling ${pbfPath} ended with ${code}.`)),
		);
	});
}
