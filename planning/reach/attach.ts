// Attach residences, facilities and entrances to the nearest edge at the foot of the perpendicular.

export type AttachStatus = "attached" | "noted" | "not-attached";

/** Where a point meets the street graph. */
export interface Attachment {
	/** The arc with the smaller index of its pair; NO_EDGE when not attached. */
	readonly edge: number;
	/** From the arc's tail, 0 … lengthDm. */
	readonly offsetDm: number;
	readonly connectorDm: number;
	/** `noted` farther than 50 m, `not-attached` farther than 300 m. */
	readonly status: AttachStatus;
}
