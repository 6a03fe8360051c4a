// Steps on borders a person is likely to agree to, each tried on a copy, so that its figures are those it will have.

import type { UnitRecord } from "../../city/records.ts";
import { distanceM } from "../../geo/ellipsoid.ts";
import { faceBorders } from "../../partition/build/faceBorders.ts";
import type { Trouble } from "../../partition/build/Outline.ts";
import { TerritoryMending, type TerritoryStep } from "../../partition/mend/TerritoryMending.ts";
import { m2 } from "../../partition/mend/territoryWords.ts";
import type { Suggestion } from "../../wire/mends.ts";
import type { NumberedIssue } from "./suggestSteps.ts";

/** Tolerance of the step that is suggested, metres. App default. */
const TOLERANCE_M = 0.5;
/** Gaps narrower than this on average are drawing, not water; metres. As borders that run beside each other. */
const NARROW_M = 5;
/** Single faces suggested one by one. */
const MOST_FACES = 200;
/** An issue stands at the place of its trouble, in planes that differ by a hair. */
const SAME_PLACE_M = 2;

const BORDER_CODES = [
	"division.unshared-border",
	"division.sliver",
	"division.overlap",
	"division.gap",
] as const;

/** None where the units have no issue of their borders. */
export function territorySuggestions(
	units: readonly UnitRecord[],
	issues: readonly NumberedIssue[],
): Suggestion[] {
	const borders = issues.filter(({ code }) => BORDER_CODES.some((known) => known === code));
	if (units.length === 0 || borders.length === 0) return [];
	const trial = new TerritoryMending(units);
	const numbered = new IssueFinder(borders);
	return [
		...snapping(trial, numbered),
		...dividing(trial, numbered),
		...slivers(trial, numbered),
		...faces(trial, numbered),
	];
}

/** Finds the issue that told of a trouble. */
class IssueFinder {
	private readonly issues: readonly NumberedIssue[];

	constructor(issues: readonly NumberedIssue[]) {
		this.issues = issues;
	}

	has(code: string): boolean {
		return this.issues.some((issue) => issue.code === code);
	}

	ofCode(code: string): number[] {
		return this.issues.flatMap((issue) => (issue.code === code ? [issue.number] : []));
	}

	/** Numbers of the issues of some troubles: between the same units, or at the same place. */
	of(code: string, troubles: readonly Trouble[]): number[] {
		return this.issues.flatMap((issue) =>
			issue.code === code && troubles.some((trouble) => isToldBy(trouble, issue))
				? [issue.number]
				: [],
		);
	}
}

function isToldBy({ cells, at }: Trouble, { about, lon, lat }: NumberedIssue): boolean {
	if (about !== undefined) return about.join(" ") === cells.join(" ");
	return lon !== null && lat !== null && distanceM(at, [lon, lat]) < SAME_PLACE_M;
}

function snapping(trial: TerritoryMending, numbered: IssueFinder): Suggestion[] {
	if (!numbered.has("division.unshared-border") && !numbered.has("division.sliver")) return [];
	const before = trial.open();
	const step: TerritoryStep = { op: "snap-borders", toleranceM: TOLERANCE_M };
	const { touched, largestMoveM } = trial.apply(step);
	const after = new Set(trial.open().map(({ kind, cells }) => `${kind} ${cells.join(" ")}`));
	const gone = before.filter(({ kind, cells }) => !after.has(`${kind} ${cells.join(" ")}`));
	if (touched === 0) return [];
	const largest = largestMoveM.toFixed(2);
	return [
		{
			step,
			title: { zh: "对齐未共用的边界", en: "Align borders" },
			detail: {
				zh: `${touched} 个顶点，最大移动 ${largest} 米`,
				en: `${touched} vertices, at most ${largest} m`,
			},
			issues: BORDER_CODES.flatMap((code) =>
				numbered.of(
					code,
					gone.filter((trouble) => codeOf(trouble) === code),
				),
			),
		},
	];
}

function codeOf({ kind, isSliver }: Trouble): string {
	return `division.${isSliver ? "sliver" : kind}`;
}

function dividing(trial: TerritoryMending, numbered: IssueFinder): Suggestion[] {
	const overlaps = trial
		.openFaces()
		.filter(({ kind, isSliver, cells }) => kind === "overlap" && !isSliver && cells.length === 2);
	if (overlaps.length === 0) return [];
	const step: TerritoryStep = { op: "divide-overlaps", at: null };
	const { touched } = trial.apply(step);
	if (touched === 0) return [];
	const areaM2 = overlaps.reduce((sum, trouble) => sum + trouble.areaM2, 0);
	return [
		{
			step,
			title: { zh: "重叠沿中线分开", en: "Divide overlaps along their middle" },
			detail: placesAndArea(touched, areaM2),
			issues: numbered.of("division.overlap", overlaps),
		},
	];
}

function slivers(trial: TerritoryMending, numbered: IssueFinder): Suggestion[] {
	const thin = trial.openFaces().filter(({ isSliver }) => isSliver);
	if (thin.length === 0) return [];
	const step: TerritoryStep = { op: "give-slivers" };
	trial.apply(step);
	const areaM2 = thin.reduce((sum, trouble) => sum + trouble.areaM2, 0);
	return [
		{
			step,
			title: {
				zh: "细缝并入共边较长的邻居",
				en: "Give slivers to the neighbour with the longer border",
			},
			detail: placesAndArea(thin.length, areaM2),
			issues: numbered.ofCode("division.sliver"),
		},
	];
}

function placesAndArea(count: number, areaM2: number): Suggestion["detail"] {
	return {
		zh: `${count} 处，${m2(areaM2)} ㎡`,
		en: `${count} ${count === 1 ? "place" : "places"}, ${m2(areaM2)} m²`,
	};
}

/** What is left: overlaps to the claimant, narrow gaps to the neighbour with the longer border. */
function faces(trial: TerritoryMending, numbered: IssueFinder): Suggestion[] {
	const { subdivision } = trial.standing;
	const open = trial.openFaces();
	const borders = faceBorders(subdivision, new Set(open.map(({ face }) => face)));
	const names = new Map(trial.unitNames());
	return open
		.flatMap((trouble): Suggestion[] => {
			const border = borders.get(trouble.face);
			if (border === undefined) return [];
			const isGap = trouble.kind === "gap";
			if (isGap && trouble.areaM2 * 2 > NARROW_M * (border.lengthCm / 100)) return [];
			const claims = subdivision.claims[trouble.face];
			const [longest] = [...border.withCell]
				.filter(([cell]) => isGap || claims.includes(cell))
				.sort((a, b) => b[1] - a[1] || a[0] - b[0]);
			const cell = longest?.[0] ?? claims[0];
			if (cell === undefined) return [];
			const to = subdivision.codes[cell];
			return [giving(trouble, { to, name: names.get(to) ?? to }, numbered)];
		})
		.slice(0, MOST_FACES);
}

function giving(
	trouble: Trouble,
	{ to, name }: { readonly to: string; readonly name: string },
	numbered: IssueFinder,
): Suggestion {
	const isGap = trouble.kind === "gap";
	return {
		step: { op: "give", at: [trouble.at[0], trouble.at[1]], to },
		title: isGap
			? {
					zh: `空隙并入共边较长的${name}`,
					en: `Give the gap to ${name}, which has the longer border`,
				}
			: {
					zh: `重叠归界线较长的${name}`,
					en: `Give the overlap to ${name}, which has the longer border`,
				},
		detail: { zh: `${m2(trouble.areaM2)} ㎡`, en: `${m2(trouble.areaM2)} m²` },
		issues: numbered.of(codeOf(trouble), [trouble]),
	};
}
