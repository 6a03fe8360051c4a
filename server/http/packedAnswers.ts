// Answers that stand on a snapshot or a run never change: made and packed once, kept for the next who asks.
import { type PackedBytes, packed } from "../packedBody.ts";

const MOST_BYTES = 160e6;

/** Answers by their tag, the last asked for the longest; `make` runs once however many ask meanwhile. */
export class PackedAnswers {
	private readonly known = new Map<string, PackedBytes>();
	private readonly making = new Map<string, Promise<PackedBytes>>();
	private bytes = 0;

	async of(tag: string, make: () => Promise<Uint8Array>): Promise<PackedBytes> {
		const known = this.known.get(tag);
		if (known !== undefined) {
			this.known.delete(tag);
			this.known.set(tag, known);
			return known;
		}
		const making = this.making.get(tag) ?? this.begin(tag, make);
		return await making;
	}

	private begin(tag: string, make: () => Promise<Uint8Array>): Promise<PackedBytes> {
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

	private keep(tag: string, answer: PackedBytes): void {
		this.known.set(tag, answer);
		this.bytes += sizeOf(answer);
		for (const [oldest, its] of this.known) {
			if (this.bytes <= MOST_BYTES || oldest === tag) break;
			this.known.delete(oldest);
			this.bytes -= sizeOf(its);
		}
	}
}

function sizeOf({ identity, gzip: zipped, br }: PackedBytes): number {
	return identity.length + (zipped?.length ?? 0) + (br?.length ?? 0);
}
