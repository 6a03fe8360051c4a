// Keys of the map: next and previous unit, end of a measurement, and the way back step by step.
import { useQuery } from "@tanstack/react-query";
import { useBasis } from "../data/basis.ts";
import { unitsQuery } from "../data/queries.ts";
import { markSpot } from "../data/spotStore.ts";
import { useCityView } from "../data/useCityView.ts";
import { useSelectUnit } from "../data/useSelectUnit.ts";
import { useKeys } from "./useKeys.ts";
import type { MeasureTool } from "./useMeasure.ts";

export function MapKeys({ tool }: { tool: MeasureTool }): null {
	const [view, change] = useCityView();
	const selectUnit = useSelectUnit(change);
	const { data: units = [] } = useQuery(unitsQuery(useBasis().snapshot));
	const step = (by: number) => {
		const level = units.filter(({ kind }) => kind === view.level);
		const now = level.findIndex(({ code }) => code === view.unit?.code);
		const next = level[(Math.max(now, by < 0 ? 0 : -1) + by + level.length) % level.length];
		if (next !== undefined) selectUnit({ kind: next.kind, code: next.code });
	};
	const leave = () => {
		if (tool.measure !== null) tool.stop();
		else if (view.home !== null) change({ home: null });
		else if (view.panel !== "overview" || view.flagId !== null)
			change({ panel: "overview", flagId: null });
		else change({ unit: null });
		markSpot(null);
	};
	useKeys({ "[": () => step(-1), "]": () => step(1), Escape: leave, Enter: tool.finish });
	return null;
}
