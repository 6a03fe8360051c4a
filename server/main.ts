// `jiequan serve`: port, then database and client side by side, then the city, then ready; and a graceful end.
import { once } from "node:events";
import type { Knex } from "knex";
import { createApp } from "./app.ts";
import { buildClient, CLIENT_FOLDER } from "./buildClient.ts";
import { prepareDemonstration } from "./commands/prepareDemonstration.ts";
import { renewSnapshot } from "./commands/renewSnapshot.ts";
import { migrate } from "./db/migrate.ts";
import { type Database, type DatabasePlace, openDatabase } from "./db/openDatabase.ts";
import { listen } from "./http/listen.ts";
import { createLog } from "./http/log.ts";
import { type AnalysisJobs, createAnalysisJobs } from "./jobs/analysisJobs.ts";
import { requestOfProfile } from "./queries/analysisRuns.ts";
import { findSnapshot } from "./queries/findSnapshot.ts";
import { streetsOfSnapshot } from "./queries/streetsOfSnapshot.ts";

export interface ServeOptions {
	readonly place: DatabasePlace;
	readonly host: string;
	readonly port: number;
	readonly isBehindTls: boolean;
	readonly tell: (line: string) => void;
	/** Aborting ends the server gracefully. */
	readonly signal: AbortSignal;
}

/** Serve until the signal; the port, the database and the folder's lock are released whatever happens. */
export async function serve({
	place,
	host,
	port,
	isBehindTls,
	tell,
	signal,
}: ServeOptions): Promise<void> {
	const listening = await listen(host, port);
	const building = new AbortController();
	let db: Database | null = null;
	try {
		const built = buildClient(tell, AbortSignal.any([signal, building.signal]));
		built.catch(() => undefined); // awaited below; a database that fails first must not leave it unhandled
		db = await openDatabase(place);
		await migrate(db);
		await renewSnapshot(db.knex);
		signal.throwIfAborted();
		if (db.engine === "embedded") await prepareDemonstration(db.knex, tell);
		signal.throwIfAborted();
		const log = createLog();
		const jobs = createAnalysisJobs(db.knex);
		try {
			await startDefaultAnalysis(db.knex, jobs);
			await built;
			signal.throwIfAborted();
			listening.serve(await createApp(db, { clientFolder: CLIENT_FOLDER, isBehindTls, jobs, log }));
			db.lock?.serveAt(listening.url);
			tell(`ready ${listening.url}`);
			await ended(signal);
		} finally {
			jobs.close();
		}
	} catch (error) {
		if (!signal.aborted) throw error;
	} finally {
		building.abort();
		await listening.close();
		await db?.close();
	}
}

/** The analysis everyone opens first runs while nobody waits for it; without streets there is nothing to analyse. */
async function startDefaultAnalysis(db: Knex, jobs: AnalysisJobs): Promise<void> {
	const snapshot = await findSnapshot(db, "current");
	if (snapshot === null || (await streetsOfSnapshot(db, snapshot.id)) === null) return;
	await jobs.ensure({ ...requestOfProfile("adult"), snapshot: snapshot.id });
}

async function ended(signal: AbortSignal): Promise<void> {
	if (!signal.aborted) await once(signal, "abort");
}
