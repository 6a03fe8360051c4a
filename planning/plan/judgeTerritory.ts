// Whether what an operation did to the territory may stand: no unit is emptied or falls apart, no seat is left outside,
// no locked border moves. Looks at the cells that moved and the units they moved between, not at the city.
import { UNIT_KINDS, type UnitKind } from "../city/records.ts";
import { enclosingUnit } from "../partition/detachedParts.ts";
import { facesOf } from "../partition/faces.ts";
import { lonLatOfCm } from "../partition/lonLatShape.ts";
import { sidesOfCell } from "../partition/shape.ts";
import { cellOfSide } from "../partition/sides.ts";
import { ARC_FLAG } from "../partition/Tiling.ts";
import type { PlanLayer } from "./PlanBase.ts";
import { type Outcome, type PlanRefusal, refusalOf } from "./PlanRefusal.ts";
import { cellsOfUnit, type PlanState } from "./PlanState.ts";
import { cellAt } from "./placeAt.ts";
import { staysWhole } from "./staysWhole.ts";
import type { TerritoryDraft } from "./TerritoryDraft.ts";
import { exceptionsOf, type Piece, piecesOf } from "./unitPieces.ts";

/** The state that a draft makes, or why not: the first trouble, by layer, then unit. */
export function concluded(draft: TerritoryDraft): Outcome<PlanState> {
	for (const kind of UNIT_KINDS) {
		const cells = draft.moved.get(kind);
		const refusal = cells === undefined ? null : judgeLayer(draft, kind, [...cells]);
		if (refusal !== null) return { state: null, refusal };
	}
	return { state: { ...draft.from, layers: draft.layers }, refusal: null };
}

function judgeLayer(
	draft: TerritoryDraft,
	kind: UnitKind,
	cells: readonly number[],
): PlanRefusal | null {
	const before = draft.from.layers[kind];
	const after = draft.layer(kind);
	const units = new Set<number>();
	for (const cell of cells)
		for (const { unitOfCell } of [before, after]) units.add(unitOfCell[cell]);
	units.delete(-1);
	const sorted = [...units].sort((a, b) => a - b);
	return (
		emptied(kind, after, sorted) ??
		lockedBorder(draft, kind, cells) ??
		seatOutside(draft, kind, sorted) ??
		fallingApart(draft, kind, sorted)
	);
}

function emptied(kind: UnitKind, after: PlanLayer, units: readonly number[]): PlanRefusal | null {
	const gone = units.find(
		(unit) => !after.units[unit].isDissolved && !after.unitOfCell.includes(unit),
	);
	return gone === undefined
		? null
		: refusalOf("unit.emptied", { layer: kind, units: [after.unitCode[gone]] });
}

/** A legal or locked line between two units must go on being a line between two units. */
function lockedBorder(
	draft: TerritoryDraft,
	kind: UnitKind,
	cells: readonly number[],
): PlanRefusal | null {
	const { tiling } = draft.from;
	const before = draft.from.layers[kind].unitOfCell;
	const after = draft.layer(kind).unitOfCell;
	for (const cell of cells)
		for (const side of sidesOfCell(tiling, cell)) {
			const arc = side >> 1;
			if ((tiling.arcFlags[arc] & (ARC_FLAG.legal | ARC_FLAG.locked)) === 0) continue;
			const beyond = cellOfSide(tiling, side ^ 1);
			if (beyond < 0 || before[cell] === before[beyond] || after[cell] !== after[beyond]) continue;
			const point = 2 * ((tiling.arcFirstPoint[arc] + tiling.arcFirstPoint[arc + 1]) >> 1);
			return refusalOf("arc.locked", {
				layer: kind,
				units: codesOf(draft.from.layers[kind], [before[cell], before[beyond]]),
				cells: [tiling.cellCode[cell], tiling.cellCode[beyond]],
				at: lonLatOfCm(tiling.frame, tiling.pointCm[point], tiling.pointCm[point + 1]),
			});
		}
	return null;
}

/** A unit that had its seat inside keeps it inside. */
function seatOutside(
	draft: TerritoryDraft,
	kind: UnitKind,
	units: readonly number[],
): PlanRefusal | null {
	const before = draft.from.layers[kind];
	const after = draft.layer(kind);
	for (const unit of units) {
		const { seat, code, isDissolved } = after.units[unit];
		if (seat === null || isDissolved) continue;
		const cell = cellAt(draft.from, seat);
		if (cell < 0 || after.unitOfCell[cell] === unit) continue;
		const isNew = unit >= before.units.length;
		if (!isNew && before.unitOfCell[cell] !== unit) continue; // it was outside already
		return refusalOf("seat.outside", {
			layer: kind,
			units: [code],
			cells: [draft.from.tiling.cellCode[cell]],
			at: seat,
		});
	}
	return null;
}

/** No unit may get more loose pieces than it had; one that others are fused into, than all had together. */
function fallingApart(
	draft: TerritoryDraft,
	kind: UnitKind,
	units: readonly number[],
): PlanRefusal | null {
	const before = draft.from.layers[kind];
	const hadBefore = before.unitOfCell;
	const exceptions = exceptionsOf(draft.from);
	const { apart } = exceptions;
	const moved = [...(draft.moved.get(kind) ?? [])];
	const after = draft.layer(kind);
	for (const unit of units) {
		if (after.units[unit].isDissolved) continue;
		const change = { unit, before: hadBefore, after: after.unitOfCell, moved };
		if (apart.size === 0 && staysWhole(draft.from.tiling, change, exceptions)) continue;
		const loose = loosePieces(draft.from, after, { unit, hadBefore });
		if (loose.length === 0) continue;
		const sources = [unit, ...(draft.fused.get(`${kind} ${unit}`) ?? [])];
		const was = sources.flatMap((source) =>
			loosePieces(draft.from, before, { unit: source, hadBefore }),
		).length;
		if (loose.length > was) return splitRefusal(draft, kind, unit, loose);
	}
	return null;
}

/**
 * Pieces of a unit apart from its main one that no exception excuses. The main one holds the seat, else most cells of
 * those that the unit had before.
 */
function loosePieces(
	state: PlanState,
	layer: PlanLayer,
	{ unit, hadBefore }: { readonly unit: number; readonly hadBefore: Int32Array },
): Piece[][] {
	const exceptions = exceptionsOf(state);
	const pieces = piecesOf(state.tiling, cellsOfUnit(layer, unit), exceptions);
	if (pieces.length < 2) return [];
	const seat = layer.units[unit]?.seat ?? null;
	const seatCell = seat === null ? -1 : cellAt(state, seat);
	const holds = (piece: readonly Piece[], test: (cell: number) => boolean) =>
		piece.some(({ cell }) => test(cell));
	const main =
		pieces.find((piece) => holds(piece, (cell) => cell === seatCell)) ??
		pieces.find((piece) => holds(piece, (cell) => hadBefore[cell] === unit)) ??
		pieces[0];
	return pieces.filter(
		(piece) => piece !== main && !piece.some(({ cell }) => exceptions.apart.has(cell)),
	);
}

function splitRefusal(
	draft: TerritoryDraft,
	kind: UnitKind,
	unit: number,
	loose: readonly (readonly Piece[])[],
): PlanRefusal {
	const { tiling } = draft.from;
	const after = draft.layer(kind);
	const { cellFirstFace } = facesOf(tiling);
	const around = loose.map((piece) =>
		enclosingUnit(
			tiling,
			after,
			piece.map(({ cell, face }) => cellFirstFace[cell] + face),
		),
	);
	const enclosed = around.findIndex((other) => other >= 0);
	const shown = enclosed < 0 ? loose.flat() : loose[enclosed];
	return refusalOf(enclosed < 0 ? "unit.would-split" : "unit.leaves-enclave", {
		layer: kind,
		units: codesOf(after, enclosed < 0 ? [unit] : [unit, around[enclosed]]),
		cells: [...new Set(shown.map(({ cell }) => tiling.cellCode[cell]))].sort(),
	});
}

function codesOf({ unitCode }: PlanLayer, units: readonly number[]): string[] {
	return units.flatMap((unit) => unitCode[unit] ?? []);
}
