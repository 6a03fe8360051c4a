// From the features of a line layer to what the street compiler reads: vertices become nodes, properties tags.

import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { ColumnPicker } from "../../../planning/layers/ColumnPicker.ts";
import { FeatureCells } from "../../../planning/layers/FeatureCells.ts";
import type { NamedColumns } from "../../../planning/layers/fields.ts";
import { type IssueGroup, IssueList } from "../../../planning/layers/IssueList.ts";
import type { SourceFeature } from "../../../planning/layers/SourceFeature.ts";
import { NodeColumn } from "../../../planning/streets/NodeColumn.ts";
import type { WaySet } from "../../../planning/streets/Way.ts";
import { type CollectedStreets, isNeeded } from "../osm/collectStreets.ts";
import { TagPool } from "../osm/TagPool.ts";
import { WayStore } from "../osm/WayStore.ts";
import { GuessedClasses } from "./GuessedClasses.ts";
import { LineIds } from "./LineIds.ts";
import { LineReader } from "./LineReader.ts";
import { lineTags } from "./lineTags.ts";

export interface LineOptions {
	/** Columns that a person named: `kind` (class of the road), `name`, `id`. */
	readonly columns: NamedColumns;
	/** From the file's coordinates to WGS84 degrees; absent: they are that. */
	readonly toLonLat?: ((x: number, y: number) => LonLat) | undefined;
}

export interface CollectedLines extends CollectedStreets {
	/** What was left out or guessed, beside what `dropped` counts. */
	readonly issues: readonly IssueGroup[];
	/** Features; of an accepted one at least one line was taken. */
	readonly features: { readonly read: number; readonly accepted: number; readonly leftOut: number };
}

/** Collect a whole layer. The same layer gives the same nodes and ways: they are numbered as they are met. */
export async function collectLines(
	features: AsyncIterable<SourceFeature>,
	options: LineOptions,
): Promise<CollectedLines> {
	const book = new LineBook(options);
	for await (const feature of features) book.add(feature);
	return book.collected();
}

/** What is kept of a layer while it is read. */
class LineBook {
	private readonly options: LineOptions;
	private readonly columns: ColumnPicker;
	private readonly issues = new IssueList();
	private readonly lines = new LineReader();
	private readonly ids: LineIds;
	private readonly pool = new TagPool();
	private readonly ways = new WayStore();
	/** Lines that say nothing about themselves: streets, unless others of the layer do say what they are. */
	private readonly silent = new WayStore();
	private readonly guessed = new GuessedClasses();
	private hasTagged = false;
	private readonly count = { read: 0, accepted: 0, silent: 0, other: 0 };

	constructor(options: LineOptions) {
		this.options = options;
		this.columns = new ColumnPicker(options.columns);
		this.ids = new LineIds(options.columns.id);
	}

	add(feature: SourceFeature): void {
		this.count.read++;
		for (const issue of feature.issues ?? []) this.issues.add(issue);
		if (feature.issues?.some(({ severity }) => severity === "blocking") === true) return;
		const cells = new FeatureCells(feature, this.columns, this.issues, this.options.toLonLat);
		const lines = this.lines.linesOf(cells);
		if (lines.length === 0) return;
		const { tags, isTagged, unknownClass } = lineTags(feature.properties, this.options.columns);
		if (isTagged) this.hasTagged = true;
		const taken = unknownClass === null ? tags : { ...tags, highway: "residential" };
		if (!isNeeded(taken)) {
			this.count.other++;
			return;
		}
		if (unknownClass === "") this.count.silent++;
		else this.count.accepted++;
		if (unknownClass !== null && unknownClass !== "") this.guessed.add(unknownClass);
		const store = unknownClass === "" ? this.silent : this.ways;
		const id = this.ids.idOf(feature);
		for (const nodeIds of lines) store.add(id, this.pool.read(taken), nodeIds);
	}

	collected(): CollectedLines {
		const { read, accepted, silent, other } = this.count;
		if (!this.hasTagged) {
			this.guessed.add("", silent);
			for (const { id, tags, nodeIds } of this.silent) this.ways.add(id, tags, nodeIds);
		}
		const acceptedCount = accepted + (this.hasTagged ? 0 : silent);
		return {
			waySet: this.waySet(),
			read: { nodes: this.lines.vertexCount, ways: read, relations: 0 },
			dropped: {
				danglingReferences: 0,
				danglingMembers: 0,
				waysWithoutNodes: this.lines.shortCount,
				waysNotNeeded: other + (this.hasTagged ? silent : 0),
			},
			issues: [...this.issues.byCode(), ...this.guessed.groups()],
			features: { read, accepted: acceptedCount, leftOut: read - acceptedCount },
		};
	}

	/** The ways and the nodes they use. */
	private waySet(): WaySet {
		const { places } = this.lines;
		const isUsed = new Uint8Array(places.count);
		for (const { nodeIds } of this.ways) for (const id of nodeIds) isUsed[id - 1] = 1;
		const numbers = Uint32Array.from(isUsed.keys()).filter((number) => isUsed[number] === 1);
		const ids = Float64Array.from(numbers, (number) => number + 1);
		const column = (at: (number: number) => number) =>
			new NodeColumn(ids, Float64Array.from(numbers, at));
		return {
			ways: this.ways,
			lonOf: column((number) => places.lonAt(number)),
			latOf: column((number) => places.latAt(number)),
			nodeTags: new Map(),
		};
	}
}
