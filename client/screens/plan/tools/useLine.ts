// A line drawn corner by corner, each where it snaps to; between two corners on streets it follows them.
import { useCallback, useMemo, useRef, useState } from "react";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import type { PlanTable } from "../../../data/plan/PlanTable.ts";
import type { Snapped } from "../../../data/plan/planMessages.ts";
import type { Pointed } from "../../../map/plan/PlanMap.ts";
import type { Sketch } from "../../../map/plan/PlanScene.ts";

/** How far a point jumps, in pixels. */
const SNAP_PX = 12;
const MOST_REACH_M = 60;

interface Drawn {
	readonly line: readonly LonLat[];
	readonly corners: readonly LonLat[];
	/** Length of the line at each corner, for taking the last one back. */
	readonly ends: readonly number[];
	readonly next: Snapped | null;
}
const NOTHING: Drawn = { line: [], corners: [], ends: [], next: null };

export interface LineTool {
	readonly sketch: Sketch | null;
	readonly line: readonly LonLat[];
	move(pointed: Pointed): void;
	/** Set a corner; resolves to the line so far. */
	put(pointed: Pointed): Promise<readonly LonLat[]>;
	/** Take the last corner back. */
	takeBack(): void;
	clear(): void;
}

export function useLine(table: PlanTable | null, kind: Sketch["kind"] | null): LineTool {
	const [drawn, setDrawn] = useState(NOTHING);
	const latest = useRef(NOTHING);
	/** Of answers on their way only the last one asked for counts. */
	const asked = useRef(0);
	const keep = useCallback((next: Drawn) => {
		latest.current = next;
		setDrawn(next);
	}, []);
	const snapped = useCallback(
		async ({ at, metresPerPx, isFree }: Pointed) => {
			const before = latest.current.line.at(-1) ?? null;
			const reachM = Math.min(MOST_REACH_M, SNAP_PX * metresPerPx);
			const isBorder = kind === "redraw";
			return (await table?.snap(at, { before, reachM, isFree, isBorder })) ?? null;
		},
		[table, kind],
	);
	const move = useCallback(
		async (pointed: Pointed) => {
			if (kind === null) return;
			const number = ++asked.current;
			const next = await snapped(pointed).catch(() => null);
			if (number === asked.current) keep({ ...latest.current, next });
		},
		[kind, keep, snapped],
	);
	const put = useCallback(
		async (pointed: Pointed) => {
			asked.current++;
			const corner = await snapped(pointed).catch(() => null);
			const { line, corners, ends } = latest.current;
			if (corner === null) return line;
			const path = line.length === 0 ? [corner.at] : corner.path.slice(1);
			const longer = [...line, ...path];
			keep({
				...{ line: longer, corners: [...corners, corner.at] },
				...{ ends: [...ends, longer.length], next: null },
			});
			return longer;
		},
		[keep, snapped],
	);
	const takeBack = useCallback(() => {
		const { line, corners, ends } = latest.current;
		const shorter = ends.slice(0, -1);
		keep({
			line: line.slice(0, shorter.at(-1) ?? 0),
			corners: corners.slice(0, -1),
			...{ ends: shorter, next: null },
		});
	}, [keep]);
	const clear = useCallback(() => keep(NOTHING), [keep]);
	const sketch = useMemo(() => (kind === null ? null : sketchOf(kind, drawn)), [kind, drawn]);
	return { sketch, line: drawn.line, move, put, takeBack, clear };
}

function sketchOf(kind: Sketch["kind"], { line, corners, next }: Drawn): Sketch {
	return { kind, line, corners, next: next?.path ?? [], snappedTo: next?.to ?? null };
}
