// What the small members of a shapefile say: the .prj its coordinate system, the .cpg its encoding.
import { readFile } from "node:fs/promises";
import { encodingNamed } from "../encoding/encodingNames.ts";

const LONGEST_TEXT = 65_536;

/** The text of the .prj as it stands, or null without one. */
export async function prjTextOf(path: string | undefined): Promise<string | null> {
	const text = await textOf(path);
	return text === "" ? null : text;
}

/** The encoding that the .cpg names; null without one or when it names none. */
export async function cpgEncodingOf(path: string | undefined): Promise<string | null> {
	const [line = ""] = (await textOf(path)).split(/\r?\n/, 1);
	return line === "" ? null : encodingNamed(line);
}

async function textOf(path: string | undefined): Promise<string> {
	if (path === undefined) return "";
	const bytes = await readFile(path);
	return bytes
		.subarray(0, LONGEST_TEXT)
		.toString("utf8")
		.replace("\ufeff", "")
		.replaceAll("\0", "")
		.trim();
}
