// Loads the demonstration city: the files of geodata/demo through the same imports, the same analysis and the same
// accounts as any city. Doing it again changes nothing; what was cut short is finished.
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Knex } from "knex";
import { createDemonstrationAccounts } from "../commands/createDemonstrationAccounts.ts";
import { type ImportRequest, importRequest } from "../commands/ImportRequest.ts";
import { importLayer } from "../commands/importLayer.ts";
import { runAnalysis } from "../commands/runAnalysis.ts";
import { Refused } from "../errors.ts";
import { requestOfProfile } from "../queries/analysisRuns.ts";
import { currentLayers } from "../queries/currentLayers.ts";
import { readSettings } from "../queries/readSettings.ts";
import type { CityFile } from "./cityFiles.ts";

export const DEMONSTRATION_FOLDER = resolve(import.meta.dirname, "../../geodata/demo");

export interface DemonstrationOutcome {
	readonly cityName: string;
	readonly residents: number;
	readonly residences: number;
	readonly facilities: number;
	/** True when everything was there already. */
	readonly unchanged: boolean;
}

/** Committees come last of the divisions: the cells are theirs, and are made once. */
const LEVELS = ["district", "street", "bmu", "circle", "committee"] as const;
const FILES: readonly Pick<ImportRequest, "kind" | "path" | "level" | "columns">[] = [
	...LEVELS.map((level) => ({
		kind: "divisions" as const,
		path: `divisions-${level}.geojson`,
		level,
		columns: level === "district" ? {} : { parent: "parent_code" },
	})),
	{ kind: "streets", path: "streets.osm.pbf", level: null, columns: {} },
	{ kind: "residences", path: "residences.csv", level: null, columns: {} },
];
const FACILITIES = {
	kind: "facilities",
	path: "facilities.csv",
	level: null,
	columns: { category: "category" },
} as const;

/** An earlier state of the city: the facilities that were not there yet. */
interface EarlierState {
	readonly asOf: string;
	readonly notYet: readonly string[];
}

/** Refused on a database that holds other data. `tell` gets a line per step. */
export async function loadDemonstration(
	db: Knex,
	tell: (line: string) => void = () => {},
): Promise<DemonstrationOutcome> {
	await refuseOtherData(db);
	const { cityName, districtName, residents, residences, facilities } = await readCityFile();
	await writeSettings(db, `${cityName}${districtName}`);
	let unchanged = true;
	const load = async (file: Partial<ImportRequest> & Pick<ImportRequest, "kind" | "path">) => {
		const path = resolve(DEMONSTRATION_FOLDER, file.path);
		const request = importRequest({ ...file, path, acceptWarnings: true, reason: "示例城市" });
		const report = await importLayer(db, request);
		if (report.status !== "accepted")
			throw new Error(`${file.path}: ${report.reason?.code} ${report.reason?.en}`);
		unchanged &&= report.unchanged;
		tell(`示例数据 demonstration: ${file.path} ${report.features.accepted}`);
	};
	for (const file of FILES) await load({ ...file, renewSnapshot: false });
	await loadEarlierStates(db, load);
	await load(FACILITIES);
	await createDemonstrationAccounts(db);
	const { isReused } = await runAnalysis(db, requestOfProfile("adult"));
	tell("示例数据 demonstration: 分析完成 analysed");
	return { cityName, residents, residences, facilities, unchanged: unchanged && isReused };
}

/** What the city was like before, so that there is something to compare with; once, before today's facilities. */
async function loadEarlierStates(
	db: Knex,
	load: (file: Partial<ImportRequest> & Pick<ImportRequest, "kind" | "path">) => Promise<void>,
): Promise<void> {
	if ((await currentLayers(db)).some(({ kind }) => kind === FACILITIES.kind)) return;
	const [head, ...rows] = (await readFile(demonstrationFile(FACILITIES.path), "utf8")).split("\n");
	const states: EarlierState[] = JSON.parse(
		await readFile(demonstrationFile("history.json"), "utf8"),
	);
	const folder = await mkdtemp(join(tmpdir(), "jiequan-demo-"));
	try {
		for (const { asOf, notYet } of states) {
			const absent = new Set(notYet);
			const there = rows.filter((row) => !absent.has(row.split(",", 1)[0] ?? ""));
			const path = join(folder, `facilities-${asOf}.csv`);
			await writeFile(path, [head, ...there].join("\n"));
			await load({ ...FACILITIES, path, asOf });
		}
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

function demonstrationFile(name: string): string {
	return resolve(DEMONSTRATION_FOLDER, name);
}

async function refuseOtherData(db: Knex): Promise<void> {
	if ((await readSettings(db)).isDemonstration) return;
	const layers = await currentLayers(db);
	const account = await db("accounts").first("accounts.name");
	if (layers.length === 0 && account === undefined) return;
	throw new Refused("demonstration.other-data", {
		zh: "这个数据库已有其他数据，示例数据只装入空库。请用 --data 指定新的文件夹。",
		en: "This database holds other data; the demonstration goes into an empty one only. Name a new folder with --data.",
	});
}

async function readCityFile(): Promise<CityFile> {
	return JSON.parse(await readFile(demonstrationFile("city.json"), "utf8"));
}

/** First of all, so that a load that was cut short can be taken up again. */
async function writeSettings(db: Knex, cityName: string): Promise<void> {
	const rows = [
		{ key: "demonstration", value: JSON.stringify(true) },
		{ key: "city_name", value: JSON.stringify(cityName) },
	];
	await db("settings").insert(rows).onConflict("key").merge();
}
