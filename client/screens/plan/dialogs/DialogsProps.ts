import type { PlanTable } from "../../../data/plan/PlanTable.ts";
import type { PlanFocus, PlanView } from "../../../data/plan/planMessages.ts";
import type { Drawing } from "../tools/Drawing.ts";

/** What every dialog of the drawing table is given. */
export interface DialogsProps {
	readonly drawing: Drawing;
	readonly table: PlanTable;
	readonly view: PlanView;
	readonly focus: PlanFocus;
}
