// What is in a KML document, collected from its events: folders with their names, features one by one, and the styles and
// schemas that features share. Names are taken without the prefix that the root element has.
import { malformed } from "../refusing.ts";
import type { XmlAttributes, XmlEvents } from "../strictXml.ts";
import { KML } from "./kmlText.ts";
import { Markup } from "./Markup.ts";

const FEATURES: ReadonlySet<string> = new Set(["Placemark", "GroundOverlay", "NetworkLink"]);
const SHARED: ReadonlySet<string> = new Set([
	"Style",
	"StyleMap",
	"Schema",
	"CascadingStyle",
	"gx:CascadingStyle",
]);
/** Prefixes that files use without declaring them. */
const USUAL_NAMESPACES = {
	"xmlns:gx": "http://www.google.com/kml/ext/2.2",
	"xmlns:atom": "http://www.w3.org/2005/Atom",
	"xmlns:kml": "http://www.opengis.net/kml/2.2",
	"xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
};

/** An element of interest as it came. */
export interface KmlElement {
	readonly name: string;
	readonly attributes: XmlAttributes;
	/** Number of the folder it is in, by the order in which folders begin; null outside of any. */
	readonly folder: number | null;
	/** The style it names first; null where it names none. */
	readonly styleUrl: string | null;
	/** The element written out; "" where that was not wanted. */
	readonly markup: string;
}

export interface KmlFolder {
	/** "" for one without a name. */
	name: string;
	readonly parent: number | null;
}

/** What is done with the elements. */
export interface KmlVisitor {
	/** Elements of this kind are written out; others only seen. */
	readonly wanted: "features" | "shared";
	feature(element: KmlElement): void;
	shared(element: KmlElement): void;
}

interface Collected {
	readonly name: string;
	readonly attributes: XmlAttributes;
	readonly depth: number;
	readonly isFeature: boolean;
	readonly markup: Markup | null;
	styleUrl: string | null;
}

export class KmlReader implements XmlEvents {
	/** In the order in which they begin. */
	readonly folders: KmlFolder[] = [];
	/** As attributes for the root: what is declared outside of features, and whatever else is used. */
	readonly namespaces: Record<string, string> = { ...USUAL_NAMESPACES };
	private readonly visitor: KmlVisitor;
	private rootPrefix = "";
	private readonly path: string[] = [];
	private readonly openFolders: number[] = [];
	private inside: Collected | null = null;
	/** Text of the element that is read for its text, a name or the address of a style. */
	private reading: string | null = null;

	constructor(visitor: KmlVisitor) {
		this.visitor = visitor;
	}

	open(fullName: string, attributes: XmlAttributes): void {
		if (this.path.length === 0) this.openRoot(fullName);
		const name = this.plain(fullName);
		const parent = this.path.at(-1);
		this.path.push(name);
		this.noteNamespaces(fullName, attributes);
		if (this.inside !== null) {
			this.inside.markup?.open(name, attributes);
			if (name === "styleUrl" && this.inside.styleUrl === null) this.reading = "";
			return;
		}
		if (name === "Folder") this.openFolder();
		else if (name === "name" && parent === "Folder") this.reading = "";
		else if (FEATURES.has(name) || SHARED.has(name)) this.collect(name, attributes);
	}

	text(text: string): void {
		if (this.reading !== null) this.reading += text;
		this.inside?.markup?.text(text);
	}

	cdata(text: string): void {
		if (this.reading !== null) this.reading += text;
		this.inside?.markup?.cdata(text);
	}

	close(fullName: string): void {
		const name = this.plain(fullName);
		this.path.pop();
		const { inside, reading } = this;
		if (inside !== null) {
			inside.markup?.close(name);
			if (name === "styleUrl" && reading !== null) inside.styleUrl = reading.trim() || null;
			if (this.path.length < inside.depth) this.finish(inside);
		} else if (name === "Folder") this.openFolders.pop();
		else if (name === "name" && reading !== null) this.nameFolder(reading.trim());
		this.reading = null;
	}

	private openRoot(fullName: string): void {
		this.rootPrefix = fullName.slice(0, fullName.indexOf(":") + 1);
		if (this.plain(fullName) !== "kml")
			throw malformed(KML, `开头是 <${fullName}>，不是 <kml> / it begins with <${fullName}>`);
	}

	private noteNamespaces(fullName: string, attributes: XmlAttributes): void {
		for (const key in attributes)
			if (!key.startsWith("xmlns")) this.notePrefix(key);
			else if (this.inside === null) this.namespaces[key] = attributes[key] ?? "";
		this.notePrefix(fullName);
	}

	/** A prefix without a meaning is given one, for a parser that insists. */
	private notePrefix(name: string): void {
		const colon = name.indexOf(":");
		if (colon < 0) return;
		const prefix = name.slice(0, colon);
		if (prefix !== "xml") this.namespaces[`xmlns:${prefix}`] ??= `urn:undeclared:${prefix}`;
	}

	private plain(fullName: string): string {
		return this.rootPrefix !== "" && fullName.startsWith(this.rootPrefix)
			? fullName.slice(this.rootPrefix.length)
			: fullName;
	}

	private openFolder(): void {
		this.folders.push({ name: "", parent: this.openFolders.at(-1) ?? null });
		this.openFolders.push(this.folders.length - 1);
	}

	private nameFolder(name: string): void {
		const folder = this.folders[this.openFolders.at(-1) ?? -1];
		if (folder !== undefined) folder.name = name;
	}

	private collect(name: string, attributes: XmlAttributes): void {
		const isFeature = FEATURES.has(name);
		const isWanted = isFeature === (this.visitor.wanted === "features");
		const markup = isWanted ? new Markup() : null;
		markup?.open(name, attributes);
		const depth = this.path.length;
		this.inside = { name, attributes, depth, isFeature, markup, styleUrl: null };
	}

	private finish({ name, attributes, isFeature, markup, styleUrl }: Collected): void {
		this.inside = null;
		const folder = this.openFolders.at(-1) ?? null;
		const element = { name, attributes, folder, styleUrl, markup: markup?.toString() ?? "" };
		if (isFeature) this.visitor.feature(element);
		else this.visitor.shared(element);
	}
}
