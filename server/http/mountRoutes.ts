// The stations of every route: who is it → may they → what do they ask → within their scope → on which basis → answer.
import express, { type Express, type Request, type RequestHandler, type Response } from "express";
import type { Knex } from "knex";
import type { PreparedBody } from "../packedBody.ts";
import { authorise, authoriseUnit } from "../policies.ts";
import { accountById } from "../queries/accountById.ts";
import { forgetMoments } from "../queries/momentary.ts";
import { PackedAnswers } from "./packedAnswers.ts";
import { parseInput } from "./parseInput.ts";
import { isMedia, type Route, type ServerWork } from "./Route.ts";
import { type BasisResolver, isRunning } from "./resolveBasis.ts";
import { answerTag, bytesOfAnswer, sendAnswer } from "./sendAnswer.ts";
import { sendPacked, sendPrepared } from "./sendPrepared.ts";
import { sessionDoor } from "./sessions.ts";

export interface MountOptions {
	readonly db: Knex;
	readonly resolveBasis: BasisResolver;
	readonly throttles: readonly RequestHandler[];
	readonly work: ServerWork;
}

export function mountRoutes(app: Express, routes: readonly Route[], options: MountOptions): void {
	const kept = new PackedAnswers();
	const usual = express.json({ limit: BODY_LIMIT });
	for (const route of routes) {
		const first = [
			...(route.bodyLimit === undefined ? [usual] : []),
			...(route.isThrottled ? options.throttles : []),
		];
		app[route.method](route.path, ...first, (request, response) =>
			serve(route, { request, response, kept }, options),
		);
	}
}

const BODY_LIMIT = "100kb";

interface Exchange {
	readonly request: Request;
	readonly response: Response;
	readonly kept: PackedAnswers;
}

async function serve(
	route: Route,
	{ request, response, kept }: Exchange,
	{ db, resolveBasis, work }: MountOptions,
): Promise<void> {
	if (route.method !== "get") {
		forgetMoments(db);
		response.once("finish", () => forgetMoments(db));
	}
	const { accountId } = request.session;
	const account = accountId === undefined ? null : await accountById(db, accountId);
	authorise(route.action, account);
	if (route.bodyLimit !== undefined) await readLongBody(route.bodyLimit, request, response);
	const input = parseInput(route, request);
	const basis = await resolveBasis(route, input.query);
	const call = {
		db,
		account,
		accountId: accountId ?? null,
		session: sessionDoor(request, response),
		work,
		bytes: request,
		...input,
		...basis,
	} as Parameters<Route["answer"]>[0];
	if (route.lineage) authoriseUnit(route.action, account, await route.lineage(call));
	if (isRunning(basis)) {
		response.status(202).set("Cache-Control", "no-store").json(basis.running);
		return;
	}
	if (isMedia(route.answers) && route.answers.isPrepared) {
		const body = (await route.answer(call)) as unknown as PreparedBody;
		sendPrepared(route.answers.media, body, request, response);
		return;
	}
	const tag = answerTag(route, input, basis);
	response.set("Cache-Control", tag === null ? "no-store" : "private, no-cache");
	if (tag !== null) response.set("ETag", tag);
	if (tag !== null && request.fresh) {
		response.status(304).end();
		return;
	}
	const form = tag === null ? null : bytesOfAnswer(route.answers);
	if (tag === null || form === null) {
		sendAnswer(route.answers, await route.answer(call), response);
		return;
	}
	const body = await kept.of(tag, async () => form.bytes(await route.answer(call)));
	sendPacked(form.media, body, request, response);
}

function readLongBody(limit: string, request: Request, response: Response): Promise<void> {
	const parser = express.json({ limit });
	return new Promise((resolve, reject) => {
		parser(request, response, (error?: unknown) => (error ? reject(error) : resolve()));
	});
}
