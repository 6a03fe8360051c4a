// What the new version of a layer holds: the file's records alone, or together with what stays of the current one.
import { sideOf } from "../../planning/city/pointInPolygon.ts";
import type { LonLat, MultiPolygonRings } from "../../planning/geo/LonLat.ts";
import type { IssueList } from "../../planning/layers/IssueList.ts";
import { canonicalJson } from "../../planning/wire/canonicalJson.ts";

export interface Merge<R> {
	/** Records of the file. */
	readonly incoming: readonly R[];
	/** Records of the current versions of the layers the import touches. */
	readonly current: readonly R[];
	/** Replace only inside this territory; null with `--add`, where nothing is replaced. */
	readonly within: MultiPolygonRings | null;
	/** null where nothing has a place: then `within` is null, too. */
	readonly positionOf: ((record: R) => LonLat) | null;
	readonly identityOf: (record: R) => string;
	readonly issues: IssueList;
}

/** The merged records, and those of the file that were taken. Ids that would then occur twice are blocking. */
export function mergeRecords<R extends object>(merge: Merge<R>): { all: R[]; taken: R[] } {
	const { within, positionOf, identityOf, issues } = merge;
	const isInside = (record: R) =>
		within === null || positionOf === null || contains(within, positionOf(record));
	const inside = merge.incoming.filter(isInside);
	const outsideCount = merge.incoming.length - inside.length;
	if (outsideCount > 0) issues.add(outsideIssue(outsideCount));

	const kept =
		within === null ? merge.current : merge.current.filter((record) => !isInside(record));
	const keptBy = new Map(kept.map((record) => [identityOf(record), record]));
	const taken: R[] = [];
	for (const record of inside) {
		const standing = keptBy.get(identityOf(record));
		if (standing === undefined) taken.push(record);
		else if (canonicalJson(standing) !== canonicalJson(record))
			issues.add(clash(identityOf(record)));
	}
	return { all: [...kept, ...taken], taken };
}

function contains(polygons: MultiPolygonRings, lonLat: LonLat): boolean {
	return polygons.some((rings) => sideOf(lonLat, rings) !== "outside");
}

function outsideIssue(count: number) {
	return {
		code: "place.outside-unit",
		severity: "info" as const,
		at: {},
		message: {
			zh: `${count} 条不在要替换的单元内，未导入。`,
			en: `${count} features lie outside the unit that is to be replaced and were left out.`,
		},
	};
}

function clash(identity: string) {
	return {
		code: "id.duplicate",
		severity: "blocking" as const,
		at: {},
		message: {
			zh: `编号“${identity}”在当前版本中已有另一条。请改成唯一的编号，或整体替换这个图层。`,
			en: `the id "${identity}" already belongs to another entry of the current version. Make ids unique, or replace the whole layer.`,
		},
	};
}
