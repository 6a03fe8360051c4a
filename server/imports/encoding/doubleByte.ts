// How well bytes read as one of the double-byte encodings of East Asia. Each keeps the characters in daily use in one
// block of its code table (GB 2312 and JIS X 0208 call it level 1), so text read rightly lies almost wholly in that
// block, and text of another encoding scatters. Source of the ranges: the encodings' index tables (WHATWG Encoding).

export type DoubleByteEncoding = "gb18030" | "big5" | "shift_jis" | "euc-jp" | "euc-kr";

/** What one run of bytes looks like when read so. */
export interface Reading {
	/** Characters outside ASCII. */
	readonly chars: number;
	/** Of these, in the block in daily use. */
	readonly common: number;
	/** Of these, kana: no Chinese text has many. */
	readonly kana: number;
	/** Bytes that are no character. */
	readonly wrong: number;
}

type Kind = "common" | "kana" | "rare" | "wrong";

interface Table {
	/** A byte from 0x80 that stands alone. */
	readonly single: (byte: number) => Kind;
	readonly pair: (lead: number, trail: number) => Kind;
}

const isWithin = (byte: number, from: number, to: number) => byte >= from && byte <= to;
const isEuc = (lead: number, trail: number) =>
	isWithin(lead, 0xa1, 0xfe) && isWithin(trail, 0xa1, 0xfe);

const TABLES: Readonly<Record<DoubleByteEncoding, Table>> = {
	gb18030: {
		single: () => "wrong",
		pair: (lead, trail) => {
			if (!isWithin(lead, 0x81, 0xfe) || !isWithin(trail, 0x40, 0xfe) || trail === 0x7f)
				return "wrong";
			if (trail < 0xa1) return "rare";
			if (lead === 0xa4 || lead === 0xa5) return "kana";
			return isWithin(lead, 0xa1, 0xa3) || isWithin(lead, 0xb0, 0xd7) ? "common" : "rare";
		},
	},
	big5: {
		single: () => "wrong",
		pair: (lead, trail) => {
			if (!isWithin(lead, 0x81, 0xfe)) return "wrong";
			if (!isWithin(trail, 0x40, 0x7e) && !isWithin(trail, 0xa1, 0xfe)) return "wrong";
			return isWithin(lead, 0xa1, 0xc6) ? "common" : "rare";
		},
	},
	shift_jis: {
		// Half-width kana: hardly used, and any Latin letter with an accent looks like one.
		single: (byte) => (isWithin(byte, 0xa1, 0xdf) ? "rare" : "wrong"),
		pair: (lead, trail) => {
			if (!isWithin(lead, 0x81, 0x9f) && !isWithin(lead, 0xe0, 0xfc)) return "wrong";
			if (!isWithin(trail, 0x40, 0xfc) || trail === 0x7f) return "wrong";
			if (lead === 0x82 || lead === 0x83) return "kana";
			return lead === 0x81 || isWithin(lead, 0x88, 0x97) ? "common" : "rare";
		},
	},
	"euc-jp": {
		single: () => "wrong",
		pair: (lead, trail) => {
			if (lead === 0x8e) return isWithin(trail, 0xa1, 0xdf) ? "rare" : "wrong";
			if (!isEuc(lead, trail)) return "wrong";
			if (lead === 0xa4 || lead === 0xa5) return "kana";
			return isWithin(lead, 0xa1, 0xa3) || isWithin(lead, 0xb0, 0xcf) ? "common" : "rare";
		},
	},
	"euc-kr": {
		single: () => "wrong",
		pair: (lead, trail) => {
			if (!isWithin(lead, 0x81, 0xfe) || !isWithin(trail, 0x41, 0xfe)) return "wrong";
			return isEuc(lead, trail) && isWithin(lead, 0xa1, 0xc8) ? "common" : "rare";
		},
	},
};

/** Reads `bytes` as `encoding`; `isCut` when the last character may have lost its second half. */
export function readAs(encoding: DoubleByteEncoding, bytes: Uint8Array, isCut: boolean): Reading {
	const { single, pair } = TABLES[encoding];
	const counts = { common: 0, kana: 0, rare: 0, wrong: 0 };
	for (let at = 0; at < bytes.length; at++) {
		const byte = bytes[at] ?? 0;
		if (byte < 0x80) continue;
		const alone = single(byte);
		if (alone !== "wrong") {
			counts[alone]++;
			continue;
		}
		const trail = bytes[at + 1];
		if (trail === undefined) {
			if (!isCut) counts.wrong++;
			break;
		}
		if (encoding === "gb18030" && isFourByte(bytes, at)) {
			counts.rare++;
			at += 3;
			continue;
		}
		const kind = pair(byte, trail);
		counts[kind]++;
		if (kind !== "wrong") at++;
	}
	const { common, kana, rare, wrong } = counts;
	return { chars: common + kana + rare, common, kana, wrong };
}

/** GB18030 writes what GBK has not in four bytes: 81–FE, 30–39, 81–FE, 30–39. */
function isFourByte(bytes: Uint8Array, at: number): boolean {
	const [lead = 0, second = 0, third = 0, fourth = 0] = bytes.subarray(at, at + 4);
	return (
		isWithin(lead, 0x81, 0xfe) &&
		isWithin(second, 0x30, 0x39) &&
		isWithin(third, 0x81, 0xfe) &&
		isWithin(fourth, 0x30, 0x39)
	);
}
