// Parts of a unit that share no border with its main part, and those that one other unit encloses (飞地).
import { areaM2 } from "../../city/geodesicArea.ts";
import type { UnitRecord } from "../../city/records.ts";
import type { Flag, FlagCode } from "../analysis.ts";
import { connectedParts } from "./connectedParts.ts";
import type { Evidence, FlagFinder } from "./evidence.ts";
import { idsOf, residentsOf, rounded, unitWhereabouts } from "./flagParts.ts";

/** Share of a part's border that may face nobody in a part still enclosed: slack of drawn lines. */
const MAX_OUTSIDE_SHARE = 0.01;

export const detachedPart: FlagFinder = {
	code: "detached-part",
	isOn: true,
	find: (evidence) =>
		detachedGroups(evidence).map((group) =>
			flagOf(evidence, group, {
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
		detachedGroups(evidence).flatMap((group) => {
			const around = enclosedBy(evidence, group);
			if (around === undefined) return [];
			return [
				flagOf(evidence, group, {
					code: "exclave",
					unitCodes: [group.unit.code, around.code],
					words:
						"飞地：不相连的部分被另一个单元完全包围 / A detached part enclosed by exactly one other unit",
				}),
			];
		}),
};

/** A connected group of cell parts that is not its unit's main part. */
interface DetachedGroup {
	readonly unit: UnitRecord;
	readonly parts: readonly number[];
	readonly residences: readonly number[];
}

function detachedGroups(evidence: Evidence): DetachedGroup[] {
	const { tree, cells, residencePart } = evidence.surveyed.located;
	const partsOfCell = new Map<number, number[]>();
	cells.parts.forEach(({ cell }, part) => {
		partsOfCell.set(cell, [...(partsOfCell.get(cell) ?? []), part]);
	});
	return tree.units.flatMap((unit) => {
		const groups = connectedParts(
			evidence,
			tree.cellsOf(unit).flatMap((cell) => partsOfCell.get(cell) ?? []),
		);
		if (groups.length < 2) return [];
		const groupOfPart = new Map(
			groups.flatMap((parts, group) => parts.map((part) => [part, group] as const)),
		);
		const residences = groups.map((): number[] => []);
		for (const residence of evidence.surveyed.residencesOf(unit))
			residences[groupOfPart.get(residencePart[residence]) ?? 0].push(residence);
		const main = mainGroup(evidence, unit, groups, { groupOfPart, residences });
		return groups.flatMap((parts, group) =>
			group === main ? [] : [{ unit, parts, residences: residences[group] }],
		);
	});
}

/** The group that holds the seat, else the most residents, else the largest area. */
function mainGroup(
	{ surveyed }: Evidence,
	unit: UnitRecord,
	groups: readonly (readonly number[])[],
	of: { groupOfPart: ReadonlyMap<number, number>; residences: readonly (readonly number[])[] },
): number {
	const { cells } = surveyed.located;
	const seat = unit.seat === null ? undefined : of.groupOfPart.get(cells.partAt(unit.seat));
	if (seat !== undefined) return seat;
	const sizes = groups.map((parts, group) => ({
		group,
		residents: residentsOf(surveyed, of.residences[group]),
		m2: areaM2(parts.map((part) => cells.parts[part].rings)),
	}));
	return sizes.sort((a, b) => b.residents - a.residents || b.m2 - a.m2 || a.group - b.group)[0]
		.group;
}

/** The one other unit of the same kind around a group, when there is exactly one and nothing else. */
function enclosedBy(evidence: Evidence, { unit, parts }: DetachedGroup): UnitRecord | undefined {
	const { city, located } = evidence.surveyed;
	const { neighbours, borderM, outsideM } = evidence.adjacency();
	const inside = new Set(parts);
	const around = new Set<string | undefined>();
	let [border, outside] = [0, 0];
	for (const part of parts) {
		border += borderM[part];
		outside += outsideM[part];
		for (const next of neighbours[part])
			if (!inside.has(next))
				around.add(city.cells[located.cells.parts[next].cell].units[unit.kind]);
	}
	const [code] = around;
	if (around.size !== 1 || outside > border * MAX_OUTSIDE_SHARE) return undefined;
	return located.tree.unit(unit.kind, code);
}

function flagOf(
	{ surveyed }: Evidence,
	{ unit, parts, residences }: DetachedGroup,
	{ code, unitCodes, words }: { code: FlagCode; unitCodes: readonly string[]; words: string },
): Flag {
	const { city, located } = surveyed;
	const place = parts.map((part) => located.cells.parts[part].rings);
	const cellCodes = [
		...new Set(parts.map((part) => city.cells[located.cells.parts[part].cell].code)),
	].sort();
	return {
		id: `${code}:${unit.kind}:${unit.code}:${cellCodes[0]}:${parts[0]}`,
		flag: code,
		category: null,
		unitCodes,
		...unitWhereabouts(surveyed, { ...unit, seat: null, polygons: place }),
		residents: residentsOf(surveyed, residences),
		residenceIds: idsOf(surveyed, residences),
		rule: `${words}（区划调整文件常列的边界缺陷；几何由本系统判定）`,
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
