// What a library throws on a broken file becomes a refusal with the library's reason in it. Trouble of the machine
// (a disk that cannot be read) stays what it is.
import { Refused } from "../errors.ts";

/** A format's name in words, e.g. { code: "shapefile", zh: "Shapefile", en: "shapefile" }. */
export interface FormatWords {
	/** Prefix of the code: `shapefile` gives `shapefile.malformed`. */
	readonly code: string;
	readonly zh: string;
	readonly en: string;
}

/** Result of `read`; throws Refused `….malformed` for what it throws. */
export async function refusing<T>(words: FormatWords, read: () => T | Promise<T>): Promise<T> {
	try {
		return await read();
	} catch (error) {
		throw asRefusal(words, error);
	}
}

/** The values of `values`; throws Refused `….malformed` for what it throws. */
export async function* refusingEach<T>(
	words: FormatWords,
	values: AsyncIterable<T>,
): AsyncIterable<T> {
	const iterator = values[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await refusing(words, () => iterator.next());
			if (next.done === true) return;
			yield next.value;
		}
	} finally {
		await iterator.return?.();
	}
}

/** The refusal of a file that is broken for `reason`. */
export function malformed({ code, zh, en }: FormatWords, reason: string): Refused {
	return new Refused(`${code}.malformed`, {
		zh: `${zh} 文件损坏或不完整，读不下去（${reason}）。请重新导出或重新上传。`,
		en: `The ${en} file is damaged or incomplete (${reason}). Export or upload it again.`,
	});
}

function asRefusal(words: FormatWords, error: unknown): unknown {
	if (error instanceof Refused || isOfMachine(error)) return error;
	return malformed(words, error instanceof Error ? error.message : String(error));
}

/** An error of a system call, such as EIO or ENOSPC. */
function isOfMachine(error: unknown): boolean {
	return error instanceof Error && "syscall" in error;
}
