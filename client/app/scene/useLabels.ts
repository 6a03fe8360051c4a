// Names of units, and the figure beneath each: names stay while figures change.
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { UnitKind } from "../../../planning/city/records.ts";
import { useBasis } from "../../data/basis.ts";
import { useFigures } from "../../data/figures/FiguresContext.tsx";
import { formatPct } from "../../data/formats.ts";
import { unitsQuery } from "../../data/queries.ts";
import { zoomsWithRoom } from "../../map/labelRoom.ts";
import type { UnitLabels, UnitName } from "../../map/MapScene.ts";

export function useLabels(level: UnitKind): UnitLabels {
	const { t } = useTranslation();
	const { rows, denominator } = useFigures();
	const names = useNames(level);
	return useMemo(() => {
		const shares = new Map((rows ?? []).map(({ code, pct }) => [code, pct]));
		const figureOf = (code: string) => {
			const pct = shares.get(code);
			if (pct === undefined) return "";
			if (pct === null) return t("legend.noData");
			if (denominator === "units") return t(pct > 0 ? "legend.has" : "legend.hasNone");
			return `${formatPct(pct)}%`;
		};
		return { names, figureOf };
	}, [names, rows, denominator, t]);
}

function useNames(level: UnitKind): readonly UnitName[] {
	const { data: units } = useQuery(unitsQuery(useBasis().snapshot));
	return useMemo(() => {
		const named = (units ?? [])
			.filter(({ kind }) => kind === level)
			.map(({ code, name, labelLon, labelLat, residents }) => ({
				code,
				name: shortName(name),
				lon: labelLon,
				lat: labelLat,
				weight: residents,
			}));
		const zooms = zoomsWithRoom(named);
		return named.map((name, i) => ({ ...name, fromZoom: zooms[i] ?? 0 }));
	}, [units, level]);
}

/** On the map a committee goes by its own name, without what every committee is called. */
function shortName(name: string): string {
	return name.replace(/(?<=..)(?:社区)?(?:居民委员会|居委会|村民委员会|村委会)$/, "");
}
