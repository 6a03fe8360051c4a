// A ZIP archive byte by byte, so that a test can put anything into it: names in any encoding, names that lead out of the
// folder, wrong sizes, links, locked entries.
import { crc32, deflateRawSync } from "node:zlib";

export interface ZipPart {
	readonly name: string | Buffer;
	readonly content: string | Uint8Array;
	/** 0x800: the name is UTF-8 (as packers of today write); 1: locked. */
	readonly flags?: number;
	/** Unix mode, e.g. 0o120777 for a link. */
	readonly mode?: number;
	/** Size that the archive claims. */
	readonly claimedBytes?: number;
}

/** The bytes of an archive of these parts, deflated. */
export function zipFile(parts: readonly ZipPart[]): Buffer {
	const files: Buffer[] = [];
	const directory: Buffer[] = [];
	let offset = 0;
	for (const part of parts) {
		const name = Buffer.from(part.name);
		const content = Buffer.from(part.content);
		const packed = deflateRawSync(content);
		const head = headOf(part, { name, content, packed });
		const file = Buffer.concat([
			Buffer.from("PK\u0003\u0004"),
			head,
			Buffer.alloc(0),
			name,
			packed,
		]);
		const mode = (part.mode ?? 0o100644) * 0x10000;
		const entry = Buffer.alloc(14);
		entry.writeUInt32LE(mode, 6);
		entry.writeUInt32LE(offset, 10);
		directory.push(Buffer.from("PK\u0001\u0002"), Buffer.from([20, 3]), head, entry, name);
		files.push(file);
		offset += file.length;
	}
	const central = Buffer.concat(directory);
	const end = Buffer.alloc(18);
	end.writeUInt16LE(parts.length, 4);
	end.writeUInt16LE(parts.length, 6);
	end.writeUInt32LE(central.length, 8);
	end.writeUInt32LE(offset, 12);
	return Buffer.concat([...files, central, Buffer.from("PK\u0005\u0006"), end]);
}

interface Packed {
	readonly name: Buffer;
	readonly content: Buffer;
	readonly packed: Buffer;
}

/** What the local header and the directory have in common: version to the length of the extra field. */
function headOf(
	{ flags = 0x800, claimedBytes }: ZipPart,
	{ name, content, packed }: Packed,
): Buffer {
	const head = Buffer.alloc(26);
	head.writeUInt16LE(20, 0);
	head.writeUInt16LE(flags, 2);
	head.writeUInt16LE(8, 4);
	head.writeUInt32LE(crc32(content), 10);
	head.writeUInt32LE(packed.length, 14);
	head.writeUInt32LE(claimedBytes ?? content.length, 18);
	head.writeUInt16LE(name.length, 22);
	return head;
}
