// A body that was packed beforehand in every encoding: nothing is packed while a person waits.
import type { Request, Response } from "express";
import type { PackedBytes, PreparedBody } from "../packedBody.ts";

/** Under a strong tag: answers in the best encoding the browser takes; 304 when it holds the same bytes already. */
export function sendPrepared(
	media: string,
	body: PreparedBody,
	request: Request,
	response: Response,
): void {
	const encoding = encodingOf(body, request);
	// a strong tag names the very bytes that are sent, so each encoding has its own
	const suffix = encoding === "identity" ? "" : `-${encoding}`;
	response.set({
		ETag: `"${body.contentHash}${suffix}"`,
		"Cache-Control": "private, no-cache, no-transform",
		"X-Body-Length": String(body.identity.length), // unpacked, so that a browser can say how much has arrived
	});
	sendPacked(media, body, request, response);
}

/** The tag and what may be kept are set by the caller; 304 when the browser holds it already. */
export function sendPacked(
	media: string,
	body: PackedBytes,
	request: Request,
	response: Response,
): void {
	response.set("Vary", "Accept-Encoding");
	if (request.fresh) {
		response.status(304).end();
		return;
	}
	const encoding = encodingOf(body, request);
	if (encoding !== "identity") response.set("Content-Encoding", encoding);
	const { buffer, byteOffset, byteLength } = body[encoding] ?? body.identity;
	response.type(media).send(Buffer.from(buffer, byteOffset, byteLength));
}

function encodingOf(body: PackedBytes, request: Request): "br" | "gzip" | "identity" {
	const accepted = request.acceptsEncodings("br", "gzip", "identity");
	const encoding = accepted === "br" || accepted === "gzip" ? accepted : "identity";
	return body[encoding] === null ? "identity" : encoding;
}
