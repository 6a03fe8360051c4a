// The second reading of a KML file: one feature after another, each parsed and converted by itself.
import { setImmediate } from "node:timers/promises";
import { type Folder, kmlWithFolders, type Root } from "@tmcw/togeojson";
import { DOMParser } from "@xmldom/xmldom";
import type { SourceFeature, SourceGeometry } from "../../../planning/layers/SourceFeature.ts";
import type { OnProgress } from "../Progress.ts";
import { parseXml } from "../strictXml.ts";
import { unreadableGeometry } from "../unreadableGeometry.ts";
import { type KmlElement, KmlReader, type KmlVisitor } from "./KmlReader.ts";
import type { KmlOutline } from "./kmlOutline.ts";
import { KML, type KmlText } from "./kmlText.ts";
import type { SharedElements } from "./SharedElements.ts";

/** After so much of the document everybody else on the thread has a turn; some 20 ms. */
const TURN_CHARACTERS = 50_000;

export interface ReadOptions {
	/** Path of the folder to read; null for all. */
	readonly folder: string | null;
	readonly onProgress?: OnProgress | undefined;
}

interface Converted {
	readonly properties: Readonly<Record<string, unknown>>;
	readonly geometry: SourceGeometry | null;
}

/** The features; each says in `folder` where it was, unless it has a property of that name. */
export async function* kmlFeatures(
	text: KmlText,
	{ folders, shared }: KmlOutline,
	{ folder: wanted, onProgress }: ReadOptions,
): AsyncIterable<SourceFeature> {
	const collector = new Collector();
	const reader = new KmlReader(collector);
	let number = 0;
	let characters = 0;
	for await (const _ of parseXml(text.read(onProgress), reader, KML))
		for (const element of collector.take()) {
			const folder = element.folder === null ? "" : (folders[element.folder] ?? "");
			if (wanted !== null && folder !== wanted) continue;
			characters += element.markup.length;
			if (characters > TURN_CHARACTERS) {
				characters = 0;
				await setImmediate();
			}
			for (const feature of featuresOf(element, shared, number + 1)) {
				number++;
				yield inFolder(feature, folder);
			}
		}
}

class Collector implements KmlVisitor {
	readonly wanted = "features";
	private elements: KmlElement[] = [];

	feature(element: KmlElement): void {
		this.elements.push(element);
	}

	shared(): void {}

	take(): KmlElement[] {
		const taken = this.elements;
		this.elements = [];
		return taken;
	}
}

/** One that cannot be converted stays, without shape and with the reason. */
function featuresOf(
	element: KmlElement,
	shared: SharedElements,
	number: number,
): readonly SourceFeature[] {
	try {
		const document = parser().parseFromString(shared.documentOf(element), "text/xml");
		return [...within(kmlWithFolders(document))].map(({ properties, geometry }, i) => ({
			place: { feature: number + i },
			properties,
			geometry,
		}));
	} catch (error) {
		const issues = [unreadableGeometry(number, error)];
		return [{ place: { feature: number }, properties: {}, geometry: null, issues }];
	}
}

function parser(): DOMParser {
	return new DOMParser({
		onError: (level, message) => {
			if (level !== "warning") throw new Error(message);
		},
	});
}

function* within({ children }: Root | Folder): Iterable<Converted> {
	for (const child of children)
		if (child.type === "folder") yield* within(child);
		else yield { properties: child.properties ?? {}, geometry: child.geometry };
}

function inFolder(feature: SourceFeature, folder: string): SourceFeature {
	if (folder === "" || "folder" in feature.properties) return feature;
	return { ...feature, properties: { ...feature.properties, folder } };
}
