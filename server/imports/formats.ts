// The table of file formats for features. A new format is a reader and a row here.
import { Refused } from "../errors.ts";
import { headOf } from "./fileBytes.ts";
import { openDelimited } from "./readDelimited.ts";
import { openGeoJson } from "./readGeoJson.ts";
import type { FileFormat, OpenOptions, SourceFile } from "./SourceFile.ts";

export const FORMATS: readonly FileFormat[] = [
	{
		format: "geojson",
		extensions: [".geojson", ".json", ".geojsonl", ".geojsons", ".ndjson"],
		sniff: startsWithObject,
		open: openGeoJson,
	},
	{
		format: "csv",
		extensions: [".csv", ".tsv", ".txt"],
		sniff: isText,
		open: openDelimited,
	},
];

/** Open a file of features by its content, its name deciding where the content leaves doubt. */
export async function openSource(path: string, options: OpenOptions): Promise<SourceFile> {
	const head = await headOf(path);
	const name = path.toLowerCase();
	const likely = FORMATS.filter(({ sniff }) => sniff(head));
	const named = likely.find(({ extensions }) => extensions.some((end) => name.endsWith(end)));
	const format = named ?? likely[0];
	if (format === undefined) throw unsupported(path);
	return format.open(path, options);
}

/** The first character that is not white space, a mark or a record separator opens an object. */
function startsWithObject(head: Buffer): boolean {
	const text = head.toString("utf8").replaceAll("\u001e", " ").replace("\ufeff", " ");
	return text.trimStart().startsWith("{");
}

/** No NUL bytes, or a UTF-16 mark; no XML, which has its own readers. */
function isText(head: Buffer): boolean {
	const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
	return (isUtf16 || !head.includes(0)) && !/^\ufeff?\s*[<[]/.test(head.toString("utf8"));
}

function unsupported(path: string): Refused {
	const extensions = FORMATS.flatMap((format) => format.extensions).join(" ");
	return new Refused("format.unsupported", {
		zh: `不认识文件 ${path} 的格式。目前支持：${extensions}。`,
		en: `The format of ${path} is not supported. Supported now: ${extensions}.`,
	});
}
