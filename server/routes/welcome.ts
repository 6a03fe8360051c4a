import { welcomeSchema } from "../../planning/wire/api.ts";
import { route } from "../http/Route.ts";
import { readWelcome } from "../queries/readWelcome.ts";

export const getWelcome = route({
	method: "get",
	path: "/api/welcome",
	summary: "What the sign-in page shows",
	action: "welcome.read",
	basis: "nothing",
	answers: welcomeSchema,
	answer: ({ db }) => readWelcome(db),
});
