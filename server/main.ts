// `jiequan serve`: port, then database and client side by side, then the city, then ready; and a graceful end.
import { once } from "node:events";
import { createApp } from "./app.ts";
import { buildClient } from "./buildClient.ts";
import { prepareDemonstration } from "./commands/prepareDemonstration.ts";
import { renewSnapshot } from "./commands/renewSnapshot.ts";
import { sweepUploads } from "./commands/uploads/sweepUploads.ts";
import { migrate } from "./db/migrate.ts";
import { type Database, type DatabasePlace, openDatabase } from "./db/openDatabase.ts";
import { listen } from "./http/listen.ts";
import { createLog } from "./http/log.ts";
import { openFileStore } from "./imports/FileStore.ts";
import { createAnalysisJobs } from "./jobs/analysisJobs.ts";
import { beginDefaultAnalysis, startDefaultAnalysis } from "./jobs/defaultAnalysis.ts";
import { createPaperPress } from "./jobs/paperPress.ts";
import { createUploadDesk } from "./jobs/uploadDesk.ts";

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
		const { knex, filesFolder } = db;
		const jobs = createAnalysisJobs(knex);
		const files = openFileStore(filesFolder);
		const papers = createPaperPress();
		await sweepUploads(knex, files);
		const uploads = createUploadDesk(knex, files, {
			log,
			onCommitted: () => beginDefaultAnalysis(knex, jobs, log),
		});
		try {
			await startDefaultAnalysis(db.knex, jobs);
			const clientFolders = await built;
			signal.throwIfAborted();
			const app = { clientFolders, isBehindTls, jobs, uploads, papers, log };
			listening.serve(await createApp(db, app));
			await uploads.resume();
			db.lock?.serveAt(listening.url);
			tell(`ready ${listening.url}`);
			await ended(signal);
		} finally {
			await uploads.close();
			await papers.close();
			await jobs.close();
		}
	} catch (error) {
		if (!signal.aborted) throw error;
	} finally {
		building.abort();
		await listening.close();
		await db?.close();
	}
}

async function ended(signal: AbortSignal): Promise<void> {
	if (!signal.aborted) await once(signal, "abort");
}
