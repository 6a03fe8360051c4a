// Views that people kept: one's own in the order they are presented, those that others share, and the changes to them.
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type * as z from "zod";
import type {
	ChangeView,
	KeepView,
	SavedView,
	savedViewsSchema,
} from "../../planning/wire/savedViews.ts";
import { getJson, send, sendJson } from "./http.ts";

type SavedViews = z.infer<typeof savedViewsSchema>;
const KEY = ["views"];

export const savedViewsQuery = queryOptions({
	queryKey: KEY,
	queryFn: async ({ signal }) => (await getJson<SavedViews>("/api/views", signal)).views,
});

/** Read anew whenever a link is opened: it may have been taken away since. */
export const savedViewQuery = (id: string) =>
	queryOptions({
		queryKey: ["view", id],
		queryFn: ({ signal }) => getJson<SavedView>(`/api/views/${encodeURIComponent(id)}`, signal),
		gcTime: 0,
	});

export function useKeepView() {
	return useViewAct((view: KeepView) => sendJson<SavedView>("/api/views", view));
}

export function useChangeView() {
	return useViewAct(({ id, ...change }: ChangeView & { readonly id: number }) =>
		sendJson<SavedView>(`/api/views/${id}`, change, "PUT"),
	);
}

export function useRemoveView() {
	return useViewAct((id: number) => send("DELETE", `/api/views/${id}`));
}

/** A change after which the list is read again; it is done when the list is. */
function useViewAct<Asked, Answer>(act: (asked: Asked) => Promise<Answer>) {
	const queries = useQueryClient();
	return useMutation({
		mutationFn: act,
		onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
	});
}
