// Views that people keep: to open again, to present one after another, to give to others by a link.
import * as z from "zod";
import {
	changeViewSchema,
	keepViewSchema,
	orderViewsSchema,
	savedViewSchema,
	savedViewsSchema,
} from "../../planning/wire/savedViews.ts";
import { changeView } from "../commands/savedViews/changeView.ts";
import { keepView } from "../commands/savedViews/keepView.ts";
import { orderViews } from "../commands/savedViews/orderViews.ts";
import { removeView } from "../commands/savedViews/removeView.ts";
import { route } from "../http/Route.ts";
import { viewFor, viewsFor } from "../queries/savedViews.ts";

const idSchema = z.object({ id: z.coerce.number().int().positive().max(2_147_483_647) });

export const getViews = route({
	method: "get",
	path: "/api/views",
	summary: "Saved views: one's own in their order, then those that others share",
	action: "views.read",
	basis: "nothing",
	answers: savedViewsSchema,
	answer: async ({ db, accountId }) => ({ views: await viewsFor(db, signedIn(accountId)) }),
});

export const getView = route({
	method: "get",
	path: "/api/views/:id",
	summary: "A saved view, as a link names it",
	action: "views.read",
	basis: "nothing",
	params: idSchema,
	answers: savedViewSchema,
	missing: "view.missing",
	answer: ({ db, accountId, params }) => viewFor(db, signedIn(accountId), params.id),
});

export const postView = route({
	method: "post",
	path: "/api/views",
	summary: "Keep a view",
	action: "views.keep",
	basis: "nothing",
	body: keepViewSchema,
	answers: savedViewSchema,
	answer: async ({ db, accountId, body }) => {
		const owner = signedIn(accountId);
		return viewFor(db, owner, await keepView(db, owner, body));
	},
});

export const putView = route({
	method: "put",
	path: "/api/views/:id",
	summary: "Change a view of one's own; what is left out stays",
	action: "views.keep",
	basis: "nothing",
	params: idSchema,
	body: changeViewSchema,
	answers: savedViewSchema,
	missing: "view.missing",
	answer: async ({ db, accountId, params: { id }, body }) => {
		const owner = signedIn(accountId);
		await changeView(db, owner, { ...body, id });
		return viewFor(db, owner, id);
	},
});

export const postViewOrder = route({
	method: "post",
	path: "/api/views/order",
	summary: "The order in which one's own views are presented",
	action: "views.keep",
	basis: "nothing",
	body: orderViewsSchema,
	answers: savedViewsSchema,
	missing: "view.missing",
	answer: async ({ db, accountId, body }) => {
		const owner = signedIn(accountId);
		await orderViews(db, owner, body.ids);
		return { views: await viewsFor(db, owner) };
	},
});

export const deleteView = route({
	method: "delete",
	path: "/api/views/:id",
	summary: "Remove a view of one's own; links to it then say that it is gone",
	action: "views.keep",
	basis: "nothing",
	params: idSchema,
	answers: null,
	missing: "view.missing",
	answer: async ({ db, accountId, params }) =>
		void (await removeView(db, signedIn(accountId), params.id)),
});

function signedIn(accountId: number | null): number {
	if (accountId === null) throw new Error("Views were asked for without an account.");
	return accountId;
}
