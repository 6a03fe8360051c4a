// Answers that stand on a snapshot or a run never change: made and packed once, kept for the next who asks.
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const pack = { br: promisify(brotliCompress), gzip: promisify(gzip) };
/** 5: four fifths of what the best would save, in a fiftieth of the time. */
const BROTLI_QUALITY = 5;
/** Shorter answers are sent as they are. */
const LEAST_PACKED = 1_000;
const MOST_BYTES = 160e6;

/** The same bytes in every encoding; null where packing is not worth it. */
export interface PackedAnswer {
	readonly identity: Uint8Array;
	readonly gzip: Uint8Array | null;
	readonly br: Uint8Array | null;
}

/** Pack on the threads of zlib, so that this one goes on. */
export async function packed(identity: Uint8Array): Promise<PackedAnswer> {
	if (identity.length < LEAST_PACKED) return { identity, gzip: null, br: null };
	const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY };
	const [br, zipped] = await Promise.all([
		pack.br(identity, { params }),
		pack.gzip(identity, { level: 4 }),
	]);
	return { identity, gzip: zipped, br };
}

/** Answers by their tag, the last asked for the longest; `make` runs once however many ask meanwhile. */
export class PackedAnswers {
	private readonly known = new Map<string, PackedAnswer>();
	private readonly making = new Map<string, Promise<PackedAnswer>>();
	private bytes = 0;

	async of(tag: string, make: () => Promise<Uint8Array>): Promise<PackedAnswer> {
		const known = this.known.get(tag);
		if (known !== undefined) {
			this.known.delete(tag);
			this.known.set(tag, known);
			return known;
		}
		const making = this.making.get(tag) ?? this.begin(tag, make);
		return await making;
	}

	private begin(tag: string, make: () => Promise<Uint8Array>): Promise<PackedAnswer> {
		const making = make()
			.then(packed)
			.then((answer) => {
				this.keep(tag, answer);
				return answer;
			})
			.finally(() => this.making.delete(tag));
		this.making.set(tag, making);
		return making;
	}

	private keep(tag: string, answer: PackedAnswer): void {
		this.known.set(tag, answer);
		this.bytes += sizeOf(answer);
		for (const [oldest, its] of this.known) {
			if (this.bytes <= MOST_BYTES || oldest === tag) break;
			this.known.delete(oldest);
			this.bytes -= sizeOf(its);
		}
	}
}

function sizeOf({ identity, gzip: zipped, br }: PackedAnswer): number {
	return identity.length + (zipped?.length ?? 0) + (br?.length ?? 0);
}
