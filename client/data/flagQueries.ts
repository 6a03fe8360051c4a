// Reads of findings: pages of a list, and the one that the address names.
import {
	infiniteQueryOptions,
	keepPreviousData,
	queryOptions,
	useQuery,
} from "@tanstack/react-query";
import type { FlagBody } from "../../planning/wire/api.ts";
import type { FlagPage, FlagQuery } from "../../planning/wire/flagPages.ts";
import { useBasis } from "./basis.ts";
import { getJson } from "./http.ts";
import { type Basis, pathOf } from "./queries.ts";

/** What a list shows; what is left out or undefined is not asked for. */
export type FlagFilter = {
	readonly [key in "flag" | "category" | "unit" | "lever" | "q"]?: FlagQuery[key];
};

const PAGE_SIZE = 200;
const FIRST = null;

/** The pages read so far; ask for the next one when the end comes near. */
export const flagPagesQuery = (basis: Basis, filter: FlagFilter = {}, limit = PAGE_SIZE) =>
	infiniteQueryOptions({
		queryKey: ["flags", basis, filter, limit],
		queryFn: ({ pageParam: after, signal }) =>
			getJson<FlagPage>(
				pathOf("flags", { ...basis, ...wordsOf(filter), limit: String(limit), after }),
				signal,
			),
		initialPageParam: FIRST as string | null,
		getNextPageParam: ({ next }) => next,
		placeholderData: keepPreviousData,
	});

/** One finding with its residences and its place. */
export const flagQuery = (id: string, basis: Basis) =>
	queryOptions({
		queryKey: ["flag", id, basis],
		queryFn: ({ signal }) =>
			getJson<FlagBody>(pathOf(`flags/${encodeURIComponent(id)}`, { ...basis }), signal),
	});

/** The finding that the address names; without one, nothing is asked. */
export function useOpenFlag(flagId: string | null) {
	return useQuery({ ...flagQuery(flagId ?? "", useBasis()), enabled: flagId !== null });
}

function wordsOf(filter: FlagFilter): Record<string, string | null> {
	return Object.fromEntries(Object.entries(filter).map(([key, value]) => [key, value ?? null]));
}
