// Last station when something went wrong: a refusal with its code, or 500 without detail and a line in the log.
import type { ErrorRequestHandler, RequestHandler } from "express";
import type { Logger } from "pino";
import type { ErrorBody } from "../../planning/wire/api.ts";
import { Refused } from "../errors.ts";
import { invalid } from "./parseInput.ts";

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
	if (typeof status === "number" && status >= 400 && status < 500)
		return invalid([{ path: "", message: type ?? "malformed request" }]);
	return null;
}
