// Headers and checks that protect the browser: content policy, isolation, and writes from our own pages only.
import type { RequestHandler } from "express";
import helmet from "helmet";
import { Refused } from "../errors.ts";

/**
 * Headers of every answer. Pages and their workers may ask `origins` for pictures and tiles too, which is where the map
 * beneath the map comes from; without one, nobody but us.
 */
export function securityHeaders(
	isBehindTls: boolean,
	origins: () => Promise<readonly string[]>,
): RequestHandler {
	const strict = headersWith(isBehindTls, []);
	let open = { origins: "", headers: strict };
	return async (request, response, next) => {
		if (/^\/api(\/|$)/.test(request.path)) return strict(request, response, next);
		const now = await origins();
		const words = now.join(" ");
		if (open.origins !== words) open = { origins: words, headers: headersWith(isBehindTls, now) };
		return open.headers(request, response, next);
	};
}

/** maplibre runs workers, antd writes styles; isolation (COOP, COEP) gives the page shared memory. */
function headersWith(isBehindTls: boolean, origins: readonly string[]): RequestHandler {
	return helmet({
		contentSecurityPolicy: {
			directives: {
				defaultSrc: ["'self'"],
				scriptSrc: ["'self'"],
				workerSrc: ["'self'", "blob:"],
				styleSrc: ["'self'", "'unsafe-inline'"],
				imgSrc: ["'self'", "data:", "blob:", ...origins],
				fontSrc: ["'self'", "data:"],
				connectSrc: ["'self'", "blob:", "data:", ...origins],
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
