// One line per request on stderr: method, route, status, time. No names, addresses, query strings or bodies.
// Answered reads are told at LOG_LEVEL=debug only.
import type { RequestHandler } from "express";
import { destination, type Logger, pino } from "pino";

/** `silent` for tests. */
export function createLog(level = process.env["LOG_LEVEL"] ?? "info"): Logger {
	return pino({ level, base: null }, destination(2));
}

export function requestLog(log: Logger): RequestHandler {
	return (request, response, next) => {
		const startedMs = performance.now();
		response.on("finish", () => {
			const route: unknown = request.route?.path;
			const isRoutine = request.method === "GET" && response.statusCode < 400;
			log[isRoutine ? "debug" : "info"]({
				method: request.method,
				route: typeof route === "string" ? route : null,
				status: response.statusCode,
				ms: Math.round(performance.now() - startedMs),
			});
		});
		next();
	};
}
