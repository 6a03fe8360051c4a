// The text of a KML file as a stream, in the encoding that it declares or that its bytes show.
import type { EncodingFinding } from "../../../planning/wire/understanding.ts";
import { Refused } from "../../errors.ts";
import { decodeText } from "../decodeText.ts";
import { encodingNamed } from "../encoding/encodingNames.ts";
import { textEncoding } from "../encoding/textEncoding.ts";
import { bytesOf, headOf, sizeOf } from "../fileBytes.ts";
import type { OnProgress } from "../Progress.ts";
import type { FormatWords } from "../refusing.ts";

export const KML: FormatWords = { code: "kml", zh: "KML", en: "KML" };
const MOST_BYTES = 2_000_000_000;

export interface KmlText {
	readonly encoding: EncodingFinding;
	/** The whole text from its beginning; may be read more than once. */
	readonly read: (onProgress?: OnProgress) => AsyncIterable<string>;
}

/** Throws Refused `file.too-large`, `encoding.…`. */
export async function kmlText(path: string, asked: string | undefined): Promise<KmlText> {
	if ((await sizeOf(path)) > MOST_BYTES) throw tooLarge();
	const declared = declaredEncoding(await headOf(path));
	const encoding = await textEncoding(path, { asked, declared });
	const read = (onProgress?: OnProgress) =>
		decodeText(bytesOf(path, onProgress), encoding.used ?? "utf-8");
	return { encoding, read };
}

/** `encoding` of the XML declaration. */
function declaredEncoding(head: Buffer): string | null {
	const found = /^[^<]*<\?xml[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(head.toString("latin1"));
	return found?.[1] === undefined ? null : encodingNamed(found[1]);
}

function tooLarge(): Refused {
	return new Refused("file.too-large", {
		zh: "KML 超过 2 GB。请拆开，或导出为 Shapefile、FlatGeobuf 再交。",
		en: "The KML is larger than 2 GB. Split it, or export it as shapefile or FlatGeobuf.",
	});
}
