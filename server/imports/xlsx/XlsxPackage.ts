// An XLSX file is a ZIP archive of XML parts. What holds for archives holds here too: entries, sizes and ratios are limited
// and every byte is checked while it is unpacked.
import type { ZipFile } from "yauzl";
import { Refused } from "../../errors.ts";
import { inflate } from "../archive/inflate.ts";
import { openedZip, type ZipEntry, zipEntries } from "../archive/zipEntries.ts";
import { decodeText } from "../decodeText.ts";
import { markedEncoding } from "../encoding/textEncoding.ts";
import { sizeOf } from "../fileBytes.ts";
import type { OnProgress } from "../Progress.ts";
import { type FormatWords, malformed } from "../refusing.ts";

export const XLSX: FormatWords = { code: "xlsx", zh: "XLSX", en: "XLSX" };
const MOST_BYTES = 100_000_000;

export class XlsxPackage {
	private readonly zip: ZipFile;
	private readonly parts: ReadonlyMap<string, ZipEntry>;
	private readonly report: (fraction: number) => void;
	private readonly totalBytes: number;
	private unpackedBytes = 0;

	private constructor(
		zip: ZipFile,
		entries: readonly ZipEntry[],
		report: (fraction: number) => void,
	) {
		this.zip = zip;
		this.parts = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry]));
		this.totalBytes = entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
		this.report = report;
	}

	/** Throws Refused `file.too-large`, `xlsx.malformed`, `archive.…`. To be closed. */
	static async open(path: string, onProgress: OnProgress | undefined): Promise<XlsxPackage> {
		const sizeBytes = await sizeOf(path);
		if (sizeBytes > MOST_BYTES) throw tooLarge();
		const report = (fraction: number) => onProgress?.(Math.round(fraction * sizeBytes), sizeBytes);
		const zip = await openedZip(path).catch(asXlsx);
		try {
			return new XlsxPackage(zip, await zipEntries(zip), report);
		} catch (error) {
			zip.close();
			return asXlsx(error);
		}
	}

	has(path: string): boolean {
		return this.parts.has(path.toLowerCase());
	}

	/** The text of a part, by its path in the archive. Throws Refused `xlsx.malformed` where it is missing or damaged. */
	async *text(path: string): AsyncIterable<string> {
		const part = this.parts.get(path.toLowerCase());
		if (part === undefined) throw malformed(XLSX, `没有“${path}” / ${path} is missing`);
		try {
			yield* decodedXml(this.unpacked(part));
		} catch (error) {
			asXlsx(error);
		}
	}

	/** May be called again. Streams that were broken off are closed by those who read them. */
	close(): void {
		this.zip.close();
	}

	private async *unpacked(part: ZipEntry): AsyncIterable<Buffer> {
		for await (const chunk of inflate(this.zip, part)) {
			this.unpackedBytes += chunk.length;
			this.report(Math.min(1, this.unpackedBytes / this.totalBytes));
			yield chunk;
		}
	}
}

/** Parts are in UTF-8, or in UTF-16 with a byte order mark. */
async function* decodedXml(bytes: AsyncIterable<Buffer>): AsyncIterable<string> {
	const chunks = bytes[Symbol.asyncIterator]();
	try {
		const first = await chunks.next();
		if (first.done === true) return;
		const encoding = markedEncoding(first.value.subarray(0, 4096)) ?? "utf-8";
		yield* decodeText(
			(async function* () {
				yield first.value;
				yield* { [Symbol.asyncIterator]: () => chunks };
			})(),
			encoding,
		);
	} finally {
		await chunks.return?.();
	}
}

/** A broken archive is, to the person, a broken workbook. */
function asXlsx(error: unknown): never {
	if (error instanceof Refused && error.code === "archive.malformed")
		throw malformed(XLSX, error.message);
	throw error;
}

function tooLarge(): Refused {
	return new Refused("file.too-large", {
		zh: "XLSX 超过 100 MB。请另存为 CSV（UTF-8）再交。",
		en: "The XLSX is larger than 100 MB. Save it as CSV (UTF-8) and hand that in.",
	});
}
