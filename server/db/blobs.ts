// Large binaries by content: stored once, in pieces of 1 MB that both engines carry.
import { createHash } from "node:crypto";
import type { Knex } from "knex";

const PIECE_BYTES = 1 << 20;

/** Store bytes unless they are there already; returns their SHA-256 in hex. */
export async function putBlob(trx: Knex, bytes: Uint8Array): Promise<string> {
	const hash = createHash("sha256").update(bytes).digest("hex");
	const known = await trx("blobs").where({ hash, piece: 0 }).first("blobs.hash");
	if (known !== undefined) return hash;
	const last = Math.max(Math.ceil(bytes.length / PIECE_BYTES) - 1, 0);
	for (let piece = last; piece >= 0; piece--) {
		// the first piece comes last: where it is, all of them are, also outside a transaction
		const part = Buffer.from(bytes.subarray(piece * PIECE_BYTES, (piece + 1) * PIECE_BYTES));
		await trx.raw(
			"insert into blobs (hash, piece, bytes) values (?, ?, ?) on conflict do nothing",
			[hash, piece, part],
		);
	}
	return hash;
}

/** The bytes of a hash, whole; throws when there are none or they do not match. */
export async function getBlob(db: Knex, hash: string): Promise<Uint8Array> {
	const pieces: { bytes: Buffer }[] = await db("blobs")
		.where({ hash })
		.orderBy("blobs.piece")
		.select("blobs.bytes");
	const bytes = joined(pieces.map((piece) => piece.bytes));
	const found = createHash("sha256").update(bytes).digest("hex");
	if (found !== hash)
		throw new Error(`Blob ${hash} is missing or damaged: its content is ${found}.`);
	return bytes;
}

/** Memory of its own, from byte 0, so that typed arrays can be laid over it. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
	const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		bytes.set(part, at);
		at += part.length;
	}
	return bytes;
}
