// Failed sign-ins are counted per address and name, and per address; successful ones are not.

import type { Request } from "express";
import { ipKeyGenerator, type RateLimitRequestHandler, rateLimit } from "express-rate-limit";
import { Refused } from "../errors.ts";

const WINDOW_MS = 15 * 60_000;

/** Counts are kept per process: with n web processes an attacker has n times as many tries. */
export function signInLimits({ perName = 10, perAddress = 100 } = {}): RateLimitRequestHandler[] {
	const address = (request: Request) => ipKeyGenerator(request.ip ?? "");
	const name = (request: Request) =>
		String(request.body?.name ?? "")
			.toLowerCase()
			.slice(0, 100);
	return [
		limit(perAddress, address),
		limit(perName, (request) => `${address(request)} ${name(request)}`),
	];
}

function limit(count: number, keyGenerator: (request: Request) => string): RateLimitRequestHandler {
	return rateLimit({
		windowMs: WINDOW_MS,
		limit: count,
		keyGenerator,
		skipSuccessfulRequests: true,
		standardHeaders: "draft-8",
		legacyHeaders: false,
		validate: { xForwardedForHeader: false }, // without a trusted proxy the header is anybody's, and ignored
		handler: (_request, _response, next) => next(tooMany()),
	});
}

function tooMany(): Refused {
	return new Refused(
		"sign-in.too-many",
		{
			zh: "登录失败次数过多，请 15 分钟后再试。",
			en: "Too many failed sign-ins; try again in 15 minutes.",
		},
		{ status: 429 },
	);
}
