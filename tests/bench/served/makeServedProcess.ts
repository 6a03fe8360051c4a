// node … makeServedProcess.ts SCENE_FOLDER FOLDER MADE_BY: the city-scale scene handed in through the product's own imports,
// and analysed, into a data folder that the product can serve.
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { UnitKind } from "../../../planning/city/records.ts";
import { createDemonstrationAccounts } from "../../../server/commands/createDemonstrationAccounts.ts";
import { importRequest } from "../../../server/commands/ImportRequest.ts";
import { importLayer } from "../../../server/commands/importLayer.ts";
import { runAnalysis } from "../../../server/commands/runAnalysis.ts";
import { migrate } from "../../../server/db/migrate.ts";
import { openDatabase } from "../../../server/db/openDatabase.ts";
import { requestOfProfile } from "../../../server/queries/analysisRuns.ts";
import { SCENE_FILE } from "../CityScene.ts";
import { SERVED_MARK } from "./servedCity.ts";

const [scene = "", folder = "", madeBy = ""] = process.argv.slice(2);
const LEVELS: readonly UnitKind[] = ["district", "street", "bmu", "circle", "committee"];
const start = performance.now();
rmSync(folder, { recursive: true, force: true });
const db = await openDatabase({ dataDir: join(folder, "data") });
await migrate(db);
await db.knex("settings").insert([
	{ key: "demonstration", value: JSON.stringify(true) },
	{ key: "city_name", value: JSON.stringify("测试城市") },
]);
for (const level of LEVELS)
	await load({
		kind: "divisions",
		path: `divisions-${level}.geojson`,
		level,
		columns: level === "district" ? {} : { parent: "parent_code" },
		renewSnapshot: false,
	});
await load({ kind: "streets", path: SCENE_FILE.streets, renewSnapshot: false });
await load({
	kind: "facilities",
	path: SCENE_FILE.facilities,
	columns: { category: "category" },
	renewSnapshot: false,
});
await load({ kind: "residences", path: SCENE_FILE.residences });
await createDemonstrationAccounts(db.knex);
await runAnalysis(db.knex, requestOfProfile("adult"));
tell("analysed");
await db.close();
writeFileSync(join(folder, SERVED_MARK), madeBy);

async function load(file: Parameters<typeof importRequest>[0]): Promise<void> {
	const request = importRequest({ ...file, path: join(scene, file.path), acceptWarnings: true });
	const report = await importLayer(db.knex, request);
	if (report.status !== "accepted") throw new Error(`${file.path}: ${report.reason?.code}`);
	tell(file.path);
}

function tell(step: string): void {
	process.stderr.write(`served: ${step} ${((performance.now() - start) / 1_000).toFixed(0)} s\n`);
}
