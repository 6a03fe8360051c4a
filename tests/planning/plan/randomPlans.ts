// Plans at random on small grown cities. A pick is a few numbers; what it means depends on the state it is used in, so that
// most operations are near legal ones whatever came before.
import fc from "fast-check";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { lonLatArc, lonLatOfCm } from "../../../planning/partition/lonLatShape.ts";
import { cellShape, sidesOfCell, twiceRingAreaCm2 } from "../../../planning/partition/shape.ts";
import { cellOfSide } from "../../../planning/partition/sides.ts";
import type { Tiling } from "../../../planning/partition/Tiling.ts";
import { facilitiesOf } from "../../../planning/plan/facilitiesOf.ts";
import { type PlanBase, planBaseOf } from "../../../planning/plan/PlanBase.ts";
import type { PlanState } from "../../../planning/plan/PlanState.ts";
import type { PlanOperation } from "../../../planning/wire/plans.ts";
import { grownCity, randomOf } from "../../scenes/grownCity.ts";
import { facility, SNAPSHOT } from "./planScene.ts";

export interface GrownBasePlan {
	readonly cells: number;
	readonly streets: number;
	readonly squaresPerCell?: number;
	readonly seed: number;
}

/** A grown city of one committee per cell, grown streets, two districts, a basic management unit and a circle. */
export function grownBase({ cells, streets, squaresPerCell = 6, seed }: GrownBasePlan): PlanBase {
	const { tiling, assignment } = grownCity({ cells, units: streets, squaresPerCell, seed });
	return baseOn(tiling, streets, assignment.unitOfCell);
}

/** Of any territory: one committee per cell, so many streets, two districts, a basic management unit and a circle. */
export function baseOn(tiling: Tiling, streets: number, unitOfCell: ArrayLike<number>): PlanBase {
	const streetOf = (cell: number) => `S${unitOfCell[cell]}`;
	const districtOf = (street: string) => (Number(street.slice(1)) * 2 < streets ? "D0" : "D1");
	const unit = { zone: null, declaredResidents: null, declaredHouseholds: null, seat: null };
	const streetCodes = Array.from({ length: streets }, (_, street) => `S${street}`);
	return planBaseOf({
		snapshot: SNAPSHOT,
		tiling,
		units: [
			...["D0", "D1"].map((code) => ({
				...unit,
				...{
					kind: "district" as const,
					code,
					name: `区${code}`,
					parentCode: null,
					streetKind: null,
				},
			})),
			...streetCodes.map((code) => ({
				...unit,
				...{ kind: "street" as const, code, name: `街${code}`, parentCode: districtOf(code) },
				streetKind: "town" as const,
			})),
			...tiling.cellCode.map((code, cell) => ({
				...unit,
				...{ kind: "committee" as const, code, name: `居${cell}`, parentCode: streetOf(cell) },
				streetKind: null,
			})),
			{
				...unit,
				...{ kind: "bmu" as const, code: "B0", name: "单元", parentCode: "S0", streetKind: null },
			},
			{
				...unit,
				...{
					kind: "circle" as const,
					code: "K0",
					name: "片区",
					parentCode: "D0",
					streetKind: null,
				},
			},
		],
		cells: tiling.cellCode.map((code, cell) => ({
			code,
			units: {
				district: districtOf(streetOf(cell)),
				street: streetOf(cell),
				committee: code,
				...(streetOf(cell) === "S0" && cell % 2 === 0 ? { bmu: "B0" } : {}),
				...(streetOf(cell) === "S1" || streetOf(cell) === "S0" ? { circle: "K0" } : {}),
			},
		})),
		facilities: [facility({ id: "F1", lonLat: placeIn(tiling, 0), operatorCode: "S1" })],
	});
}

/** Twice the area of all cells, whole cm². */
export function twiceAreaCm2(tiling: Tiling): number {
	return tiling.cellCode.reduce(
		(sum, _, cell) =>
			cellShape(tiling, cell)
				.flat()
				.reduce((of, ring) => of + twiceRingAreaCm2(tiling, ring), sum),
		0,
	);
}

/** Which kind of operation, and four numbers from 0 to 1 to make it of. */
export interface Pick {
	readonly kind: number;
	readonly by: readonly [number, number, number, number];
}

const share = fc.integer({ min: 0, max: 9_999 }).map((n) => n / 10_000);
const pick = fc.record({ kind: share, by: fc.tuple(share, share, share, share) });
export const picks: fc.Arbitrary<readonly Pick[]> = fc.array(pick, { minLength: 1, maxLength: 25 });
export const fiftyPicks: fc.Arbitrary<readonly Pick[]> = fc.array(pick, {
	minLength: 50,
	maxLength: 50,
});

/** The same from a seed, for long lists. */
export function seededPicks(count: number, seed: number): Pick[] {
	const random = randomOf(seed);
	return Array.from({ length: count }, () => ({
		kind: random(),
		by: [random(), random(), random(), random()],
	}));
}

/** An operation that a pick means on a state; most assign, some cut and reshape, the rest is everything else. */
export function operationOf(state: PlanState, { kind, by }: Pick, number: number): PlanOperation {
	const { tiling, layers } = state;
	const [first, second] = by;
	const cell = Math.floor(first * tiling.cellCode.length);
	const code = tiling.cellCode[cell];
	const street = layers.street.unitCode[layers.street.unitOfCell[cell]];
	const beyond = neighbourOf(state, cell, second);
	const other = layers.street.unitCode[layers.street.unitOfCell[beyond]];
	if (kind < 0.5) return { op: "assign", layer: "street", cells: [code], to: other };
	if (kind < 0.58) return { op: "cut", cell: code, line: lineThrough(state, cell, by) };
	if (kind < 0.64) return reshapeNear(state, cell, by);
	const others: readonly PlanOperation[] = [
		{ op: "assign", layer: "committee", cells: [code], to: committeeOf(state, beyond) },
		{
			op: "assign",
			layer: "bmu",
			cells: [code],
			to: second < 0.5 ? (layers.bmu.unitCode[0] ?? "B0") : null,
		},
		{ op: "createUnit", layer: "street", code: `N${number}`, name: "新街", cells: [code] },
		{ op: "createUnit", layer: "bmu", code: `M${number}`, name: "新单元", cells: [code] },
		{ op: "merge", layer: "street", units: [street], into: other },
		{ op: "dissolveUnit", layer: "street", unit: street, to: other },
		{ op: "dissolveUnit", layer: "bmu", unit: `M${number - 1}`, to: null },
		{
			op: "merge",
			layer: "committee",
			units: [committeeOf(state, cell)],
			into: committeeOf(state, beyond),
		},
		{ op: "rename", layer: "street", unit: street, name: `名${number}` },
		{ op: "changeKind", unit: street, streetKind: "subdistrict" },
		{ op: "moveSeat", layer: "street", unit: street, at: placeIn(tiling, cell) },
		{ op: "reparent", layer: "street", unit: street, to: districtOf(state, second) },
		{
			op: "addFacility",
			id: `P${number}`,
			category: "COM-MKT",
			at: placeIn(tiling, cell),
			name: "x",
		},
		{ op: "moveFacility", id: facilitiesOf(state).at(-1)?.id ?? "", at: placeIn(tiling, cell) },
		{ op: "closeFacility", id: facilitiesOf(state).at(-1)?.id ?? "" },
		{ op: "openLink", id: `L${number}`, from: placeIn(tiling, cell), to: placeIn(tiling, beyond) },
		{ op: "closeLink", id: `L${number - 1}` },
		{ op: "joinCells", cells: partsLike(state, cell), into: code.slice(0, 12) },
	];
	return others[Math.floor(((kind - 0.64) / 0.36) * others.length)];
}

/** The first or the last. */
function districtOf({ layers: { district } }: PlanState, share: number): string {
	return district.unitCode.at(share < 0.5 ? 0 : -1) ?? "";
}

function committeeOf({ layers: { committee } }: PlanState, cell: number): string {
	return committee.unitCode[committee.unitOfCell[cell]];
}

function partsLike({ tiling, baseCell }: PlanState, cell: number): string[] {
	const parts = tiling.cellCode.filter((_, other) => baseCell[other] === baseCell[cell]);
	return parts.length > 1 ? parts : [parts[0], parts[0]];
}

/** A cell across some side of a cell; the cell itself where that is the outside. */
function neighbourOf({ tiling }: PlanState, cell: number, pick: number): number {
	const sides = sidesOfCell(tiling, cell);
	const beyond = cellOfSide(tiling, sides[Math.floor(pick * sides.length)] ^ 1);
	return beyond < 0 ? cell : beyond;
}

/** From beyond one side of a cell's box to beyond another, nearly always through it. */
function lineThrough({ tiling }: PlanState, cell: number, by: Pick["by"]): LonLat[] {
	const [west, south, east, north] = boxOf(tiling, cell);
	const at = (share: number, from: number, to: number) => Math.round(from + share * (to - from));
	return by[3] < 0.5
		? [
				lonLatOfCm(tiling.frame, west - 500, at(by[1], south, north)),
				lonLatOfCm(tiling.frame, east + 500, at(by[2], south, north)),
			]
		: [
				lonLatOfCm(tiling.frame, at(by[1], west, east), south - 500),
				lonLatOfCm(tiling.frame, at(by[2], west, east), north + 500),
			];
}

/** A border between two streets near a cell, pushed to one side. */
function reshapeNear(state: PlanState, near: number, by: Pick["by"]): PlanOperation {
	const { tiling, layers } = state;
	const { unitOfCell, unitCode } = layers.street;
	const arcs = [...tiling.arcLeft.keys()].filter((arc) => {
		const [left, right] = [tiling.arcLeft[arc], tiling.arcRight[arc]];
		return left >= 0 && right >= 0 && unitOfCell[left] !== unitOfCell[right];
	});
	if (arcs.length === 0)
		return {
			op: "cut",
			cell: tiling.cellCode[near],
			line: [
				[0, 0],
				[0, 0],
			],
		};
	const arc = arcs[Math.floor(by[1] * arcs.length)];
	const line = lonLatArc(tiling, arc);
	const [from, to] = [line[0], line[line.length - 1]];
	const middle: LonLat = [
		(from[0] + to[0]) / 2 + (by[2] - 0.5) * (to[1] - from[1]),
		(from[1] + to[1]) / 2 + (by[2] - 0.5) * (from[0] - to[0]),
	];
	return {
		op: "reshape",
		layer: "street",
		units: [unitCode[unitOfCell[tiling.arcLeft[arc]]], unitCode[unitOfCell[tiling.arcRight[arc]]]],
		line: [from, middle, to],
	};
}

function boxOf({ pointCm, arcFirstPoint, ...tiling }: PlanState["tiling"], cell: number) {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (const side of sidesOfCell({ pointCm, arcFirstPoint, ...tiling }, cell))
		for (let i = arcFirstPoint[side >> 1]; i < arcFirstPoint[(side >> 1) + 1]; i++) {
			west = Math.min(west, pointCm[2 * i]);
			east = Math.max(east, pointCm[2 * i]);
			south = Math.min(south, pointCm[2 * i + 1]);
			north = Math.max(north, pointCm[2 * i + 1]);
		}
	return [west, south, east, north] as const;
}

/** The first corner of a cell, a little inside its box: mostly in the cell, always in the city or near it. */
function placeIn(tiling: PlanState["tiling"], cell: number): LonLat {
	const [west, south, east, north] = boxOf(tiling, cell);
	return lonLatOfCm(tiling.frame, Math.round((west + east) / 2), Math.round((south + north) / 2));
}
