import * as z from "zod";
import { openApiDocument } from "../http/openApi.ts";
import { type Route, route } from "../http/Route.ts";

/** The contract of the routes given, and of itself. */
export function contractRoute(routes: readonly Route[]): Route {
	const getContract: Route = route({
		method: "get",
		path: "/api/openapi.json",
		summary: "This contract, as OpenAPI 3.1",
		action: "contract.read",
		basis: "nothing",
		answers: z.looseObject({ openapi: z.string() }),
		answer: async () => ({ ...openApiDocument([getContract, ...routes]) }),
	});
	return getContract;
}
