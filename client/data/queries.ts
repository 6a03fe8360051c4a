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
	SearchResults,
	Session,
	Summary,
	UnitCard,
	unitsSchema,
	Welcome,
} from "../../planning/wire/api.ts";
import type { Cells, History, Matrix, Snapshots } from "../../planning/wire/figuresApi.ts";
import { getBytes, getJson } from "./http.ts";
import { readComposite, readResidences, readTimes } from "./residenceColumns.ts";

/** What an answer stands on: a snapshot (null: the current one) and who walks. */
export interface Basis {
	readonly snapshot: string | null;
	readonly profile: string;
}
export interface FigureKey extends Basis {
	readonly category: string;
	readonly mode: "any" | "own";
}
/** One row of coverage as the server sends it. */
export type CoverageRow = Coverage["rows"][number];
export type Divisions = FeatureCollection<Polygon | MultiPolygon, DivisionProperties>;
export type Borders = FeatureCollection<
	LineString,
	{ level: string; bmu: boolean; circle: boolean }
>;

/** What the first figures and the first map do without: it follows them over the wire. */
const LATER = "low";

/** An address of the server; what is null is not asked. */
export function pathOf(path: string, query: Readonly<Record<string, string | null>>): string {
	const asked = Object.entries(query).filter(
		(entry): entry is [string, string] => entry[1] !== null,
	);
	return `/api/${path}?${new URLSearchParams(asked)}`;
}

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

export const snapshotsQuery = (profile: string) =>
	queryOptions({
		queryKey: ["snapshots", profile],
		queryFn: async ({ signal }) =>
			(await getJson<Snapshots>(pathOf("snapshots", { profile }), signal)).snapshots,
	});

export const summaryQuery = (basis: Basis) =>
	queryOptions({
		queryKey: ["summary", basis],
		queryFn: ({ signal }) => getJson<Summary>(pathOf("summary", { ...basis }), signal),
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

export const unitsQuery = (snapshot: string | null) =>
	queryOptions({
		queryKey: ["units", snapshot],
		queryFn: async ({ signal }) =>
			(await getJson<z.infer<typeof unitsSchema>>(pathOf("units", { snapshot }), signal)).units,
		placeholderData: keepPreviousData,
	});

/** Which unit of each level every cell belongs to. */
export const cellsQuery = (snapshot: string | null) =>
	queryOptions({
		queryKey: ["cells", snapshot],
		queryFn: ({ signal }) => getJson<Cells>(pathOf("cells", { snapshot }), signal, LATER),
	});

export const unitCardQuery = (kind: string, code: string, basis: Basis) =>
	queryOptions({
		queryKey: ["unit", kind, code, basis],
		queryFn: ({ signal }) =>
			getJson<UnitCard>(pathOf(`units/${kind}/${encodeURIComponent(code)}`, { ...basis }), signal),
	});

export const territoryQuery = (kind: string, code: string, snapshot: string | null) =>
	queryOptions({
		queryKey: ["territory", kind, code, snapshot],
		queryFn: ({ signal }) =>
			getJson<UnitTerritory>(
				pathOf(`units/${kind}/${encodeURIComponent(code)}/territory`, { snapshot }),
				signal,
			),
	});

export const facilitiesQuery = (snapshot: string | null) =>
	queryOptions({
		queryKey: ["facilities", snapshot],
		queryFn: async ({ signal }) =>
			(
				await getJson<z.infer<typeof facilitiesSchema>>(
					pathOf("facilities", { snapshot }),
					signal,
					LATER,
				)
			).facilities,
		placeholderData: keepPreviousData,
	});

export const divisionsQuery = (level: string, snapshot: string | null) =>
	queryOptions({
		queryKey: ["divisions", level, snapshot],
		queryFn: ({ signal }) => getJson<Divisions>(pathOf(`divisions/${level}`, { snapshot }), signal),
	});

export const bordersQuery = (snapshot: string | null) =>
	queryOptions({
		queryKey: ["borders", snapshot],
		queryFn: ({ signal }) => getJson<Borders>(pathOf("borders", { snapshot }), signal),
		placeholderData: keepPreviousData,
	});

export const residencesQuery = ({ profile, snapshot }: Basis) =>
	queryOptions({
		queryKey: ["residences", profile, snapshot],
		queryFn: async ({ signal }) =>
			readResidences(await getBytes(pathOf("residences", { profile, snapshot }), signal, LATER)),
		placeholderData: keepPreviousData,
		staleTime: Number.POSITIVE_INFINITY,
	});

/** Walks to every part of the composite. */
export const compositeQuery = ({ profile, snapshot }: Basis) =>
	queryOptions({
		queryKey: ["composite", profile, snapshot],
		queryFn: async ({ signal }) =>
			readComposite(await getBytes(pathOf("composite", { profile, snapshot }), signal, LATER)),
		placeholderData: keepPreviousData,
		staleTime: Number.POSITIVE_INFINITY,
	});

/** Shares over the last versions, for the small lines. */
export const historyQuery = (figure: FigureKey, level: string) =>
	queryOptions({
		queryKey: ["history", figure, level],
		queryFn: ({ signal }) =>
			getJson<History>(pathOf("history", { ...figure, level }), signal, LATER),
		placeholderData: keepPreviousData,
	});

/** Every category of every unit of a level. */
export const matrixQuery = (basis: Basis, mode: "any" | "own", level: string) =>
	queryOptions({
		queryKey: ["matrix", basis, mode, level],
		queryFn: ({ signal }) => getJson<Matrix>(pathOf("matrix", { ...basis, mode, level }), signal),
		placeholderData: keepPreviousData,
	});

export const timesQuery = (figure: FigureKey) =>
	queryOptions({
		queryKey: ["times", figure],
		queryFn: async ({ signal }) =>
			readTimes(await getBytes(pathOf("times", { ...figure }), signal, LATER)),
		placeholderData: keepPreviousData,
		staleTime: Number.POSITIVE_INFINITY,
	});

export const searchQuery = (q: string) =>
	queryOptions({
		queryKey: ["search", q],
		queryFn: async ({ signal }) =>
			(await getJson<SearchResults>(pathOf("search", { q }), signal)).results,
		enabled: q.length > 0,
		placeholderData: keepPreviousData,
	});
