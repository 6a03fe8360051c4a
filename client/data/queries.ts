// Every read of the screens: what is asked, under which key it is kept. Components only name them.
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { FeatureCollection, LineString, MultiPolygon, Polygon } from "geojson";
import type * as z from "zod";
import type { UnitTerritory } from "../../planning/coverage/unitTerritory.ts";
import type {
	CityInfo,
	Coverage,
	DivisionProperties,
	facilitiesSchema,
	flagsSchema,
	SearchResults,
	Session,
	Summary,
	UnitCard,
	unitsSchema,
	Welcome,
} from "../../planning/wire/api.ts";
import { getBytes, getJson } from "./http.ts";
import { readResidences, readTimes } from "./residenceColumns.ts";

export interface FigureKey {
	readonly category: string;
	readonly mode: "any" | "own";
	readonly profile: string;
}
/** One row of coverage as the server sends it. */
export type CoverageRow = Coverage["rows"][number];
export type Divisions = FeatureCollection<Polygon | MultiPolygon, DivisionProperties>;
export type Borders = FeatureCollection<
	LineString,
	{ level: string; bmu: boolean; circle: boolean }
>;

const pathOf = (path: string, query: Record<string, string>) =>
	`/api/${path}?${new URLSearchParams(query)}`;

export const welcomeQuery = queryOptions({
	queryKey: ["welcome"],
	queryFn: ({ signal }) => getJson<Welcome>("/api/welcome", signal),
});

export const sessionQuery = queryOptions({
	queryKey: ["session"],
	queryFn: ({ signal }) => getJson<Session>("/api/session", signal),
	staleTime: Number.POSITIVE_INFINITY,
});

export const cityQuery = queryOptions({
	queryKey: ["city"],
	queryFn: ({ signal }) => getJson<CityInfo>("/api/city", signal),
});

export const summaryQuery = (profile: string) =>
	queryOptions({
		queryKey: ["summary", profile],
		queryFn: ({ signal }) => getJson<Summary>(pathOf("summary", { profile }), signal),
		placeholderData: keepPreviousData,
	});

/** Rows of one level, or of the whole city (`all`). */
export const coverageQuery = (figure: FigureKey, level: string) =>
	queryOptions({
		queryKey: ["coverage", figure, level],
		queryFn: async ({ signal }) =>
			(await getJson<Coverage>(pathOf("coverage", { ...figure, level }), signal)).rows,
		placeholderData: keepPreviousData,
	});

export const unitsQuery = queryOptions({
	queryKey: ["units"],
	queryFn: async ({ signal }) =>
		(await getJson<z.infer<typeof unitsSchema>>("/api/units", signal)).units,
});

export const unitCardQuery = (kind: string, code: string, profile: string) =>
	queryOptions({
		queryKey: ["unit", kind, code, profile],
		queryFn: ({ signal }) =>
			getJson<UnitCard>(pathOf(`units/${kind}/${encodeURIComponent(code)}`, { profile }), signal),
	});

export const territoryQuery = (kind: string, code: string) =>
	queryOptions({
		queryKey: ["territory", kind, code],
		queryFn: ({ signal }) =>
			getJson<UnitTerritory>(`/api/units/${kind}/${encodeURIComponent(code)}/territory`, signal),
	});

export const facilitiesQuery = queryOptions({
	queryKey: ["facilities"],
	queryFn: async ({ signal }) =>
		(await getJson<z.infer<typeof facilitiesSchema>>("/api/facilities", signal)).facilities,
});

export const flagsQuery = (profile: string) =>
	queryOptions({
		queryKey: ["flags", profile],
		queryFn: async ({ signal }) =>
			(await getJson<z.infer<typeof flagsSchema>>(pathOf("flags", { profile }), signal)).flags,
		placeholderData: keepPreviousData,
	});

export const divisionsQuery = (level: string) =>
	queryOptions({
		queryKey: ["divisions", level],
		queryFn: ({ signal }) => getJson<Divisions>(`/api/divisions/${level}`, signal),
	});

export const bordersQuery = queryOptions({
	queryKey: ["borders"],
	queryFn: ({ signal }) => getJson<Borders>("/api/borders", signal),
});

export const residencesQuery = (profile: string) =>
	queryOptions({
		queryKey: ["residences", profile],
		queryFn: async ({ signal }) =>
			readResidences(await getBytes(pathOf("residences", { profile }), signal)),
		placeholderData: keepPreviousData,
	});

export const timesQuery = (figure: FigureKey) =>
	queryOptions({
		queryKey: ["times", figure],
		queryFn: async ({ signal }) =>
			readTimes(await getBytes(pathOf("times", { ...figure }), signal)),
		placeholderData: keepPreviousData,
	});

export const searchQuery = (q: string) =>
	queryOptions({
		queryKey: ["search", q],
		queryFn: async ({ signal }) =>
			(await getJson<SearchResults>(pathOf("search", { q }), signal)).results,
		enabled: q.length > 0,
		placeholderData: keepPreviousData,
	});
