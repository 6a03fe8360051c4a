// A first look at a file: its first bytes, its extension and, of an archive, what is in it.
import { extname } from "node:path";
import iconv from "iconv-lite";
import { Refused } from "../errors.ts";
import { withZip, zipEntries } from "./archive/zipEntries.ts";
import { markedEncoding } from "./encoding/textEncoding.ts";
import { headOf } from "./fileBytes.ts";
import { malformed } from "./refusing.ts";
import type { Sight } from "./SourceFile.ts";

/** Between the texts of a JSON text sequence. */
const RECORD_SEPARATOR = "\u001e";
const ZIP_MARKS = ["PK\u0003\u0004", "PK\u0005\u0006"];

/** Throws Refused when the file cannot be read, or is an archive that must not be. */
export async function sightOf(path: string): Promise<Sight> {
	const head = await headOf(path);
	const extension = extname(path).toLowerCase();
	const isZip = ZIP_MARKS.includes(head.toString("latin1", 0, 4));
	const zipPaths = isZip ? await zipPathsOf(path, extension) : null;
	return { head, text: textOf(head), extension, zipPaths };
}

async function zipPathsOf(path: string, extension: string): Promise<string[]> {
	const entries = await withZip(path, zipEntries).catch((error: unknown) => {
		const isBroken = error instanceof Refused && error.code === "archive.malformed";
		if (!isBroken || extension !== ".xlsx") throw error;
		throw malformed({ code: "xlsx", zh: "XLSX", en: "XLSX" }, error.message);
	});
	return entries.map((entry) => entry.path.toLowerCase());
}

/** The head as text without its mark, read as Latin-1 where no mark tells the encoding; "" when it holds control characters that no text has. */
function textOf(head: Buffer): string {
	const marked = markedEncoding(head);
	const text = marked === null ? head.toString("latin1") : iconv.decode(head, marked);
	return hasControls(text) ? "" : text.replaceAll(RECORD_SEPARATOR, " ");
}

/** Characters below the space other than tab, line feeds, returns and the separator of JSON text sequences. */
function hasControls(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		const code = text.charCodeAt(i);
		if (code < 0x20 && (code < 0x09 || code > 0x0d) && code !== 0x1e && code !== 0x1a) return true;
	}
	return false;
}
