// Where the matrix leads: a cell to the map with its unit and category, a name to the unit's page.
import { useCallback } from "react";
import { useLocation, useNavigate } from "react-router";
import type { UnitRow } from "../../../planning/wire/api.ts";
import { cameraOver } from "../../data/cameraOn.ts";
import type { CityView } from "../../data/cityView.ts";
import { useMapLink } from "../../data/useMapLink.ts";

interface OpenCell {
	onMap(unit: UnitRow, category: string, change?: Partial<CityView>): void;
	page(unit: UnitRow): void;
}

export function useOpenCell(): OpenCell {
	const navigate = useNavigate();
	const { search } = useLocation();
	const mapLink = useMapLink();
	const onMap = useCallback<OpenCell["onMap"]>(
		(unit, category, change = {}) => {
			const { kind, code } = unit;
			const view = { unit: { kind, code }, level: kind, category, limit: null, flagId: null };
			void navigate(mapLink({ ...view, ...change, camera: cameraOver(unit) }));
		},
		[navigate, mapLink],
	);
	const page = useCallback<OpenCell["page"]>(
		({ kind, code }) =>
			void navigate({ pathname: `/units/${kind}/${encodeURIComponent(code)}`, search }),
		[navigate, search],
	);
	return { onMap, page };
}
