// A body that was packed beforehand in every encoding, under a strong tag: nothing is packed while a person waits.
import type { Request, Response } from "express";

export interface PreparedBody {
	/** Of the bytes as they are; with the encoding it makes the tag. */
	readonly contentHash: string;
	readonly identity: Uint8Array;
	readonly gzip: Uint8Array;
	readonly br: Uint8Array;
}

/** Answers in the best encoding the browser takes; 304 when it holds the same bytes already. */
export function sendPrepared(
	media: string,
	body: PreparedBody,
	request: Request,
	response: Response,
): void {
	const accepted = request.acceptsEncodings("br", "gzip", "identity");
	const encoding = accepted === "br" || accepted === "gzip" ? accepted : "identity";
	// a strong tag names the very bytes that are sent, so each encoding has its own
	const suffix = encoding === "identity" ? "" : `-${encoding}`;
	response.set({
		ETag: `"${body.contentHash}${suffix}"`,
		"Cache-Control": "private, no-cache, no-transform",
		Vary: "Accept-Encoding",
		"X-Body-Length": String(body.identity.length), // unpacked, so that a browser can say how much has arrived
	});
	if (request.fresh) {
		response.status(304).end();
		return;
	}
	if (encoding !== "identity") response.set("Content-Encoding", encoding);
	const { buffer, byteOffset, byteLength } = body[encoding];
	response.type(media).send(Buffer.from(buffer, byteOffset, byteLength));
}
