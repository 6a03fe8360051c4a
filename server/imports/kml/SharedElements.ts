// Styles and schemas of a KML document, which its features name instead of having them. Each feature gets a document of its
// own with just those it names.
import type { KmlElement } from "./KmlReader.ts";
import { attributesOf } from "./Markup.ts";

/** A style may refer to another, and that to one more. */
const MOST_STEPS = 4;

export class SharedElements {
	private readonly root: string;
	private readonly styles = new Map<string, KmlElement>();
	private readonly schemas: string;

	constructor(namespaces: Readonly<Record<string, string>>, elements: readonly KmlElement[]) {
		this.root = attributesOf(namespaces);
		const isSchema = ({ name }: KmlElement) => name === "Schema";
		this.schemas = elements
			.filter(isSchema)
			.map(({ markup }) => markup)
			.join("");
		for (const element of elements) {
			const id = element.attributes["id"] ?? element.attributes["kml:id"];
			if (id !== undefined && !isSchema(element)) this.styles.set(`#${id}`, element);
		}
	}

	/** A document of this feature alone. */
	documentOf({ markup, styleUrl }: KmlElement): string {
		const schemas = markup.includes("<SimpleData") ? this.schemas : "";
		const styles = styleUrl === null ? "" : this.stylesOf(styleUrl);
		return `<kml${this.root}><Document>${styles}${schemas}${markup}</Document></kml>`;
	}

	private stylesOf(styleUrl: string): string {
		let found = "";
		let url: string | null = styleUrl;
		for (let step = 0; step < MOST_STEPS && url !== null; step++) {
			const style = this.styles.get(url.startsWith("#") ? url : `#${url}`);
			if (style === undefined) break;
			found = style.markup + found;
			url = style.styleUrl;
		}
		return found;
	}
}
