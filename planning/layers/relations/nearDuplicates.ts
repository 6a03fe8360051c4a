// The same facility twice: within 30 m, of one category, with a similar name.
import type { FacilityRecord } from "../../city/records.ts";
import { distanceM, metresPerDegree } from "../../geo/ellipsoid.ts";
import type { Issue } from "../Issue.ts";
import { identityOf } from "../identities.ts";
import { areSimilarNames, plainName } from "../names.ts";

const NEAR_M = 30;
/** A little wider, because degrees of longitude are shorter elsewhere in the city. */
const BIN_M = 32;
/** Of a crowd at one place, so many are compared with each: enough to find a twin, and no more than n log n. */
const COMPARED = 50;

/** One issue for each facility that has a twin before it. */
export function nearDuplicates(facilities: readonly FacilityRecord[]): Issue[] {
	const byCategory = new Map<string, FacilityRecord[]>();
	for (const facility of facilities) {
		const group = byCategory.get(facility.category);
		if (group === undefined) byCategory.set(facility.category, [facility]);
		else group.push(facility);
	}
	return [...byCategory.values()].flatMap(twinsAmong);
}

function twinsAmong(group: readonly FacilityRecord[]): Issue[] {
	const bins = new Bins(group);
	const names = group.map(({ name }) => plainName(name));
	return group.flatMap((facility, i): Issue[] => {
		let compared = 0;
		let twin: Issue | null = null;
		for (const j of bins.before(i)) {
			if (twin !== null || compared >= COMPARED) break;
			const apartM = distanceM(facility.lonLat, group[j].lonLat);
			if (apartM > NEAR_M) continue;
			compared++;
			if (areSimilarNames(names[i], names[j])) twin = twinIssue(facility, group[j], apartM);
		}
		return twin === null ? [] : [twin];
	});
}

/** Facilities in square bins; asked for in order, each is put in after it was asked for. */
class Bins {
	private readonly facilities: readonly FacilityRecord[];
	private readonly scale: { lonM: number; latM: number };
	private readonly bins = new Map<string, number[]>();

	constructor(facilities: readonly FacilityRecord[]) {
		this.facilities = facilities;
		this.scale = metresPerDegree(facilities[0].lonLat[1]);
	}

	/** Those before one, in its bin and the eight around, the latest of each bin first. */
	before(index: number): number[] {
		const [lon, lat] = this.facilities[index].lonLat;
		const column = Math.floor((lon * this.scale.lonM) / BIN_M);
		const row = Math.floor((lat * this.scale.latM) / BIN_M);
		const found: number[] = [];
		for (let dx = -1; dx <= 1; dx++)
			for (let dy = -1; dy <= 1; dy++) {
				const bin = this.bins.get(`${column + dx} ${row + dy}`) ?? [];
				found.push(...bin.slice(-COMPARED));
			}
		const key = `${column} ${row}`;
		const own = this.bins.get(key);
		if (own === undefined) this.bins.set(key, [index]);
		else own.push(index);
		return found.reverse();
	}
}

function twinIssue(facility: FacilityRecord, twin: FacilityRecord, apartM: number): Issue {
	const [lon, lat] = facility.lonLat;
	const metres = apartM.toFixed(0);
	return {
		code: "facility.near-duplicate",
		severity: "info",
		at: { lon, lat },
		message: {
			zh: `${facility.name}（${facility.id}）与${twin.name}（${twin.id}）相距 ${metres} 米，名称相近，像是同一处。请核对，重复的删去一条。`,
			en: `${facility.name} (${facility.id}) is ${metres} m from ${twin.name} (${twin.id}), of nearly the same name: they look like one. Check them, and delete one if so.`,
		},
		about: [identityOf("facilities", facility), identityOf("facilities", twin)],
	};
}
