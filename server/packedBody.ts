// A body packed once in every encoding, off this thread, so that nobody waits for packing but the first.
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const pack = { br: promisify(brotliCompress), gzip: promisify(gzip) };
/** 5: four fifths of what the best would save, in a fiftieth of the time. */
const BROTLI_QUALITY = 5;
/** Shorter bodies are sent as they are. */
const LEAST_PACKED = 1_000;

/** The same bytes in every encoding; null where packing is not worth it. */
export interface PackedBytes {
	readonly identity: Uint8Array;
	readonly gzip: Uint8Array | null;
	readonly br: Uint8Array | null;
}

export interface PreparedBody extends PackedBytes {
	/** Of the bytes as they are; with the encoding it makes the tag. */
	readonly contentHash: string;
}

/** Pack on the threads of zlib, so that this one goes on. */
export async function packed(identity: Uint8Array): Promise<PackedBytes> {
	if (identity.length < LEAST_PACKED) return { identity, gzip: null, br: null };
	const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
	const [br, zipped] = await Promise.all([
		pack.br(identity, { params }),
		pack.gzip(identity, { level: 4 }),
	]);
	return { identity, gzip: zipped, br };
}

export async function packedBody(identity: Uint8Array): Promise<PreparedBody> {
	const contentHash = createHash("sha256").update(identity).digest("base64url").slice(0, 27);
	return { contentHash, ...(await packed(identity)) };
}
