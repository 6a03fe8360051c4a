// A city drawn as letters, one per square of 100 m, each letter a cell and its committee; units drawn as `CODE: cells`.
import type {
	ContiguityException,
	FacilityRecord,
	StreetKind,
	UnitKind,
	UnitRecord,
} from "../../../planning/city/records.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import { lonLatOfCm } from "../../../planning/partition/lonLatShape.ts";
import { OUTSIDE, type Tiling } from "../../../planning/partition/Tiling.ts";
import { applyOperation } from "../../../planning/plan/applyOperation.ts";
import { type PlanBase, planBaseOf } from "../../../planning/plan/PlanBase.ts";
import type { PlanRefusal } from "../../../planning/plan/PlanRefusal.ts";
import { cellNumber, type PlanState } from "../../../planning/plan/PlanState.ts";
import type { PlanOperation } from "../../../planning/wire/plans.ts";
import { drawnTiling } from "../../scenes/tilingScene.ts";

export const SNAPSHOT = "5".repeat(64);
const SQUARE_CM = 10_000;

type Drawn = Readonly<Record<string, string>>;

export interface ScenePlan {
	readonly districts?: Drawn;
	readonly streets: Drawn;
	readonly bmus?: Drawn;
	readonly circles?: Drawn;
	/** Towns; the other streets are subdistricts. */
	readonly towns?: string;
	/** The square that a unit has its seat in, as column and row from the south-west. */
	readonly seats?: Readonly<Record<string, readonly [x: number, y: number]>>;
	readonly facilities?: readonly FacilityRecord[];
	readonly exceptions?: readonly ContiguityException[];
	readonly tiling?: Tiling;
}

/** The base of plans on a drawing, the first row in the north. */
export function planScene(drawing: readonly string[], plan: ScenePlan): PlanBase {
	const tiling = plan.tiling ?? drawnTiling(drawing);
	const layers: readonly (readonly [UnitKind, Drawn])[] = [
		["district", plan.districts ?? { D: tiling.cellCode.join("") }],
		["street", plan.streets],
		["committee", Object.fromEntries(tiling.cellCode.map((code) => [code, code]))],
		["bmu", plan.bmus ?? {}],
		["circle", plan.circles ?? {}],
	];
	const ownerOf = (kind: UnitKind, cell: string) =>
		Object.entries(layers.find(([layer]) => layer === kind)?.[1] ?? {}).find(([, cells]) =>
			cells.includes(cell),
		)?.[0];
	return planBaseOf({
		snapshot: SNAPSHOT,
		tiling,
		units: layers.flatMap(([kind, drawn]) =>
			Object.entries(drawn).map(([code, cells]) => unitRecord(kind, code, cells)),
		),
		cells: tiling.cellCode.map((code) => ({
			code,
			units: Object.fromEntries(
				layers.flatMap(([kind]) => {
					const owner = ownerOf(kind, code);
					return owner === undefined ? [] : [[kind, owner]];
				}),
			),
		})),
		facilities: plan.facilities ?? [],
		exceptions: plan.exceptions,
	});

	function unitRecord(kind: UnitKind, code: string, cells: string): Omit<UnitRecord, "polygons"> {
		const above = kind === "committee" || kind === "bmu" ? "street" : "district";
		const seat = plan.seats?.[code];
		return {
			...{ kind, code, name: `${code}区`, zone: null },
			parentCode: kind === "district" ? null : (ownerOf(above, cells[0]) ?? null),
			streetKind: kind === "street" ? kindOf(code) : null,
			declaredResidents: null,
			declaredHouseholds: null,
			seat: seat === undefined ? null : squareAt(tiling, ...seat),
		};
	}

	function kindOf(code: string): StreetKind {
		return plan.towns?.includes(code) ? "town" : "subdistrict";
	}
}

/** The middle of a square, or a place beside it, in squares from the south-west corner of the drawing. */
export function squareAt({ frame }: Tiling, x: number, y: number): LonLat {
	return lonLatOfCm(frame, Math.round((x + 0.5) * SQUARE_CM), Math.round((y + 0.5) * SQUARE_CM));
}

/** The state after operations that are all done. */
export function stateAfter(state: PlanState, ...operations: readonly PlanOperation[]): PlanState {
	return operations.reduce((now, op) => {
		const outcome = applyOperation(now, op);
		if (outcome.refusal !== null)
			throw new Error(`${JSON.stringify(op)} is refused: ${JSON.stringify(outcome.refusal)}`);
		return outcome.state;
	}, state);
}

/** The refusal of an operation that is not done. */
export function refusalAfter(state: PlanState, op: PlanOperation): PlanRefusal {
	const { refusal } = applyOperation(state, op);
	if (refusal === null) throw new Error(`${JSON.stringify(op)} is done.`);
	return refusal;
}

/** Codes of the units of a cell, as `layer unit`. */
export function unitOf(
	{ tiling, layers }: PlanState,
	cell: string,
	layer: UnitKind,
): string | null {
	const { unitCode, unitOfCell } = layers[layer];
	return unitCode[unitOfCell[cellNumber(tiling, cell)]] ?? null;
}

export function facility(
	about: Partial<FacilityRecord> & { readonly lonLat: LonLat },
): FacilityRecord {
	return {
		id: "F1",
		category: "COM-MKT",
		name: "菜场",
		floorAreaM2: null,
		serviceAreaM2: null,
		officeAreaM2: null,
		capacity: null,
		operatorCode: null,
		premisesId: null,
		address: null,
		entrances: [],
		...about,
	};
}

/** Arcs between two cells. */
export function arcsBetween(
	{ arcLeft, arcRight, cellCode }: Tiling,
	a: string,
	b: string,
): number[] {
	const name = (cell: number) => (cell === OUTSIDE ? "" : cellCode[cell]);
	return [...arcLeft.keys()].filter(
		(arc) => [name(arcLeft[arc]), name(arcRight[arc])].sort().join(" ") === [a, b].sort().join(" "),
	);
}
