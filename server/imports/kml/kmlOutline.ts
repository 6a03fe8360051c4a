// The first reading of a KML file: its folders with their counts, and the styles and schemas that features further on or
// further up refer to. Nothing of the features themselves is kept, so a large file takes no more memory than a small one.
import type { OnProgress } from "../Progress.ts";
import { parseXmlWhole } from "../strictXml.ts";
import { type KmlElement, type KmlFolder, KmlReader, type KmlVisitor } from "./KmlReader.ts";
import { KML, type KmlText } from "./kmlText.ts";
import { SharedElements } from "./SharedElements.ts";

/** Styles are looks, which nothing needs: of a file made of little else, the further ones are left out. */
const MOST_STYLE_CHARACTERS = 100_000_000;

export interface KmlOutline {
	/** Path of each folder, `/` between names, in the order in which folders begin. */
	readonly folders: readonly string[];
	/** Features by path, in the order of the first feature; "" for those outside of any folder. */
	readonly counts: ReadonlyMap<string, number>;
	readonly shared: SharedElements;
}

/** Throws Refused `kml.malformed`, `kml.doctype-refused`. */
export async function kmlOutline(text: KmlText, onProgress?: OnProgress): Promise<KmlOutline> {
	const counter = new Counter();
	const reader = new KmlReader(counter);
	await parseXmlWhole(text.read(onProgress), reader, KML);
	const folders = pathsOf(reader.folders);
	const counts = new Map<string, number>();
	for (const [folder, count] of counter.counts) {
		const path = folder === null ? "" : (folders[folder] ?? "");
		counts.set(path, (counts.get(path) ?? 0) + count);
	}
	return { folders, counts, shared: new SharedElements(reader.namespaces, counter.elements) };
}

class Counter implements KmlVisitor {
	readonly wanted = "shared";
	readonly counts = new Map<number | null, number>();
	readonly elements: KmlElement[] = [];
	private styleCharacters = 0;

	feature({ folder }: KmlElement): void {
		this.counts.set(folder, (this.counts.get(folder) ?? 0) + 1);
	}

	shared(element: KmlElement): void {
		if (element.name !== "Schema") this.styleCharacters += element.markup.length;
		if (element.name === "Schema" || this.styleCharacters <= MOST_STYLE_CHARACTERS)
			this.elements.push(element);
	}
}

/** A folder begins after the one it is in. */
function pathsOf(folders: readonly KmlFolder[]): string[] {
	const paths: string[] = [];
	for (const { name, parent } of folders) {
		const own = name || "?";
		paths.push(parent === null ? own : `${paths[parent] ?? ""}/${own}`);
	}
	return paths;
}
