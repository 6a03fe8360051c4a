// KMZ: a ZIP archive whose first .kml is the document; the rest are pictures.
import { Refused } from "../../errors.ts";
import type { Formats, OpenOptions, SourceFile } from "../SourceFile.ts";
import { inflate } from "./inflate.ts";
import { type TemporaryFolder, withFolder } from "./temporaryFolder.ts";
import { unpackedSource } from "./unpackedSource.ts";
import { withZip, zipEntries } from "./zipEntries.ts";

/** Opens the document in a KMZ. Throws Refused `archive.…`, `kml.…`. */
export async function openKmz(
	path: string,
	options: OpenOptions,
	formats: Formats,
): Promise<SourceFile> {
	return withFolder(async (folder) => {
		const source = await formats.open(await unpackDocument(path, folder), options);
		return unpackedSource(source, folder, { format: "kmz", layer: source.layer });
	});
}

/** The layers of the document in a KMZ. */
export async function kmzLayers(path: string, options: OpenOptions, formats: Formats) {
	return withFolder(async (folder) => {
		const { layers } = await formats.layers(await unpackDocument(path, folder), options);
		await folder.remove();
		return { format: "kmz", layers };
	});
}

async function unpackDocument(path: string, folder: TemporaryFolder): Promise<string> {
	return withZip(path, async (zip) => {
		const entries = await zipEntries(zip);
		const document = entries.find((entry) => entry.path.toLowerCase().endsWith(".kml"));
		if (document !== undefined) return folder.write(document.path, inflate(zip, document));
		throw new Refused("kml.no-document", {
			zh: "KMZ 里没有 .kml 文件。请重新导出。",
			en: "The KMZ holds no .kml file. Export it again.",
		});
	});
}
