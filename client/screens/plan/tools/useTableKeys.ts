// Keys of the drawing table: tools by their letters, undo and redo, what is shown, and drawing at the middle of the map.
import { useEffect, useMemo, useRef } from "react";
import { useKeys } from "../../../app/useKeys.ts";
import type { PlanTable } from "../../../data/plan/PlanTable.ts";
import type { PlanMap } from "../../../map/plan/PlanMap.ts";
import { SHOWINGS, type Showing } from "../showings.ts";
import type { Drawing } from "./Drawing.ts";
import { TOOLS } from "./toolList.ts";

interface KeyTools {
	readonly table: PlanTable;
	readonly drawing: Drawing;
	readonly map: PlanMap | null;
	readonly showing: Showing;
	setShowing(showing: Showing): void;
	readonly isOn: boolean;
}

export function useTableKeys(tools: KeyTools): void {
	const { table, drawing, map, showing, setShowing, isOn } = tools;
	const acts = useMemo(() => {
		const next = SHOWINGS[(SHOWINGS.indexOf(showing) + 1) % SHOWINGS.length] ?? "difference";
		const letters: [string, () => void][] = [
			...TOOLS.map(({ key, name }): [string, () => void] => [key, () => drawing.take(name)]),
			["d", () => setShowing(next)],
			// by keyboard: the place in the middle of the map, as if it were clicked
			["a", () => map?.clickMiddle()],
		];
		return Object.fromEntries([
			...letters,
			...letters.map(([key, act]) => [key.toUpperCase(), act]),
			["Enter", drawing.finish],
			["Backspace", drawing.takeBack],
			["Escape", () => void drawing.leave()],
		]);
	}, [drawing, map, showing, setShowing]);
	useKeys(isOn ? acts : {});
	useHistoryKeys(table, isOn);
}

/** Ctrl or Command with Z, Shift Z, Y. */
function useHistoryKeys(table: PlanTable, isOn: boolean): void {
	const latest = useRef(table);
	useEffect(() => {
		latest.current = table;
	});
	useEffect(() => {
		if (!isOn) return;
		const listen = (event: KeyboardEvent) => {
			const key = event.key.toLowerCase();
			if (!(event.ctrlKey || event.metaKey) || (key !== "z" && key !== "y")) return;
			if ((event.target as Element | null)?.matches("input, textarea")) return;
			event.preventDefault();
			latest.current.act({ kind: key === "y" || event.shiftKey ? "redo" : "undo" });
		};
		window.addEventListener("keydown", listen);
		return () => window.removeEventListener("keydown", listen);
	}, [isOn]);
}
