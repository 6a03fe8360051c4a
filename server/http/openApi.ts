// The contract from the same schemas that check the requests.
import { createDocument, type ZodOpenApiOperationObject } from "zod-openapi";
import { errorSchema, runningSchema } from "../../planning/wire/api.ts";
import { POLICIES } from "../policies.ts";
import { isMedia, type Route } from "./Route.ts";

type Paths = Record<string, Record<string, ZodOpenApiOperationObject>>;

export function openApiDocument(routes: readonly Route[]): ReturnType<typeof createDocument> {
	const paths: Paths = {};
	for (const route of routes) {
		const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
		paths[path] = { ...paths[path], [route.method]: operationOf(route) };
	}
	return createDocument({
		openapi: "3.1.0",
		info: { title: "界圈 Jiequan", version: "1" },
		paths,
		components: {
			schemas: { Error: errorSchema, Running: runningSchema },
			securitySchemes: { session: { type: "apiKey", in: "cookie", name: "jiequan.sid" } },
		},
	});
}

function operationOf(route: Route): ZodOpenApiOperationObject {
	const { params, query, body, summary, action } = route;
	return {
		operationId: `${route.method} ${route.path}`,
		summary,
		...(POLICIES[action] === "anyone" ? {} : { security: [{ session: [] }] }),
		...(params || query
			? { requestParams: { ...(params ? { path: params } : {}), ...(query ? { query } : {}) } }
			: {}),
		...(body ? { requestBody: { content: { "application/json": { schema: body } } } } : {}),
		responses: responsesOf(route),
	};
}

function responsesOf(route: Route) {
	const { answers, basis, action, params, query, body, lineage } = route;
	const missing = route.missing ?? (lineage ? "unit.unknown" : undefined);
	const refusal = (description: string) => ({
		description,
		content: { "application/json": { schema: errorSchema } },
	});
	const needsRole = POLICIES[action] !== "anyone" && POLICIES[action] !== "signed-in";
	return {
		...(answers === null
			? { "204": { description: "Done" } }
			: {
					"200": {
						description: "OK",
						content: isMedia(answers)
							? { [answers.media]: {} }
							: { "application/json": { schema: answers } },
					},
				}),
		...(basis === "run"
			? {
					"202": {
						description: "The analysis is running; ask again",
						content: { "application/json": { schema: runningSchema } },
					},
				}
			: {}),
		...(basis === "nothing" ? {} : { "304": { description: "Not modified (If-None-Match)" } }),
		...(params || query || body ? { "400": refusal("request.invalid") } : {}),
		...(POLICIES[action] === "anyone" && !body ? {} : { "401": refusal("session.required") }),
		...(needsRole ? { "403": refusal("policy.forbidden") } : {}),
		...(missing ? { "404": refusal(missing) } : {}),
		...(basis === "nothing" ? {} : { "409": refusal("city.empty") }),
		...(body ? { "429": refusal("sign-in.too-many") } : {}),
	};
}
