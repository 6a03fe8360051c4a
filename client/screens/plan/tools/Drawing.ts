// What the drawing of a person is made of: the tool, the cells chosen, the line under way, what is asked.
import type { LonLat } from "../../../../planning/geo/LonLat.ts";
import type { PlanMapEvents } from "../../../map/plan/PlanMap.ts";
import type { Sketch } from "../../../map/plan/PlanScene.ts";
import type { ToolName } from "./toolList.ts";

/** Something that is asked in a dialog before it is done. */
export type Asking =
	| { readonly kind: "create"; readonly cells: readonly string[] }
	| { readonly kind: "merge"; readonly gone: string; readonly into: string }
	| { readonly kind: "rename" | "dissolve"; readonly unit: string; readonly name: string }
	| { readonly kind: "facility"; readonly at: LonLat }
	| {
			readonly kind: "facility-change";
			readonly facility: { readonly id: string; readonly category: string; readonly name: string };
	  };

export interface Drawing {
	readonly tool: ToolName;
	take(tool: ToolName): void;
	readonly selected: readonly string[];
	select(cells: readonly string[]): void;
	readonly sketch: Sketch | null;
	readonly asking: Asking | null;
	ask(asking: Asking | null): void;
	/** Where the pointer was last, from the left top of the map. */
	readonly pointer: { readonly leftPx: number; readonly topPx: number };
	readonly events: PlanMapEvents;
	/** The line is done. */
	finish(): void;
	/** One step back out of what is being drawn; false when there is nothing to leave. */
	leave(): boolean;
	takeBack(): void;
	/** The unit that the brush paints; null: where the stroke begins. */
	readonly brushTo: string | null;
	setBrushTo(code: string | null): void;
	/** First click of a tool that needs two. */
	readonly firstUnit: string | null;
	/** Whether a click of the link tool closes a street, or two open a link. */
	readonly closesStreet: boolean;
	setClosesStreet(closes: boolean): void;
	/** The facility that the next click moves. */
	moveFacility(facility: { readonly id: string; readonly category: string }): void;
	readonly isMoving: boolean;
}
