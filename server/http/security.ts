// Headers and checks that protect the browser: content policy, isolation, and writes from our own pages only.
import type { RequestHandler } from "express";
import helmet from "helmet";
import { Refused } from "../errors.ts";

/** maplibre runs workers, antd writes styles; isolation (COOP, COEP) gives the page shared memory. */
export function securityHeaders(isBehindTls: boolean): RequestHandler {
	return helmet({
		contentSecurityPolicy: {
			directives: {
				defaultSrc: ["'self'"],
				scriptSrc: ["'self'"],
				workerSrc: ["'self'", "blob:"],
				styleSrc: ["'self'", "'unsafe-inline'"],
				imgSrc: ["'self'", "data:", "blob:"],
				fontSrc: ["'self'", "data:"],
				connectSrc: ["'self'", "blob:", "data:"],
				frameAncestors: ["'none'"],
				upgradeInsecureRequests: isBehindTls ? [] : null,
			},
		},
		crossOriginOpenerPolicy: { policy: "same-origin" },
		crossOriginEmbedderPolicy: { policy: "require-corp" },
		strictTransportSecurity: isBehindTls,
		referrerPolicy: { policy: "same-origin" },
	});
}

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/** A file in the body. Like JSON, no form of another site can send it. */
const BYTES = "application/octet-stream";

/** Writes carry JSON, or a file by PUT, and come from our own origin; with the cookie's sameSite no other page can make one. */
export const guardWrites: RequestHandler = (request, _response, next) => {
	if (READS.has(request.method)) return next();
	const origin = request.get("origin");
	if (origin !== undefined && hostOf(origin) !== request.host) throw foreignOrigin();
	const hasBody =
		request.get("transfer-encoding") !== undefined ||
		Number(request.get("content-length") ?? 0) > 0;
	const isFile = request.method === "PUT" && request.is(BYTES) !== false;
	if (hasBody && !isFile && !request.is("application/json")) throw notJson();
	next();
};

function hostOf(origin: string): string | null {
	return URL.canParse(origin) ? new URL(origin).host : null;
}

function foreignOrigin(): Refused {
	return new Refused(
		"origin.foreign",
		{ zh: "请求来自其他网站，已拒绝。", en: "The request comes from another site." },
		{ status: 403 },
	);
}

function notJson(): Refused {
	return new Refused(
		"request.not-json",
		{ zh: "请求须为 application/json。", en: "The request must be application/json." },
		{ status: 415 },
	);
}
