// Last station when something went wrong: a refusal with its code, or 500 without detail and a line in the log.
import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "pino";
import type { ErrorBody } from "../../planning/wire/api.ts";
import { Refused } from "../errors.ts";

export const unknownPath: RequestHandler = () => {
	throw new Refused(
		"path.unknown",
		{ zh: "没有这个地址。", en: "There is no such address." },
		{ status: 404 },
	);
};

export function errorAnswer(log: Logger): ErrorRequestHandler {
	return (error, _request, response, next) => {
		const refused = refusalOf(error);
		if (refused === null) log.error({ err: error }, "a request failed");
		else if (refused.defect) log.error({ ...refused.defect, code: refused.code }, "a defect");
		if (response.headersSent) return next(error);
		const { code, words, status, details, current } = refused ?? BUG;
		const body: ErrorBody = {
			error: {
				code,
				message: { ...words },
				...(details ? { details: [...details] } : {}),
				...(current ? { current } : {}),
			},
		};
		response.status(status).set("Cache-Control", "no-store").json(body);
	};
}

const BUG = new Refused(
	"server.failed",
	{
		zh: "服务器出错，已记入日志。请稍后再试。",
		en: "The server failed; it is logged. Try again later.",
	},
	{ status: 500 },
);

const NOT_JSON = {
	zh: "请求的正文不是完整的 JSON，可能在途中被截断。",
	en: "The body of the request is not complete JSON; it may have been cut off on its way.",
};

const MALFORMED = {
	zh: "请求的地址或正文的写法不对，服务器读不懂。",
	en: "The address or the body of the request is malformed.",
};

/** Refusals as they are; what Express' own parsers refuse in our words; null for bugs. */
function refusalOf(error: unknown): Refused | null {
	if (error instanceof Refused) return error;
	const { type, status } = (error ?? {}) as { type?: string; status?: number };
	if (type === "entity.too.large")
		return new Refused(
			"request.too-large",
			{ zh: "请求太大。", en: "The request is too large." },
			{ status: 413 },
		);
	if (type === "entity.parse.failed")
		return new Refused("request.invalid", NOT_JSON, { status: 400 });
	if (typeof status === "number" && status >= 400 && status < 500)
		return new Refused("request.invalid", MALFORMED, {
			status: 400,
			details: [{ path: "", message: type ?? "malformed request" }],
		});
	return null;
}
