// The file that a version was made from, as it was handed in; several files that belong together come in one archive.
import { basename } from "node:path";
import type { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { Refused } from "../errors.ts";
import type { Download } from "../exports/Download.ts";
import { type FileStore, streamOf } from "../imports/FileStore.ts";
import type { StoredVersion } from "./layerVersions.ts";

/** Refused 404 `source.not-kept` for what came before files were kept, or from a form. */
export async function originalOf(
	store: FileStore,
	{ sourceHash, sourceName }: StoredVersion,
): Promise<Download> {
	const paths = await store.kept(sourceHash);
	const [first, ...others] = paths;
	if (first === undefined) throw notKept();
	if (others.length === 0)
		return {
			media: "application/octet-stream",
			fileName: basename(first),
			body: streamOf(first),
		};
	const archive = new ZipFile();
	for (const path of paths) archive.addFile(path, basename(path));
	archive.end();
	return {
		media: "application/zip",
		fileName: `${sourceName.split("、")[0]?.replace(/\.[^.]+$/, "")}.zip`,
		body: archive.outputStream as Readable,
	};
}

function notKept(): Refused {
	return new Refused(
		"source.not-kept",
		{
			zh: "这个版本没有留存原文件（由表单改成，或早于留存）。可以导出它的内容。",
			en: "The file of this version was not kept (made by a form, or before files were kept). Export its content instead.",
		},
		{ status: 404 },
	);
}
