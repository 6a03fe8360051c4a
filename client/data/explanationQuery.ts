// Why one residence is served or not, as the server explains it.
import { queryOptions } from "@tanstack/react-query";
import type { Explanation } from "../../planning/coverage/explanation.ts";
import { getJson } from "./http.ts";
import { type FigureKey, pathOf } from "./queries.ts";

export const explanationQuery = (id: string, figure: FigureKey) =>
	queryOptions({
		queryKey: ["explanation", id, figure],
		queryFn: ({ signal }) =>
			getJson<Explanation>(
				pathOf(`residences/${encodeURIComponent(id)}/explain`, { ...figure }),
				signal,
			),
	});
