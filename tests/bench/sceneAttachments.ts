// Attachments as columns: residences first, then the doors of each facility.
import type { Attachment, AttachStatus } from "../../planning/reach/attach.ts";

export type Attached = {
	readonly edge: Uint32Array<ArrayBuffer>;
	readonly offsetDm: Uint32Array<ArrayBuffer>;
	readonly connectorDm: Uint32Array<ArrayBuffer>;
	readonly status: Uint8Array<ArrayBuffer>;
	/** First door of each facility, counted from the first residence; the end at last. */
	readonly firstDoor: Uint32Array<ArrayBuffer>;
};

const STATUSES: readonly AttachStatus[] = ["attached", "noted", "not-attached"];

export function attachedColumns(
	residences: readonly Attachment[],
	facilities: readonly (readonly Attachment[])[],
): Attached {
	const all = [...residences, ...facilities.flat()];
	const firstDoor = new Uint32Array(facilities.length + 1);
	firstDoor[0] = residences.length;
	facilities.forEach((doors, i) => {
		firstDoor[i + 1] = firstDoor[i] + doors.length;
	});
	return {
		edge: Uint32Array.from(all, ({ edge }) => edge),
		offsetDm: Uint32Array.from(all, ({ offsetDm }) => offsetDm),
		connectorDm: Uint32Array.from(all, ({ connectorDm }) => connectorDm),
		status: Uint8Array.from(all, ({ status }) => STATUSES.indexOf(status)),
		firstDoor,
	};
}

export function attachmentsOf({ edge, offsetDm, connectorDm, status, firstDoor }: Attached) {
	const range = (from: number, to: number): Attachment[] =>
		Array.from({ length: to - from }, (_, i) => ({
			edge: edge[from + i],
			offsetDm: offsetDm[from + i],
			connectorDm: connectorDm[from + i],
			status: STATUSES[status[from + i]],
		}));
	return {
		residences: range(0, firstDoor[0]),
		facilities: Array.from({ length: firstDoor.length - 1 }, (_, i) =>
			range(firstDoor[i], firstDoor[i + 1]),
		),
	};
}
