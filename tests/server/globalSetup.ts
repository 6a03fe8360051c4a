// Starts a private PostgreSQL cluster on a loopback port for the run, and makes one migrated database of each engine,
// which the tests' own are copies of.
import { execFileSync, spawnSync } from "node:child_process";
import { chownSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { migrate } from "../../server/db/migrate.ts";
import { type DatabasePlace, openDatabase } from "../../server/db/openDatabase.ts";
import { keepDemonstration } from "../journeys/demonstrationKeeper.ts";
import { newDatabase } from "./newDatabase.ts";

const MIGRATED = "migrated";
const BIN = "/usr/lib/postgresql/15/bin";

declare module "vitest" {
	export interface ProvidedContext {
		/** URL of the private cluster's maintenance database; "" where there is no server. */
		serverUrl: string;
		/** Data folder of a migrated, closed, empty embedded database. */
		migratedFolder: string;
		/** Name of one on the private cluster. */
		migratedDatabase: string;
		/** What the journeys of one run share; theirs to fill, gone with the run. */
		journeysFolder: string;
		/** What files of one run make for each other (onceForRun.ts), gone with it. */
		runFolder: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	project.provide("migratedDatabase", MIGRATED);
	const migratedFolder = mkdtempSync(join(tmpdir(), "jiequan-migrated-"));
	await makeMigrated({ dataDir: migratedFolder });
	project.provide("migratedFolder", migratedFolder);
	const runFolder = mkdtempSync(join(tmpdir(), "jiequan-run-"));
	project.provide("runFolder", runFolder);
	const demonstration = keepDemonstration();
	project.provide("journeysFolder", demonstration.folder);
	const stopServer = await startServer(project);
	return async () => {
		stopServer();
		await demonstration.close();
		for (const folder of [migratedFolder, runFolder])
			rmSync(folder, { recursive: true, force: true });
	};
}

async function startServer(project: TestProject): Promise<() => void> {
	if (!existsSync(join(BIN, "initdb"))) {
		if (process.env["CI"])
			throw new Error(`No PostgreSQL at ${BIN}: with CI set its tests may not be skipped.`);
		console.warn(
			"Skipped: tests on the server engine. To run them: apt-get install postgresql-15 postgresql-15-postgis-3",
		);
		project.provide("serverUrl", "");
		return () => {};
	}
	const folder = mkdtempSync(join(tmpdir(), "jiequan-pg-"));
	const asOwner = ownerOf(folder);
	const data = join(folder, "data");
	const port = await freePort();
	execFileSync(
		join(BIN, "initdb"),
		["-D", data, "-U", "jiequan", "-A", "trust", "-E", "UTF8", "--locale=C"],
		asOwner,
	);
	const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off -c full_page_writes=off -c max_connections=60`;
	execFileSync(
		join(BIN, "pg_ctl"),
		["-D", data, "-w", "-l", join(folder, "log"), "-o", options, "start"],
		asOwner,
	);
	const serverUrl = `postgres://jiequan@127.0.0.1:${port}/postgres`;
	project.provide("serverUrl", serverUrl);
	await makeMigrated({ url: await newDatabase(serverUrl, MIGRATED) });
	return () => {
		spawnSync(join(BIN, "pg_ctl"), ["-D", data, "-m", "immediate", "stop"], asOwner);
		rmSync(folder, { recursive: true, force: true });
	};
}

async function makeMigrated(place: DatabasePlace): Promise<void> {
	const db = await openDatabase(place);
	await migrate(db);
	await db.close();
}

/** PostgreSQL does not run as root: then the postgres user owns the folder and runs the programs. */
function ownerOf(folder: string): { uid?: number; gid?: number; stdio: "ignore" } {
	if (process.getuid?.() !== 0) return { stdio: "ignore" };
	const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
	const owner = { uid: id("-u"), gid: id("-g"), stdio: "ignore" as const };
	chownSync(folder, owner.uid, owner.gid);
	return owner;
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once("error", reject);
		probe.listen(0, "127.0.0.1", () => {
			const address = probe.address();
			probe.close(() =>
				resolve(typeof address === "object" && address !== null ? address.port : 0),
			);
		});
	});
}
