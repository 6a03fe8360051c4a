// The view in the address bar, and the one way to change it.
import { useCallback, useMemo } from "react";
import { useLocation, useNavigate } from "react-router";
import { type CityView, changedView, readCityView, writeCityView } from "./cityView.ts";
import { markInput } from "./figures/timing.ts";

export type ChangeView = (change: Partial<CityView>, how?: { readonly replace?: boolean }) => void;

export function useCityView(): readonly [CityView, ChangeView] {
	const { search } = useLocation();
	const navigate = useNavigate();
	const view = useMemo(() => readCityView(new URLSearchParams(search)), [search]);
	const change = useCallback<ChangeView>(
		(change, how) => {
			// the address as it is now, not as it was at the last render: two changes in one tick add up
			const { pathname, search } = window.location;
			const params = new URLSearchParams(search);
			const next = writeCityView(changedView(readCityView(params), change), params).toString();
			if (next === params.toString()) return;
			// the map moves by itself too, and no figure follows it
			if (Object.keys(change).some((key) => key !== "camera")) markInput();
			void navigate({ pathname, search: next }, { replace: how?.replace ?? false });
		},
		[navigate],
	);
	return [view, change];
}
