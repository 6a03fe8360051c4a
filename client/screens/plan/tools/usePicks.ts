// Tools that take one click or two: choosing cells, merging units, moving a seat, facilities, links, locks.
import { useCallback, useMemo, useState } from "react";
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import type { PlanTable } from "../../../data/plan/PlanTable.ts";
import type { Pointed } from "../../../map/plan/PlanMap.ts";
import type { Asking } from "./Drawing.ts";
import { freshId } from "./freshId.ts";
import type { ToolName } from "./toolList.ts";

const REACH_PX = 12;

interface PickTools {
	readonly table: PlanTable | null;
	readonly tool: ToolName;
	readonly selected: readonly string[];
	select(cells: readonly string[]): void;
	ask(asking: Asking): void;
}

export interface Picks {
	click(pointed: Pointed): Promise<void>;
	openLink(from: LonLat, to: LonLat): void;
	clear(): void;
	readonly isUnderWay: boolean;
	readonly firstUnit: string | null;
	moveFacility(facility: { readonly id: string; readonly category: string }): void;
	readonly isMoving: boolean;
}

type Facility = { readonly id: string; readonly category: string };

export function usePicks({ table, tool, selected, select, ask }: PickTools): Picks {
	const [firstUnit, setFirstUnit] = useState<string | null>(null);
	const [moving, setMoving] = useState<Facility | null>(null);
	const clear = useCallback(() => {
		setFirstUnit(null);
		setMoving(null);
	}, []);
	const click = useCallback(
		async ({ at, metresPerPx }: Pointed) => {
			if (table === null) return;
			const { focus, view } = table.state;
			const { cell, border, facility } = await table.place(at, REACH_PX * metresPerPx);
			const index = view?.picture.cells.findIndex(({ code }) => code === cell) ?? -1;
			const unit = view?.picture.cellUnits[index]?.[focus.layer];
			const perform = (op: Parameters<PlanTable["act"]>[0] & { kind: "perform" }) => table.act(op);
			switch (tool) {
				case "select":
				case "create":
					if (cell !== null) select(toggled(selected, cell));
					return;
				case "merge":
					if (unit === undefined) return;
					if (firstUnit === null || firstUnit === unit) setFirstUnit(unit);
					else {
						ask({ kind: "merge", gone: firstUnit, into: unit });
						setFirstUnit(null);
					}
					return;
				case "seat":
					if (unit !== undefined)
						perform({ kind: "perform", op: { op: "moveSeat", layer: focus.layer, unit, at } });
					return;
				case "facility":
					if (moving !== null) {
						perform({ kind: "perform", op: { op: "moveFacility", ...moving, at } });
						setMoving(null);
					} else if (facility === null) ask({ kind: "facility", at });
					else ask({ kind: "facility-change", facility });
					return;
				case "link": {
					const taken = view?.picture.links.map(({ id }) => id) ?? [];
					perform({ kind: "perform", op: { op: "closeLink", id: freshId("C", taken), at } });
					return;
				}
				case "lock":
					if (border !== null) perform({ kind: "perform", op: lockOf(table, border) });
					return;
				default:
			}
		},
		[table, tool, selected, select, ask, firstUnit, moving],
	);
	const openLink = useCallback(
		(from: LonLat, to: LonLat) => {
			const taken = table?.state.view?.picture.links.map(({ id }) => id) ?? [];
			table?.act({
				kind: "perform",
				op: { op: "openLink", id: freshId("L", taken), from, to },
			});
		},
		[table],
	);
	return useMemo(
		() => ({
			...{ click, openLink, clear, firstUnit },
			...{ moveFacility: setMoving, isMoving: moving !== null },
			isUnderWay: firstUnit !== null || moving !== null,
		}),
		[click, openLink, clear, firstUnit, moving],
	);
}

function toggled(selected: readonly string[], cell: string): readonly string[] {
	return selected.includes(cell) ? selected.filter((one) => one !== cell) : [...selected, cell];
}

/** A border that a step has locked and none has unlocked since is unlocked. */
function lockOf(table: PlanTable, units: readonly [string, string]) {
	const { focus, view } = table.state;
	const layer = focus.layer;
	const last = view?.steps
		.slice(0, view.done)
		.findLast(
			({ op, units: named }) =>
				(op === "lockBorder" || op === "unlockBorder") &&
				units.every((unit) => named.includes(`${layer} ${unit}`)),
		);
	const isLocked = last?.op === "lockBorder";
	return { op: isLocked ? ("unlockBorder" as const) : ("lockBorder" as const), layer, units };
}
