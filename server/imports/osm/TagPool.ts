// Tags kept once: of each object only what the street compiler reads, and one object for all with the same.
import { READ_TAGS } from "../../../planning/streets/readTags.ts";
import type { Tags } from "./OsmBlock.ts";

export class TagPool {
	private readonly known = new Map<string, Tags>();

	/** The tags that are read; the same object for equal ones. */
	read(tags: Tags): Tags {
		let key = "";
		for (const name in tags) if (READ_TAGS.has(name)) key += `${name}\u0000${tags[name]}\u0000`;
		const found = this.known.get(key);
		if (found !== undefined) return found;
		const kept = Object.fromEntries(Object.entries(tags).filter(([name]) => READ_TAGS.has(name)));
		this.known.set(key, kept);
		return kept;
	}
}
