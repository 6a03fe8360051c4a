// What the screens of handing in read: uploads, their issues, shapes and comparison. Polled only while work is going on.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Feature, FeatureCollection } from "geojson";
import type * as z from "zod";
import type {
	Comparison,
	issuesSchema,
	shapePropertiesSchema,
} from "../../planning/wire/checking.ts";
import type { Upload, uploadListSchema } from "../../planning/wire/uploads.ts";
import { getJson } from "./http.ts";

const POLL_MS = 700;
const LIST_POLL_MS = 3_000;

export type ShapeProperties = z.infer<typeof shapePropertiesSchema>;
export type ShapeFeature = Feature<GeoJSON.Geometry | null, ShapeProperties>;
export type ShapeCollection = FeatureCollection<GeoJSON.Geometry, ShapeProperties>;

/** What an upload's answers rest on: another revision is another key, the last answer stays meanwhile. */
export type Revision = string;

export function revisionOf({ state, updatedAt, report, steps, work }: Upload): Revision {
	const stage = work === null ? "" : work.stage;
	return [state, updatedAt, report?.checkedAt ?? "", steps.length, stage].join(" ");
}

export const uploadsQuery = queryOptions({
	queryKey: ["uploads"],
	queryFn: async ({ signal }) =>
		(await getJson<z.infer<typeof uploadListSchema>>("/api/uploads", signal)).uploads,
	staleTime: 0,
	refetchInterval: ({ state: { data } }) =>
		data?.some(({ work }) => work !== null) ? LIST_POLL_MS : false,
});

export const uploadKey = (id: number) => ["upload", id] as const;

export const uploadQuery = (id: number) =>
	queryOptions({
		queryKey: uploadKey(id),
		queryFn: ({ signal }) => getJson<Upload>(`/api/uploads/${id}`, signal),
		staleTime: 0,
		refetchInterval: ({ state: { data } }) =>
			data !== undefined && data.work !== null ? POLL_MS : false,
	});

export const issuesQuery = (id: number, revision: Revision) =>
	queryOptions({
		queryKey: ["upload", id, "issues", revision],
		queryFn: async ({ signal }) =>
			(await getJson<z.infer<typeof issuesSchema>>(`/api/uploads/${id}/issues`, signal)).issues,
		placeholderData: keepPreviousData,
	});

export const shapesQuery = (id: number, revision: Revision) =>
	queryOptions({
		queryKey: ["upload", id, "shapes", revision],
		queryFn: ({ signal }) => getJson<ShapeCollection>(`/api/uploads/${id}/shapes`, signal),
		placeholderData: keepPreviousData,
	});

export const comparisonQuery = (id: number, revision: Revision) =>
	queryOptions({
		queryKey: ["upload", id, "comparison", revision],
		queryFn: ({ signal }) => getJson<Comparison>(`/api/uploads/${id}/comparison`, signal),
		placeholderData: keepPreviousData,
	});
