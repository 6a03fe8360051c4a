import { sessionSchema, signInSchema } from "../../planning/wire/api.ts";
import { beginSession } from "../commands/beginSession.ts";
import { route } from "../http/Route.ts";
import { requireAccount } from "../policies.ts";

export const getSession = route({
	method: "get",
	path: "/api/session",
	summary: "Who is signed in, with which roles",
	action: "session.read",
	basis: "nothing",
	answers: sessionSchema,
	answer: async ({ account }) => ({ account: requireAccount(account) }),
});

export const postSession = route({
	method: "post",
	path: "/api/session",
	summary: "Sign in; failed attempts are limited",
	action: "session.begin",
	basis: "nothing",
	body: signInSchema,
	answers: sessionSchema,
	isThrottled: true,
	answer: async ({ db, body, session }) => ({ account: await beginSession(db, body, session) }),
});

export const deleteSession = route({
	method: "delete",
	path: "/api/session",
	summary: "Sign out",
	action: "session.end",
	basis: "nothing",
	answers: null,
	answer: async ({ session }) => void (await session.end()),
});
