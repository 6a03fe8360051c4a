// Drawing while the pointer is held: the border brush, and the ring of the lasso.
import { useCallback, useMemo, useRef, useState } from "react";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import type { PlanTable } from "../../../data/plan/PlanTable.ts";
import type { Pointed } from "../../../map/plan/PlanMap.ts";
import type { Sketch } from "../../../map/plan/PlanScene.ts";

export interface DragTool {
	readonly sketch: Sketch | null;
	readonly isDown: boolean;
	down(pointed: Pointed): void;
	move(pointed: Pointed): void;
	up(): void;
	cancel(): void;
}

/** Cells that the pointer crosses go to the unit in which the stroke begins, or to the one that is chosen. */
export function useBrush(table: PlanTable | null, to: string | null): DragTool {
	const [isDown, setDown] = useState(false);
	const last = useRef<LonLat | null>(null);
	const down = useCallback(
		({ at }: Pointed) => {
			table?.dismiss();
			table?.brush([at], { to });
			last.current = at;
			setDown(true);
		},
		[table, to],
	);
	const move = useCallback(
		({ at }: Pointed) => {
			if (last.current === null) return;
			table?.brush([last.current, at], null);
			last.current = at;
		},
		[table],
	);
	const end = useCallback(
		(isKept: boolean) => {
			if (last.current === null) return;
			last.current = null;
			table?.endBrush(isKept);
			setDown(false);
		},
		[table],
	);
	const up = useCallback(() => end(true), [end]);
	const cancel = useCallback(() => end(false), [end]);
	return { sketch: null, isDown, down, move, up, cancel };
}

/** Cells whose name stands in the ring are chosen. */
export function useLasso(
	table: PlanTable | null,
	onCells: (cells: readonly string[]) => void,
): DragTool {
	const [ring, setRing] = useState<readonly LonLat[]>([]);
	const latest = useRef<LonLat[]>([]);
	const down = useCallback(({ at }: Pointed) => {
		latest.current = [at];
		setRing(latest.current);
	}, []);
	const move = useCallback(({ at }: Pointed) => {
		if (latest.current.length === 0) return;
		latest.current = [...latest.current, at];
		setRing(latest.current);
	}, []);
	const cancel = useCallback(() => {
		latest.current = [];
		setRing([]);
	}, []);
	const up = useCallback(() => {
		const drawn = latest.current;
		cancel();
		if (drawn.length > 2) void table?.lasso(drawn).then(onCells);
	}, [table, onCells, cancel]);
	const sketch = useMemo((): Sketch | null => {
		const [first] = ring;
		return first === undefined
			? null
			: { kind: "lasso", line: [...ring, first], corners: [], next: [], snappedTo: null };
	}, [ring]);
	return { sketch, isDown: ring.length > 0, down, move, up, cancel };
}
