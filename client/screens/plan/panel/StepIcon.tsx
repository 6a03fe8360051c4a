// A sign per kind of operation, 16 × 16, as `ui/Icon` draws its own.
import type { ReactNode } from "react";
import type { OperationName } from "../../../../planning/wire/plans.ts";

const BRUSH =
	"M13.5 2.5 7 9M5.8 8.8c-2 0-2.6 1.4-2.6 2.6 0 .9-.5 1.5-1.2 1.9 2.6.6 5.6.1 5.6-2.3 0-1.2-.8-2.2-1.8-2.2z";
const MERGE = "M3.5 2.5v2c0 2 4.5 2 4.5 5v4M12.5 2.5v2c0 2-4.5 2-4.5 5M5.8 11.5 8 13.7l2.2-2.2";
const FACILITY = "M2.5 14V6.5L8 2.5l5.5 4V14M2 14h12M6.5 14v-4h3v4";
const LOCK = "M4 7.5h8V14H4z";

const PATHS: Readonly<Record<OperationName, string>> = {
	assign: BRUSH,
	cut: "M2.5 13.5 13.5 2.5M3 6.5 6.5 3M9.5 13 13 9.5",
	joinCells: "M2.5 4.5h4v7h-4zM9.5 4.5h4v7h-4zM6.5 8h3",
	reshape: "M2.5 12.5C5 12.5 5 4 8 4s3 5 5.5 5M2.5 12.5v.01M8 4v.01M13.5 9v.01",
	merge: MERGE,
	createUnit: "M3 3h10v10H3zM8 5.5v5M5.5 8h5",
	dissolveUnit: "M3 3h10v10H3zM5.5 8h5",
	rename: "M10.5 3 13 5.5 6 12.5l-3 .5.5-3zM9 4.5 11.5 7",
	changeKind: "M3 5h8.5L9 2.5M13 11H4.5L7 13.5",
	moveSeat: "M4 14V2.5l7.5 2.5L4 7.5",
	reparent: "M8 2.5v4M3.5 13.5v-3h9v3M8 6.5v4M6 4.5l2-2 2 2",
	addFacility: FACILITY,
	moveFacility: "M2.5 14V7.5L6.5 4.5l4 3V14M2 14h9M9.5 3H14M12 1l2 2-2 2",
	closeFacility: `${FACILITY}M2 2l12 12`,
	openLink: "M3 14V2M13 14V2M3 8h10M10.5 5.5 13 8l-2.5 2.5",
	closeLink: "M3 14V2M13 14V2M5.5 5.5l5 5M10.5 5.5l-5 5",
	lockBorder: `${LOCK}M5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5`,
	unlockBorder: `${LOCK}M5.5 7.5V4.5a2.5 2.5 0 0 1 4.8-.9`,
};
const SNAPSHOT = "M8 2a6 6 0 1 0 .01 0M8 8v.01";

/** Null is the snapshot. */
export function StepIcon({ op }: { op: OperationName | null }): ReactNode {
	return (
		<svg className="icon" viewBox="0 0 16 16" width={14} height={14} aria-hidden="true">
			<path d={op === null ? SNAPSHOT : PATHS[op]} />
		</svg>
	);
}
