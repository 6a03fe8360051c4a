// handInProcess.ts PATH KIND: stage, understand, check and commit one file, through the same commands as the web.
import { createReadStream, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { UploadKind } from "../../../planning/wire/understanding.ts";
import { createJudgedMemo } from "../../../server/commands/JudgedMemo.ts";
import { beginUpload, receiveFile } from "../../../server/commands/uploads/beginUpload.ts";
import { confirmSettings } from "../../../server/commands/uploads/changeUpload.ts";
import { runStage } from "../../../server/commands/uploads/runStage.ts";
import { migrate } from "../../../server/db/migrate.ts";
import { openDatabase } from "../../../server/db/openDatabase.ts";
import { openFileStore } from "../../../server/imports/FileStore.ts";
import { settingsOf } from "../../../server/imports/understand.ts";
import { createKernelPool } from "../../../server/jobs/kernelPool.ts";
import { requireUpload } from "../../../server/queries/uploadRows.ts";
import { freshPlace } from "./freshPlace.ts";

const [path = "", kind = "land"] = process.argv.slice(2) as [string, UploadKind];
const folder = mkdtempSync(join(tmpdir(), "jiequan-hand-in-"));
const { place, remove } = await freshPlace(folder);
const db = await openDatabase(place);
await migrate(db);
const engineMb = process.memoryUsage().rss / 1e6;

const store = openFileStore(join(folder, "files"));
const kernels = createKernelPool();
let lastNewsMs = performance.now();
let silentMs = 0;
let checkMs = 0;
let firstIssuesMs = 0;
const news = () => {
	silentMs = Math.max(silentMs, performance.now() - lastNewsMs);
	lastNewsMs = performance.now();
};
const control = kernels.control({
	memo: createJudgedMemo(),
	tell: news,
	found: () => {
		firstIssuesMs ||= performance.now() - checkMs;
	},
});

const start = performance.now();
const name = basename(path);
const id = await beginUpload(db.knex, [{ name, sizeBytes: statSync(path).size }], null);
await receiveFile(db.knex, store, { id, name, bytes: createReadStream(path) });
await run("understand", { layer: null, encoding: null, crs: null, isSwapped: null, kind });
const { understanding } = await requireUpload(db.knex, id);
const settings = understanding === null ? null : settingsOf(understanding);
if (settings === null) throw new Error("The file was not understood.");
await confirmSettings(db.knex, id, { ...settings, kind });
checkMs = performance.now();
await run("check", null);
await run("commit", { acceptWarnings: true, reason: "bench", renewSnapshot: true });
const seconds = (performance.now() - start) / 1_000;
const { committed, problem } = await requireUpload(db.knex, id);
if (committed === null) throw new Error(`Not committed: ${JSON.stringify(problem)}`);

const peakMb = process.resourceUsage().maxRSS / 1_000 - (db.engine === "embedded" ? engineMb : 0);
process.send?.({ seconds, peakMb, silentS: silentMs / 1_000, firstIssuesS: firstIssuesMs / 1_000 });
await kernels.close();
await db.close();
await remove();
rmSync(folder, { recursive: true, force: true });
process.disconnect?.();

async function run(stage: "understand" | "check" | "commit", request: unknown): Promise<void> {
	await db
		.knex("uploads")
		.where({ id })
		.update({ request: JSON.stringify(request) });
	lastNewsMs = performance.now();
	await runStage(db.knex, store, { id, stage, control });
	news();
}
