// Attachments of many places, a column per field: what threads share. Objects are made where they are read one by one.
import type { Attachment, AttachStatus } from "./attach.ts";

export const ATTACH_STATUSES: readonly AttachStatus[] = ["attached", "noted", "not-attached"];

/** One row per place; the fields are those of `Attachment`, the status an index into `ATTACH_STATUSES`. */
export interface Attachments {
	readonly edge: Uint32Array;
	readonly offsetDm: Uint32Array;
	readonly connectorDm: Uint32Array;
	readonly status: Uint8Array;
}

export function attachmentColumns(count: number): Attachments {
	return {
		edge: new Uint32Array(count),
		offsetDm: new Uint32Array(count),
		connectorDm: new Uint32Array(count),
		status: new Uint8Array(count),
	};
}

export function setAttachment(columns: Attachments, row: number, attachment: Attachment): void {
	columns.edge[row] = attachment.edge;
	columns.offsetDm[row] = attachment.offsetDm;
	columns.connectorDm[row] = attachment.connectorDm;
	columns.status[row] = ATTACH_STATUSES.indexOf(attachment.status);
}

export function attachmentAt(
	{ edge, offsetDm, connectorDm, status }: Attachments,
	row: number,
): Attachment {
	return {
		edge: edge[row],
		offsetDm: offsetDm[row],
		connectorDm: connectorDm[row],
		status: ATTACH_STATUSES[status[row]],
	};
}

/** All rows as objects, in order. */
export function attachmentObjects(columns: Attachments): Attachment[] {
	return Array.from(columns.edge, (_, row) => attachmentAt(columns, row));
}

/** Rows of objects as columns. */
export function attachmentsOf(rows: readonly Attachment[]): Attachments {
	const columns = attachmentColumns(rows.length);
	rows.forEach((attachment, row) => {
		setAttachment(columns, row, attachment);
	});
	return columns;
}
