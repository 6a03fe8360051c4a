// The map beneath the map: what is set, the style it names, and setting another.
import { queryOptions, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { StyleSpecification } from "maplibre-gl";
import { useMemo } from "react";
import type { Background, SetBackground } from "../../planning/wire/background.ts";
import { type BackgroundPart, backgroundLayers } from "../map/backgroundStyle.ts";
import type { Theme } from "../map/palette.ts";
import { getJson, sendJson } from "./http.ts";

const KEY = ["background"];

/** Null for none. */
export const backgroundQuery = queryOptions({
	queryKey: KEY,
	queryFn: ({ signal }) => getJson<Background | null>("/api/background", signal),
	staleTime: Number.POSITIVE_INFINITY,
});

/** A style lies on another host, which is asked without our cookies. */
const styleQuery = (url: string) =>
	queryOptions({
		queryKey: ["background-style", url],
		queryFn: async ({ signal }) => {
			const response = await fetch(url, { signal, credentials: "omit" });
			if (!response.ok) throw new Error(`The style of the background answered ${response.status}.`);
			return (await response.json()) as StyleSpecification;
		},
		staleTime: Number.POSITIVE_INFINITY,
	});

/** Sources and layers to draw beneath the map; none until they are known, and none when they cannot be had. */
export function useBackgroundPart(theme: Theme): BackgroundPart {
	const { data: background = null } = useQuery(backgroundQuery);
	const url = background?.kind === "style" ? background.url : "";
	const { data: style = null } = useQuery({ ...styleQuery(url), enabled: url !== "" });
	return useMemo(
		() => backgroundLayers(background, theme, { origin: window.location.origin, style }),
		[background, theme, style],
	);
}

/** A page may ask other hosts only as it was told when it was loaded: a background on one of them loads it anew. */
export function useSetBackground() {
	const queries = useQueryClient();
	return useMutation({
		mutationFn: (wanted: SetBackground) =>
			sendJson<Background | null>("/api/background", wanted, "PUT"),
		onSuccess: (background) => {
			if (background?.kind === "tianditu" || background?.kind === "style") window.location.reload();
			else queries.setQueryData(KEY, background);
		},
	});
}
