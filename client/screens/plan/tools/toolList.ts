// The tools of the drawing table, in the order of the bar, with the keys that take them up.
import type { IconName } from "../../../ui/Icon.tsx";

export type ToolName =
	| "select"
	| "brush"
	| "lasso"
	| "blade"
	| "redraw"
	| "create"
	| "merge"
	| "seat"
	| "facility"
	| "link"
	| "lock";

export interface Tool {
	readonly name: ToolName;
	/** As UX has them; also in capitals. */
	readonly key: string;
	readonly icon: IconName;
	/** A line above it in the bar. */
	readonly isFirst?: true;
}

export const TOOLS: readonly Tool[] = [
	{ name: "select", key: "v", icon: "pointer" },
	{ name: "brush", key: "b", icon: "brush", isFirst: true },
	{ name: "lasso", key: "l", icon: "lasso" },
	{ name: "blade", key: "k", icon: "blade" },
	{ name: "redraw", key: "r", icon: "redraw" },
	{ name: "create", key: "n", icon: "create", isFirst: true },
	{ name: "merge", key: "m", icon: "merge" },
	{ name: "seat", key: "s", icon: "seat" },
	{ name: "facility", key: "f", icon: "facility", isFirst: true },
	{ name: "link", key: "t", icon: "link" },
	{ name: "lock", key: "o", icon: "lock", isFirst: true },
];

/** Tools that draw while the pointer is held down, so that dragging does not move the map. */
export const HOLDS_MAP: ReadonlySet<ToolName> = new Set(["brush", "lasso"]);
/** Tools that draw a line from corner to corner. */
export const LINE_TOOLS: ReadonlySet<ToolName> = new Set(["blade", "redraw", "link"]);
