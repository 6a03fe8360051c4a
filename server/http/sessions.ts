// Server-side sessions in the database: the cookie carries a signed number and nothing else.
import connectPgSimple from "connect-pg-simple";
import type { Request, RequestHandler, Response } from "express";
import session from "express-session";
import type { Knex } from "knex";
import type { Logger } from "pino";
import type { SessionDoor } from "./Route.ts";

declare module "express-session" {
	interface SessionData {
		accountId: number;
	}
}

const COOKIE = "jiequan.sid";
const LASTS_MS = 12 * 60 * 60_000;
/** How long a session that another process ended still opens the door. */
const KEPT_MS = 3_000;
const MOST_KEPT = 10_000;

export interface SessionOptions {
	readonly secret: string;
	readonly isBehindTls: boolean;
	readonly log: Logger;
}

/** Sessions last half a day from signing in; reading one writes nothing. */
export function sessions(db: Knex, { secret, isBehindTls, log }: SessionOptions): RequestHandler {
	const Store = keepingSessions(connectPgSimple(session));
	const store = new Store({
		pgPromise: { any: (sql: string, values: unknown[]) => runOnConnection(db, sql, values) },
		tableName: "session",
		disableTouch: true,
		pruneSessionInterval: 15 * 60,
		errorLog: (...words: unknown[]) => log.error({ err: words.at(-1) }, "session store"),
	});
	return session({
		store,
		name: COOKIE,
		secret,
		resave: false,
		saveUninitialized: false,
		cookie: { httpOnly: true, sameSite: "lax", secure: isBehindTls, maxAge: LASTS_MS, path: "/" },
	});
}

type StoreClass = ReturnType<typeof connectPgSimple>;
type SessionRead = Parameters<InstanceType<StoreClass>["get"]>[1];

/** A store that reads a session once a few seconds: every request asks for it, hardly one changes it. */
function keepingSessions(Store: StoreClass): StoreClass {
	return class extends Store {
		private readonly kept = new Map<string, { until: number; session: session.SessionData }>();

		override get(sid: string, done: SessionRead): void {
			const known = this.kept.get(sid);
			if (known !== undefined && known.until > performance.now()) {
				done(null, structuredClone(known.session));
				return;
			}
			this.kept.delete(sid);
			super.get(sid, (error, found) => {
				if (found) this.keep(sid, found);
				done(error, found);
			});
		}

		override set(sid: string, value: session.SessionData, done?: () => void): void {
			this.kept.delete(sid);
			super.set(sid, value, done);
		}

		override destroy(sid: string, done?: () => void): void {
			this.kept.delete(sid);
			super.destroy(sid, done);
		}

		private keep(sid: string, found: session.SessionData): void {
			if (this.kept.size >= MOST_KEPT) this.kept.clear();
			this.kept.set(sid, { until: performance.now() + KEPT_MS, session: structuredClone(found) });
		}
	};
}

/** Begin with a fresh number (so that a planted one is worthless), or end. */
export function sessionDoor(request: Request, response: Response): SessionDoor {
	return {
		async begin(accountId) {
			await called((done) => request.session.regenerate(done));
			request.session.accountId = accountId;
			await called((done) => request.session.save(done));
		},
		async end() {
			await called((done) => request.session.destroy(done));
			response.clearCookie(COOKIE, { path: "/" });
		},
	};
}

function called(start: (done: (error: unknown) => void) => void): Promise<void> {
	return new Promise((resolve, reject) => {
		start((error) => (error ? reject(error) : resolve()));
	});
}

/** The store writes its own SQL with $1; knex lends it a connection. */
async function runOnConnection(db: Knex, sql: string, values: unknown[]): Promise<unknown[]> {
	const connection = await db.client.acquireConnection();
	try {
		const { rows } = await connection.query(sql, values);
		return rows;
	} finally {
		await db.client.releaseConnection(connection);
	}
}
