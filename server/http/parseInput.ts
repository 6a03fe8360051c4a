// First station of a route: params, query and body against its schemas; everything wrong at once, by path.
import type { Request } from "express";
import type * as z from "zod";
import { Refused } from "../errors.ts";
import type { Route } from "./Route.ts";

/** The parsed input. Refused 400 `request.invalid` with a path and a message for each thing that is wrong. */
export function parseInput(route: Route, request: Request) {
	const details: { path: string; message: string }[] = [];
	const parse = (schema: z.ZodType | undefined, given: unknown) => {
		if (schema === undefined) return undefined;
		const parsed = schema.safeParse(given);
		if (parsed.success) return parsed.data;
		for (const { path, message } of parsed.error.issues)
			details.push({ path: path.map(String).join("."), message });
		return undefined;
	};
	const input = {
		params: parse(route.params, request.params),
		query: parse(route.query, request.query),
		body: route.takesBytes ? undefined : parse(route.body, request.body ?? {}),
	};
	if (details.length > 0) throw invalid(details);
	return input;
}

export function invalid(details: readonly { path: string; message: string }[]): Refused {
	const where = (whole: string, comma: string) =>
		details.map(({ path }) => path || whole).join(comma);
	return new Refused(
		"request.invalid",
		{
			zh: `请求的内容不对：${where("整个正文", "、")}。`,
			en: `The request is not valid: ${where("the whole body", ", ")}.`,
		},
		{ status: 400, details },
	);
}
