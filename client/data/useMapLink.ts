// A link to the map with the view as it is, but for what is told: from pages that have no map of their own.
import { useCallback } from "react";
import { useLocation } from "react-router";
import { type CityView, readCityView, writeCityView } from "./cityView.ts";

export function useMapLink(): (change: Partial<CityView>) => string {
	const { search } = useLocation();
	return useCallback((change) => mapLink(search, change), [search]);
}

/** Pure: the address of the map for a view's query and what is different. */
export function mapLink(search: string, change: Partial<CityView>): string {
	const params = new URLSearchParams(search);
	const next = writeCityView({ ...readCityView(params), camera: null, ...change }, params);
	return next.size === 0 ? "/" : `/?${next}`;
}
