// Plans that the server keeps: the list, one of them, its revisions, and the changes to them.
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import type * as z from "zod";
import type {
	ChangePlan,
	CreatePlan,
	KeptPlan,
	PlanRevision,
	PlanSummary,
	planListSchema,
	RebasedPlan,
	RevisionContent,
	SavePlan,
} from "../../../planning/wire/plansApi.ts";
import { getJson, send, sendJson } from "../http.ts";

const KEY = ["plans"];

export const plansQuery = queryOptions({
	queryKey: KEY,
	queryFn: async ({ signal }) =>
		(await getJson<z.infer<typeof planListSchema>>("/api/plans", signal)).plans,
	refetchOnMount: "always",
});

/** Read anew whenever a plan is opened: a colleague may have saved it since. */
export const planQuery = (id: number) =>
	queryOptions({
		queryKey: ["plan", id],
		queryFn: ({ signal }) => getJson<KeptPlan>(`/api/plans/${id}`, signal),
		gcTime: 0,
		staleTime: Number.POSITIVE_INFINITY,
		refetchOnMount: "always",
	});

export function readPlan(id: number): Promise<KeptPlan> {
	return getJson<KeptPlan>(`/api/plans/${id}`);
}

export function readRevision(id: number, revision: number): Promise<RevisionContent> {
	return getJson<RevisionContent>(`/api/plans/${id}/revisions/${revision}`);
}

export function savePlan(id: number, plan: SavePlan): Promise<PlanRevision> {
	return sendJson<PlanRevision>(`/api/plans/${id}`, plan, "PUT");
}

export function useCreatePlan() {
	return usePlanAct((plan: CreatePlan) => sendJson<KeptPlan>("/api/plans", plan));
}

export function useCopyPlan() {
	return usePlanAct(({ id, title }: { readonly id: number; readonly title: string }) =>
		sendJson<KeptPlan>(`/api/plans/${id}/copy`, { title }),
	);
}

export function useRebasePlan() {
	return usePlanAct(({ id, title }: { readonly id: number; readonly title: string }) =>
		sendJson<RebasedPlan>(`/api/plans/${id}/rebase`, { title }),
	);
}

export function useChangePlan() {
	return usePlanAct(({ id, ...change }: ChangePlan & { readonly id: number }) =>
		sendJson<PlanSummary>(`/api/plans/${id}/details`, change, "PUT"),
	);
}

export function useRemovePlan() {
	return usePlanAct((id: number) => send("DELETE", `/api/plans/${id}`));
}

/** A change after which the list is read again. */
function usePlanAct<Asked, Answer>(act: (asked: Asked) => Promise<Answer>) {
	const queries = useQueryClient();
	return useMutation({
		mutationFn: act,
		onSuccess: () => queries.invalidateQueries({ queryKey: KEY }),
	});
}
