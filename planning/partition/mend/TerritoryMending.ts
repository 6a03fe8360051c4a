// Mend steps on the units of one level, in whatever order: each says what it did, and what no step touched stays as it
// was drawn, to the last digit.
import type { UnitRecord } from "../../city/records.ts";
import type { LonLat } from "../../geo/LonLat.ts";
import type { MendReport, MendStep as WireStep } from "../../wire/mends.ts";
import type { Trouble } from "../build/Outline.ts";
import { type Subdivision, subdivide } from "../build/Subdivision.ts";
import type { Frame } from "../Tiling.ts";
import { OUTSIDE } from "../Tiling.ts";
import { alongMiddle } from "./alongMiddle.ts";
import { claimedShapes, holdersOf } from "./claimedShapes.ts";
import { FacesByPlace } from "./faceAtPlace.ts";
import { type Mending, openTroubles } from "./Mending.ts";
import type { Moves } from "./moves.ts";
import { redrawn } from "./redrawn.ts";
import { suggestMends } from "./suggestMends.ts";
import { TERRITORY_IDLE, TERRITORY_WORDS, type Told } from "./territoryWords.ts";

export type TerritoryStep = Extract<
	WireStep,
	{ op: "snap-borders" | "divide-overlaps" | "give-slivers" | "give" | "leave" }
>;

/** Changes of area below this are rounding, m². */
const SMALLEST_CHANGE_M2 = 0.005;

/** Indexed once per subdivision, which never changes. */
const facesKnown = new WeakMap<Subdivision, FacesByPlace>();

/** What a step came to. */
interface Outcome {
	readonly told: Told;
	readonly idle: MendReport["idle"];
}

export class TerritoryMending {
	/** As drawn, or as the last step that moved lines left them. */
	private units: readonly UnitRecord[];
	private mending: Mending;
	private readonly frame: Frame;
	/** Places of gaps that are meant. */
	private leftAt: readonly LonLat[];

	/** `left`: places of gaps that were decided on before. */
	constructor(units: readonly UnitRecord[], left: readonly LonLat[] = []) {
		this.units = units;
		this.leftAt = left;
		const subdivision = subdivide(units);
		this.frame = subdivision.frame;
		this.mending = { outlines: units, subdivision, decided: new Map() };
		this.leaveAgain();
	}

	/** Gaps and overlaps nobody has decided on yet. */
	openFaces(): Trouble[] {
		return openTroubles(this.mending).filter(({ face }) => face > 0);
	}

	/** All that does not fit, and nobody has decided on yet. */
	open(): Trouble[] {
		return openTroubles(this.mending);
	}

	/** Places of the gaps that are left on purpose, as they are now. */
	left(): readonly LonLat[] {
		return this.leftAt;
	}

	/** The standing state, for suggestions. */
	get standing(): Mending {
		return this.mending;
	}

	/** Code and name of every unit. */
	unitNames(): [code: string, name: string][] {
		return this.units.map(({ code, name }) => [code, name]);
	}

	/** The units after the steps so far; the same objects where a step changed nothing. */
	records(): readonly UnitRecord[] {
		this.settle();
		return this.units;
	}

	/** Do one step. A step that finds nothing to do says why. */
	apply(step: TerritoryStep): MendReport {
		const before = { areas: this.areasM2(), open: this.openFaces().length };
		const { told, idle } = this.done(step);
		return {
			step,
			words: TERRITORY_WORDS[step.op](told),
			touched: told.count,
			largestMoveM: Math.round(told.largestMoveM * 1000) / 1000,
			areas: this.changesSince(before.areas),
			troubles: { before: before.open, after: this.openFaces().length },
			idle,
		};
	}

	private done(step: TerritoryStep): Outcome {
		switch (step.op) {
			case "snap-borders":
				return this.snap(step.toleranceM);
			case "divide-overlaps":
				return this.divide(step.at);
			case "give-slivers":
				return this.giveSlivers();
			case "give":
				return this.give(step.at, step.to);
			case "leave":
				return this.leave(step.at);
		}
	}

	private snap(toleranceM: number): Outcome {
		this.settle();
		const slackCm = Math.round(toleranceM * 100);
		const moved = subdivide(this.units, { frame: this.frame, slackCm });
		const { count, largestCm } = this.redraw(moved, new Map());
		const told = { ...NOTHING, count, largestMoveM: largestCm / 100 };
		return { told, idle: count > 0 ? null : TERRITORY_IDLE.snapped };
	}

	private divide(places: readonly LonLat[] | null): Outcome {
		this.settle();
		const divisible = this.openFaces().filter(
			({ kind, isSliver, cells }) =>
				kind === "overlap" && cells.length === 2 && (places !== null || !isSliver),
		);
		const chosen =
			places === null ? divisible : chosenAt(this.mending.subdivision, divisible, places);
		if (chosen.length === 0) return { told: NOTHING, idle: TERRITORY_IDLE.noOverlap };
		const { subdivision } = this.mending;
		const faces = chosen.map(({ face }) => face);
		const { largestCm } = this.redraw(alongMiddle(subdivision, faces), new Map());
		const still = new Set(
			this.openFaces().flatMap((trouble) => (isLarge(trouble) ? [pairOf(trouble)] : [])),
		);
		const gone = chosen.filter((trouble) => !still.has(pairOf(trouble)));
		const told = {
			...NOTHING,
			count: gone.length,
			areaM2: sumM2(gone),
			largestMoveM: largestCm / 100,
		};
		return { told, idle: gone.length > 0 ? null : TERRITORY_IDLE.noMiddle };
	}

	private giveSlivers(): Outcome {
		const slivers = this.openFaces().filter(({ isSliver }) => isSliver);
		const isSliver = new Set(slivers.map(({ face }) => face));
		const decided = new Map(this.mending.decided);
		for (const step of suggestMends(this.mending))
			if (step.op === "give" && isSliver.has(step.face))
				decided.set(step.face, this.cellOf(step.cell));
		this.mending = { ...this.mending, decided };
		const told = { ...NOTHING, count: slivers.length, areaM2: sumM2(slivers) };
		return { told, idle: slivers.length > 0 ? null : TERRITORY_IDLE.noSliver };
	}

	private give(at: LonLat, to: string): Outcome {
		const trouble = this.faceAt(at);
		if (trouble === null) return { told: NOTHING, idle: TERRITORY_IDLE.noFace };
		const cell = this.cellOf(to);
		if (cell < 0) return { told: NOTHING, idle: TERRITORY_IDLE.noUnit(to) };
		this.decide(trouble.face, cell);
		const told = {
			...NOTHING,
			kind: trouble.kind,
			count: 1,
			areaM2: trouble.areaM2,
			to: this.named(to),
		};
		return { told, idle: null };
	}

	private leave(at: LonLat): Outcome {
		const trouble = this.faceAt(at);
		if (trouble === null) return { told: NOTHING, idle: TERRITORY_IDLE.noFace };
		if (trouble.kind !== "gap") return { told: NOTHING, idle: TERRITORY_IDLE.notGap };
		this.decide(trouble.face, OUTSIDE);
		this.leftAt = [...this.leftAt, trouble.at];
		return { told: { ...NOTHING, count: 1, areaM2: trouble.areaM2 }, idle: null };
	}

	private decide(face: number, cell: number): void {
		this.mending = { ...this.mending, decided: new Map([...this.mending.decided, [face, cell]]) };
	}

	/** The gap or overlap at a place, decided on or not: a later step may decide otherwise. */
	private faceAt(at: LonLat): Trouble | null {
		const { subdivision } = this.mending;
		let faces = facesKnown.get(subdivision);
		if (faces === undefined) {
			faces = new FacesByPlace(subdivision, openTroubles({ ...this.mending, decided: new Map() }));
			facesKnown.set(subdivision, faces);
		}
		return faces.at(at);
	}

	private cellOf(code: string): number {
		return this.mending.subdivision.codes.indexOf(code);
	}

	private named(code: string): string {
		return this.units.find((unit) => unit.code === code)?.name ?? code;
	}

	/** Draw what was given away, so that lines can be moved next. */
	private settle(): void {
		const { subdivision, decided } = this.mending;
		if ([...decided.values()].some((cell) => cell !== OUTSIDE)) this.redraw(subdivision, decided);
	}

	/** Take over the shapes of a subdivision, and begin again from them; what was left stays left. */
	private redraw(subdivision: Subdivision, decided: ReadonlyMap<number, number>): Moves {
		const shapes = claimedShapes(subdivision, holdersOf(subdivision, decided));
		const { units, moves } = redrawn(this.units, subdivision, shapes);
		if (moves.count === 0 && decided.size === 0) return moves;
		this.units = units;
		const next = subdivide(units, { frame: this.frame });
		this.mending = { outlines: units, subdivision: next, decided: new Map() };
		this.leaveAgain();
		return moves;
	}

	private leaveAgain(): void {
		if (this.leftAt.length === 0) return;
		const gaps = this.openFaces().filter(({ kind }) => kind === "gap");
		const found = chosenAt(this.mending.subdivision, gaps, this.leftAt);
		this.leftAt = found.map(({ at }) => at);
		for (const { face } of found) this.decide(face, OUTSIDE);
	}

	private areasM2(): Map<string, number> {
		const { subdivision, decided } = this.mending;
		const areas = new Map<string, number>();
		holdersOf(subdivision, decided).forEach((cells, face) => {
			for (const cell of cells) {
				const code = subdivision.codes[cell];
				areas.set(code, (areas.get(code) ?? 0) + subdivision.graph.twiceAreaCm2[face] / 2e4);
			}
		});
		return areas;
	}

	private changesSince(before: ReadonlyMap<string, number>): MendReport["areas"] {
		const after = this.areasM2();
		return this.units.flatMap(({ code, name }) => {
			const change = { beforeM2: before.get(code) ?? 0, afterM2: after.get(code) ?? 0 };
			const isChanged = Math.abs(change.afterM2 - change.beforeM2) >= SMALLEST_CHANGE_M2;
			return isChanged ? [{ code, name, ...change }] : [];
		});
	}
}

const NOTHING: Told = { kind: "gap", count: 0, areaM2: 0, largestMoveM: 0, to: "" };

function chosenAt(
	subdivision: Subdivision,
	troubles: readonly Trouble[],
	places: readonly LonLat[],
): Trouble[] {
	const faces = new FacesByPlace(subdivision, troubles);
	return [...new Set(places.flatMap((place) => faces.at(place) ?? []))];
}

function isLarge({ kind, isSliver }: Trouble): boolean {
	return kind === "overlap" && !isSliver;
}

/** What stays the same of an overlap that could not be divided. */
function pairOf({ cells, areaM2 }: Trouble): string {
	return `${cells.join(" ")} ${areaM2.toFixed(0)}`;
}

function sumM2(troubles: readonly Trouble[]): number {
	return troubles.reduce((sum, { areaM2 }) => sum + areaM2, 0);
}
