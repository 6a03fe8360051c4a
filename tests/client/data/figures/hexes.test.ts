import { beforeEach, describe, expect, test } from "vitest";
import type { Figures } from "../../../../client/data/figures/FiguresContext.tsx";
import { type Hexes, hexesOf, hexLattice, slotOf } from "../../../../client/data/figures/hexes.ts";
import {
	largestHome,
	medianHome,
	unitDetail,
} from "../../../../client/data/figures/placeFigures.ts";
import { isWalked, type WalkedHomes } from "../../../../client/data/figures/walkedHomes.ts";
import { UNKNOWN_COST } from "../../../../planning/coverage/figures/farness.ts";
import { NOT_ATTACHED } from "../../../../planning/coverage/figures/unitFigures.ts";

const BOX = [120.5, 30.8, 120.6, 30.9] as const;
/** Two homes side by side, one a kilometre away without a street, one without people; 100 metres a minute. */
const PEOPLE = Uint32Array.of(100, 300, 50, 0);
const MINUTES = [8, 12, null, 1];

function figuresAt(limit: number | null, homes: WalkedHomes): Figures {
	return { homes, figure: { limit } } as unknown as Figures;
}

let homes: WalkedHomes;
let hexes: Hexes;
let near: number;
beforeEach(() => {
	homes = {
		residences: {
			lon: Float64Array.of(120.55, 120.5501, 120.56, 120.57),
			lat: Float64Array.of(30.85, 30.85, 30.85, 30.85),
			elders: Int32Array.of(20, -1, 10, 0),
			status: Uint8Array.of(0, 0, NOT_ATTACHED, 0),
		},
		people: { who: "all", count: PEOPLE, unknownHomes: 0 },
		farness: {
			unit: "minutes",
			cost: Uint32Array.from(MINUTES, (walk) => (walk === null ? UNKNOWN_COST : walk * 1_000)),
			walker: new Uint8Array(4),
			speeds: [100],
			ownLimit: 15,
			horizon: 30,
		},
	} as unknown as WalkedHomes;
	const grid = hexLattice(BOX, 500);
	hexes = hexesOf(figuresAt(10, homes), grid) as Hexes;
	near = slotOf(hexes, grid.hexOf(120.55, 30.85));
});

describe("hexagons", () => {
	test("only those where people live are listed, with their people and those beyond", () => {
		expect(hexes.people.hex).toHaveLength(2);
		expect(hexes.people.people[near]).toBe(400);
		expect(hexes.beyond[near]).toBe(300);
		expect(hexes.peak).toBe(300);
	});

	test("people who are not attached are beyond, and their median is beyond the horizon", () => {
		const far = slotOf(hexes, hexes.grid.hexOf(120.56, 30.85));
		expect(hexes.beyond[far]).toBe(50);
		expect(hexes.measure[far]).toBeNaN();
		expect(medianHome(hexes, far, homes.farness)).toBeNull();
	});

	test("another limit moves people over it, and sorts nobody anew", () => {
		const wider = hexesOf(figuresAt(12, homes), hexes.grid) as Hexes;
		expect(wider.beyond[near]).toBe(0);
		expect(wider.people).toBe(hexes.people);
		expect(wider.measure).toBe(hexes.measure);
	});

	test("where nobody lives there is no slot", () => {
		expect(slotOf(hexes, hexes.grid.hexOf(120.57, 30.85))).toBe(-1);
	});

	test("presence, which knows no limit, has none", () => {
		expect(hexesOf(figuresAt(null, homes), hexes.grid)).toBeNull();
		expect(isWalked(null)).toBe(false);
	});
});

test("a click on a hexagon opens the residence with the most people", () => {
	expect(largestHome(hexes, near, homes.people)).toBe(1);
});

test("the facility named is that of a home that half of the people walk as far as", () => {
	expect(hexes.measure[near]).toBe(12);
	expect(medianHome(hexes, near, homes.farness)).toBe(1);
});

test("of a unit elders beyond and homes without a street are counted; homes that state no elders add none", () => {
	const unitOf = Int32Array.of(0, 0, 0, 1);
	expect(unitDetail(homes, unitOf, { unit: 0, limit: 7 })).toEqual({
		eldersBeyond: 30,
		notAttachedHomes: 1,
	});
	expect(unitDetail(homes, unitOf, { unit: 1, limit: 7 })).toEqual({
		eldersBeyond: 0,
		notAttachedHomes: 0,
	});
});
