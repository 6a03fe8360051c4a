// Measuring: a click adds a point, Enter or a double click ends, Esc throws away.
import { useCallback, useState } from "react";
import type { LonLat } from "../../planning/geo/LonLat.ts";
import type { Measure } from "../map/MapScene.ts";

export interface MeasureTool {
	readonly measure: Measure | null;
	readonly isDrawing: boolean;
	start(kind: Measure["kind"]): void;
	stop(): void;
	finish(): void;
	/** True when the tool took the click. */
	addPoint(at: LonLat): boolean;
}

export function useMeasure(): MeasureTool {
	const [measure, setMeasure] = useState<Measure | null>(null);
	const [isDrawing, setDrawing] = useState(false);
	const start = useCallback((kind: Measure["kind"]) => {
		setMeasure({ kind, points: [] });
		setDrawing(true);
	}, []);
	const stop = useCallback(() => {
		setMeasure(null);
		setDrawing(false);
	}, []);
	const addPoint = (at: LonLat) => {
		if (!isDrawing || measure === null) return false;
		const last = measure.points.at(-1);
		const isRepeated = last !== undefined && last[0] === at[0] && last[1] === at[1];
		if (!isRepeated) setMeasure({ ...measure, points: [...measure.points, at] });
		return true;
	};
	return { measure, isDrawing, start, stop, finish: () => setDrawing(false), addPoint };
}
