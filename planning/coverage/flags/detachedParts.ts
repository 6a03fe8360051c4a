// Parts of a unit that share no border with its main part, and those that one other unit encloses (飞地).
import { areaM2 } from "../../city/geodesicArea.ts";
import type { Flag, FlagCode } from "../analysis.ts";
import type { Surveyed } from "../surveyed.ts";
import type { DetachedGroup } from "./detachedGroups.ts";
import type { FlagFinder } from "./evidence.ts";
import { idsOf, residentsOf, rounded, unitWhereabouts } from "./flagParts.ts";

export const detachedPart: FlagFinder = {
	code: "detached-part",
	isOn: true,
	find: (evidence) =>
		evidence.detached().map((group) =>
			flagOf(evidence.surveyed, group, {
				code: "detached-part",
				unitCodes: [group.unit.code],
				words:
					"单元的一部分与主体不相连（点相接不算） / A part shares no border with the part that holds the seat, else the most residents",
			}),
		),
};

export const exclave: FlagFinder = {
	code: "exclave",
	isOn: true,
	find: (evidence) =>
		evidence.detached().flatMap((group) => {
			if (group.around === undefined) return [];
			return [
				flagOf(evidence.surveyed, group, {
					code: "exclave",
					unitCodes: [group.unit.code, group.around.code],
					words:
						"飞地：不相连的部分被另一个单元完全包围 / A detached part enclosed by exactly one other unit",
				}),
			];
		}),
};

function flagOf(
	surveyed: Surveyed,
	{ unit, faces, cellCodes, residences, place }: DetachedGroup,
	{ code, unitCodes, words }: { code: FlagCode; unitCodes: readonly string[]; words: string },
): Flag {
	return {
		id: `${code}:${unit.kind}:${unit.code}:${cellCodes[0]}:${faces[0]}`,
		flag: code,
		category: null,
		unitCodes,
		...unitWhereabouts(surveyed, { ...unit, seat: null, polygons: place }),
		residents: residentsOf(surveyed, residences),
		residenceIds: idsOf(surveyed, residences),
		rule: `${words}（区划调整文件常列的边界缺陷；几何由本系统判定；桥、渡口、飞地可申报例外）`,
		confidence: "derived",
		lever: "boundary",
		figures: {
			unitKind: unit.kind,
			unitName: unit.name,
			areaKm2: rounded(areaM2(place) / 1e6, 3),
			cells: cellCodes.length,
		},
	};
}
