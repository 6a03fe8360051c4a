// The web server: headers, log, sessions, routes, the built client. Nothing here knows what a route does.
import { dirname, join } from "node:path";
import compression from "compression";
import express, { type Express } from "express";
import type { Logger } from "pino";
import { openBackgroundFolder } from "./background/BackgroundFolder.ts";
import { ensureSessionSecret } from "./commands/ensureSessionSecret.ts";
import type { Database } from "./db/openDatabase.ts";
import { clientFiles } from "./http/clientFiles.ts";
import { errorAnswer, unknownPath } from "./http/errorAnswer.ts";
import { createLog, requestLog } from "./http/log.ts";
import { mountRoutes } from "./http/mountRoutes.ts";
import { basisResolver } from "./http/resolveBasis.ts";
import { guardWrites, securityHeaders } from "./http/security.ts";
import { sessions } from "./http/sessions.ts";
import { signInLimits } from "./http/signInLimit.ts";
import { openFileStore } from "./imports/FileStore.ts";
import { type AnalysisJobs, createAnalysisJobs } from "./jobs/analysisJobs.ts";
import { beginDefaultAnalysis } from "./jobs/defaultAnalysis.ts";
import { createPaperPress, type PaperPress } from "./jobs/paperPress.ts";
import { createUploadDesk, type UploadDesk } from "./jobs/uploadDesk.ts";
import { pageOrigins } from "./queries/background.ts";
import { ROUTES } from "./routes/table.ts";

export interface AppOptions {
	/** Folders of the built client, the newest first; without any only /api is served. */
	readonly clientFolders?: readonly string[] | undefined;
	/** Behind a proxy that ends TLS: secure cookies, HSTS, one proxy trusted. */
	readonly isBehindTls?: boolean | undefined;
	readonly jobs?: AnalysisJobs | undefined;
	/** Stages of uploads; made when it is not given. */
	readonly uploads?: UploadDesk | undefined;
	/** Prints reports; made when it is not given. */
	readonly papers?: PaperPress | undefined;
	readonly log?: Logger | undefined;
	/** Failed sign-ins per quarter of an hour, per address and name. */
	readonly signInTries?: number | undefined;
}

export async function createApp(
	{ knex, filesFolder }: Database,
	options: AppOptions = {},
): Promise<Express> {
	const { clientFolders = [], isBehindTls = false, log = createLog(), signInTries = 10 } = options;
	const jobs = options.jobs ?? createAnalysisJobs(knex);
	const files = openFileStore(filesFolder);
	const analyses = {
		begin: () => beginDefaultAnalysis(knex, jobs, log),
		underway: jobs.underway,
	};
	const uploads =
		options.uploads ??
		createUploadDesk(knex, files, {
			log,
			onCommitted: analyses.begin,
		});
	const app = express();
	app.disable("x-powered-by");
	app.set("etag", false);
	app.set("trust proxy", isBehindTls ? 1 : false);
	const security = securityHeaders(isBehindTls, () => pageOrigins(knex));
	app.use(security, requestLog(log), compression({ filter: isWorthwhile }));
	if (clientFolders.length > 0) app.use(clientFiles(clientFolders));
	const secret = await ensureSessionSecret(knex);
	app.use("/api", guardWrites, sessions(knex, { secret, isBehindTls, log }));
	mountRoutes(app, ROUTES, {
		db: knex,
		resolveBasis: basisResolver(knex, jobs, log),
		throttles: signInLimits({ perName: signInTries }),
		work: {
			uploads,
			files,
			analyses,
			papers: options.papers ?? createPaperPress(),
			backgrounds: openBackgroundFolder(join(dirname(filesFolder), "background")),
		},
	});
	app.use(unknownPath, errorAnswer(log));
	return app;
}

/** Columns and tiles shrink as text does; workbooks are packed already. */
function isWorthwhile(request: express.Request, response: express.Response): boolean {
	const type = String(response.getHeader("content-type") ?? "");
	if (/octet-stream|vector-tile/.test(type)) return true;
	return compression.filter(request, response);
}
