// Children must tile their parent: ground of a child outside it, and ground of a parent that no child has.
import { byCodeUnit } from "../city/codeUnitOrder.ts";
import type { UnitRecord } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import type { Issue } from "../layers/Issue.ts";
import { faceBorders } from "./build/faceBorders.ts";
import { type Subdivision, subdivide } from "./build/Subdivision.ts";
import { areaWords } from "./fitWords.ts";
import { lonLatOfCm } from "./lonLatShape.ts";
import { closedUp, unitNames } from "./unitNames.ts";

/** Less than this is drawing, m². App default, as among units of one level. */
const TOLD_M2 = 100;
/** Ground of less mean width comes from drawing a border twice. */
const SLIVER_WIDTH_CM = 100;

interface Misfit {
	areaM2: number;
	largestM2: number;
	at: LonLat;
}

/** Misfits between units and those one level up; a warning per pair or parent, the largest first. Cost n log n. */
export function parentIssues(
	children: readonly UnitRecord[],
	parents: readonly UnitRecord[],
): Issue[] {
	if (children.length === 0 || parents.length === 0) return [];
	const subdivision = subdivide([
		...children.map(({ code, polygons }) => ({ code: `c${code}`, polygons })),
		...parents.map(({ code, polygons }) => ({ code: `p${code}`, polygons })),
	]);
	const named = unitNames([...parents, ...children]);
	const { outside, unfilled } = misfitsOf(subdivision, children, parents);
	return [
		...sorted(outside).map(([key, misfit]) => {
			const [child, parent] = key.split(" ");
			return outsideIssue([child, parent], misfit, named);
		}),
		...sorted(unfilled).map(([parent, misfit]) => unfilledIssue(parent, misfit, named)),
	];
}

function misfitsOf(
	subdivision: Subdivision,
	children: readonly UnitRecord[],
	parents: readonly UnitRecord[],
) {
	const { codes, claims, graph, frame } = subdivision;
	const isParent = new Set(parents.map(({ code }) => code));
	const parentOf = new Map(
		children.flatMap(({ code, parentCode }) =>
			parentCode !== null && isParent.has(parentCode) ? [[code, parentCode] as const] : [],
		),
	);
	const withChildren = new Set(parentOf.values());
	const outside = new Map<string, Misfit>();
	const unfilled = new Map<string, Misfit>();
	const found: { face: number; key: string; to: Map<string, Misfit> }[] = [];
	claims.forEach((cells, face) => {
		const own = cells.map((cell) => codes[cell]);
		const above = own.filter((code) => code.startsWith("p")).map((code) => code.slice(1));
		const below = own.filter((code) => code.startsWith("c")).map((code) => code.slice(1));
		for (const child of below) {
			const parent = parentOf.get(child);
			if (parent !== undefined && !above.includes(parent))
				found.push({ face, key: `${child} ${parent}`, to: outside });
		}
		for (const parent of above)
			if (below.length === 0 && withChildren.has(parent))
				found.push({ face, key: parent, to: unfilled });
	});
	const borders = faceBorders(subdivision, new Set(found.map(({ face }) => face)));
	for (const { face, key, to } of found) {
		const border = borders.get(face);
		const twiceCm2 = graph.twiceAreaCm2[face];
		if (border === undefined || twiceCm2 < SLIVER_WIDTH_CM * border.lengthCm) continue;
		add(to, key, twiceCm2 / 2e4, lonLatOfCm(frame, ...border.at));
	}
	return { outside, unfilled };
}

function add(to: Map<string, Misfit>, key: string, areaM2: number, at: LonLat): void {
	const known = to.get(key) ?? { areaM2: 0, largestM2: 0, at };
	known.areaM2 += areaM2;
	if (areaM2 > known.largestM2) {
		known.largestM2 = areaM2;
		known.at = at;
	}
	to.set(key, known);
}

function sorted(misfits: ReadonlyMap<string, Misfit>): [string, Misfit][] {
	return [...misfits]
		.filter(([, { areaM2 }]) => areaM2 > TOLD_M2)
		.sort((a, b) => b[1].areaM2 - a[1].areaM2 || byCodeUnit(a[0], b[0]));
}

function outsideIssue(
	[child, parent]: readonly [string, string],
	{ areaM2, at: [lon, lat] }: Misfit,
	named: (code: string) => Issue["message"],
): Issue {
	const area = areaWords(areaM2);
	return {
		code: "division.outside-parent-area",
		severity: "info",
		at: { lon, lat },
		message: {
			zh: closedUp(
				`${named(child)} 有 ${area.zh}在上级 ${named(parent)} 的边界以外。请核对两级的边界或上级编码。`,
			),
			en: `${named(child).en}: ${area.en} lie outside its parent ${named(parent).en}. Check both borders, or the parent's code.`,
		},
		about: [child, parent],
		areaM2,
	};
}

function unfilledIssue(
	parent: string,
	{ areaM2, at: [lon, lat] }: Misfit,
	named: (code: string) => Issue["message"],
): Issue {
	const area = areaWords(areaM2);
	return {
		code: "division.parent-not-filled",
		severity: "info",
		at: { lon, lat },
		message: {
			zh: closedUp(
				`${named(parent)} 有 ${area.zh}没有下级单元。请核对是否缺少单元，或边界没有对齐。`,
			),
			en: `${named(parent).en}: ${area.en} belong to no unit below it. Check whether a unit is missing, or the borders do not meet.`,
		},
		about: [parent],
		areaM2,
	};
}
