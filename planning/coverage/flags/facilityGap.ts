// Nobody's facility is near: residents under-served by the network of facilities.
import { byCodeUnit } from "../../city/codeUnitOrder.ts";
import type { Category } from "../../standards/catalogue.ts";
import { THRESHOLDS } from "../../standards/thresholds.ts";
import type { Flag } from "../analysis.ts";
import { membersOf } from "../gaps/clusters.ts";
import type { GapsFound } from "../gaps/findGaps.ts";
import type { ClusterFacts } from "./clusterFacts.ts";
import type { Evidence, FlagFinder } from "./evidence.ts";
import { limitConfidence, limitWords, rounded } from "./flagParts.ts";
import { type SharingFlag, wholeFlag } from "./sharedParts.ts";

/** Single-linkage clusters of residences beyond the limit of a category that the city has at all. */
export const facilityGap: FlagFinder = {
	code: "facility-gap",
	isOn: true,
	isOrdered: true,
	findIn(evidence, category) {
		const found = evidence.gapsIn(category.code);
		if (found === undefined) return [];
		const shared = sharedOf(evidence, category, found);
		const gaps = Array.from(found.people, (_, cluster) => new FacilityGap(shared, cluster));
		return evidence.isInOrder() ? gaps : gaps.sort((a, b) => byCodeUnit(a.id, b.id));
	},
};

/** What all gaps of a category share. */
interface Shared {
	readonly part: ReturnType<typeof partOf>;
	readonly found: GapsFound;
	readonly residenceIds: readonly string[];
	readonly factsOf: (cluster: Int32Array) => ClusterFacts;
}

function sharedOf(evidence: Evidence, category: Category, found: GapsFound): Shared {
	return {
		part: partOf(category, rounded(evidence.surveyed.links().linkM, 1)),
		found,
		residenceIds: evidence.surveyed.residenceIds,
		factsOf: evidence.factsOf,
	};
}

function partOf(category: Category, linkM: number) {
	const { zh, en } = limitWords(category);
	const minimum = THRESHOLDS.gapMinResidents.value;
	return {
		flag: "facility-gap",
		category: category.code,
		rule:
			`${category.nameZh}：${zh}；相连居住点合计 ≥ ${minimum} 人不可达（${category.source}；人数下限为系统默认值） / ` +
			`${category.nameEn}: ${en}; linked residences of at least ${minimum} residents without one`,
		confidence: limitConfidence(category),
		lever: "facility",
		figures: {
			limitMinutes: category.basis === "minutes" ? category.walkMinutes : null,
			limitM: category.basis === "metres" ? category.radiusM : null,
			linkM,
		},
	} as const;
}

/** A whole city has hundreds of thousands of gaps: who and where they are is put into words when somebody reads it. */
class FacilityGap implements SharingFlag {
	readonly #shared: Shared;
	readonly #cluster: number;

	constructor(shared: Shared, cluster: number) {
		this.#shared = shared;
		this.#cluster = cluster;
	}

	get id() {
		const { part, found, residenceIds } = this.#shared;
		const first = found.members[found.first[this.#cluster]];
		return `${part.flag}:${part.category}:${residenceIds[first]}`;
	}
	get flag() {
		return this.#shared.part.flag;
	}
	get category() {
		return this.#shared.part.category;
	}
	get unitCodes() {
		return this.#facts.unitCodes;
	}
	get residents() {
		return this.#shared.found.people[this.#cluster];
	}
	get residenceIds() {
		return this.#facts.residenceIds;
	}
	get rule() {
		return this.#shared.part.rule;
	}
	get confidence() {
		return this.#shared.part.confidence;
	}
	get lever() {
		return this.#shared.part.lever;
	}
	get figures() {
		return this.toJSON().figures;
	}
	get at() {
		return this.#facts.at;
	}
	get place() {
		return this.#facts.place;
	}

	inParts() {
		const minutes = this.#shared.found.medianMinutes[this.#cluster];
		const figures = { medianWalkMinutes: Number.isNaN(minutes) ? null : minutes };
		return { own: { id: this.id, figures }, parts: [this.#shared.part, this.#facts] };
	}

	/** The same as a plain record. */
	toJSON(): Flag {
		return wholeFlag(this.inParts());
	}

	get #facts(): ClusterFacts {
		const { factsOf, found } = this.#shared;
		return factsOf(membersOf(found, this.#cluster));
	}
}
