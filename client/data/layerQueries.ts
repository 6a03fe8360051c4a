// What the screens of committed layers read: the list, the history of one, a version, its records.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type * as z from "zod";
import type {
	layersSchema,
	recordsSchema,
	VersionDetail,
	versionsSchema,
} from "../../planning/wire/layers.ts";
import { getJson } from "./http.ts";

export interface LayerKey {
	readonly kind: string;
	/** Level, category, or "". */
	readonly scope: string;
}
export type LayerRecord = z.infer<typeof recordsSchema>["records"][number];

export const layersQuery = queryOptions({
	queryKey: ["layers"],
	queryFn: async ({ signal }) =>
		(await getJson<z.infer<typeof layersSchema>>("/api/layers", signal)).layers,
	staleTime: 0,
});

export const versionsQuery = ({ kind, scope }: LayerKey) =>
	queryOptions({
		queryKey: ["layers", kind, scope, "versions"],
		queryFn: async ({ signal }) =>
			(
				await getJson<z.infer<typeof versionsSchema>>(
					`/api/layers/${kind}/versions?${new URLSearchParams({ scope })}`,
					signal,
				)
			).versions,
		staleTime: 0,
	});

export const versionQuery = (id: number) =>
	queryOptions({
		queryKey: ["layers", "version", id],
		queryFn: ({ signal }) => getJson<VersionDetail>(`/api/versions/${id}`, signal),
	});

export const recordsQuery = ({ kind, scope }: LayerKey, q: string) =>
	queryOptions({
		queryKey: ["layers", kind, scope, "records", q],
		queryFn: ({ signal }) =>
			getJson<z.infer<typeof recordsSchema>>(
				`/api/layers/${kind}/records?${new URLSearchParams({ scope, q })}`,
				signal,
			),
		placeholderData: keepPreviousData,
		staleTime: 0,
	});
