// The parts of `npm run bench -- import`: files handed in and committed, each in a process of its own so that its memory
// can be told, on the engine that DATABASE_URL says. Whole ways of up to a minute: one run each, after no warm-up.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BenchPart, CityScene } from "./CityScene.ts";
import type { Figure } from "./Figure.ts";
import { coverageFigure } from "./import/coverage.ts";
import { handInApart } from "./import/handInApart.ts";
import { writeParcels } from "./import/parcels.ts";
import { writeResidences } from "./import/residences.ts";

export const IMPORT_PARTS: readonly BenchPart[] = [
	(scene) => inFolder((folder) => handInFigures(folder, scene)),
	async ({ city }) => [coverageFigure(city.units)],
];

const ROWS = 1_000_000;
const POLYGONS = 100_000;

async function handInFigures(folder: string, { seed }: CityScene): Promise<Figure[]> {
	const isServer = Boolean(process.env["DATABASE_URL"]);
	const table = await writeResidences(join(folder, "residences.csv"), ROWS, seed);
	const csv = await handInApart({ path: table, kind: "residences" });
	rmSync(table);
	const zip = await writeParcels(join(folder, "parcels.zip"), POLYGONS, seed);
	const polygons = await handInApart({ path: zip, kind: "land" });
	const worst = (of: "peakMb" | "silentS" | "firstIssuesS") => Math.max(csv[of], polygons[of]);
	return [
		{ id: "csv-1m-rows", value: csv.seconds, unit: "s", atMost: isServer ? 60 : 120 },
		{ id: "polygons-100k", value: polygons.seconds, unit: "s", atMost: isServer ? 45 : 90 },
		{ id: "peak-mb", value: worst("peakMb"), unit: "MB", atMost: 1_000 },
		{ id: "first-issues", value: csv.firstIssuesS, unit: "s", atMost: 3 },
		{ id: "progress-silence", value: worst("silentS"), unit: "s", atMost: 2 },
	];
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), "jiequan-bench-"));
	try {
		return await work(folder);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
