import fc from "fast-check";
import { expect, test } from "vitest";
import { distanceM, metresPerDegree } from "../../../planning/geo/ellipsoid.ts";
import type { LonLat } from "../../../planning/geo/LonLat.ts";
import {
	findOffset,
	type RegistrationItem,
	register,
} from "../../../planning/layers/registration.ts";
import { comparableName } from "../../../planning/layers/registrationPairs.ts";
import { fromBd09, fromGcj02, toBd09, toGcj02 } from "../../../server/imports/crs/mapOffsets.ts";

const UNDO = { gcj02: fromGcj02, bd09: fromBd09 };
const SHANGHAI: LonLat = [121.47, 31.23];
const { lonM, latM } = metresPerDegree(SHANGHAI[1]);

/** A place so many metres east and north of the middle. */
const at = (eastM: number, northM: number): LonLat => [
	SHANGHAI[0] + eastM / lonM,
	SHANGHAI[1] + northM / latM,
];

/** Six areas of uneven outline, side by side. */
const AREAS: readonly RegistrationItem[] = Array.from({ length: 6 }, (_, i) => {
	const [x, y] = [(i % 3) * 1_500, Math.floor(i / 3) * 1_400];
	const line = [
		at(x, y),
		at(x + 700, y - 90),
		at(x + 1_500, y),
		at(x + 1_430, y + 800),
		at(x + 1_500, y + 1_400),
		at(x + 600, y + 1_330),
		at(x, y + 1_400),
		at(x, y),
	];
	return { code: `31010100${i + 1}000`, name: `第${i + 1}街道`, at: line[0] ?? SHANGHAI, line };
});
const SCHOOLS: readonly RegistrationItem[] = Array.from({ length: 40 }, (_, i) => ({
	code: null,
	name: `第${i + 1}小学`,
	at: at((i * 613) % 5_000, (i * 389) % 4_000),
}));

function moved(items: readonly RegistrationItem[], by: (place: LonLat) => LonLat) {
	return items.map((item) => ({
		...item,
		at: by(item.at),
		...(item.line === undefined ? {} : { line: item.line.map(by) }),
	}));
}
const nameless = (items: readonly RegistrationItem[]) =>
	items.map((item) => ({ ...item, code: null, name: null }));
const shift = (eastM: number, northM: number) => (place: LonLat) =>
	[place[0] + eastM / lonM, place[1] + northM / latM] as const;

test("both systems are found by code, by name and by the borders, and removed to nothing", () => {
	for (const [system, forward] of [
		["gcj02", toGcj02],
		["bd09", toBd09],
	] as const) {
		const file = moved(AREAS, forward);
		const codeless = file.map((item) => ({ ...item, code: null }));
		for (const [matchedBy, sample, pairs] of [
			["code", file, 6],
			["name", codeless, 6],
			["edges", nameless(file), expect.any(Number)],
		] as const) {
			const found = findOffset(sample, AREAS, UNDO);
			expect(found).toMatchObject({ system, matchedBy, pairs });
			expect(found?.residualM).toBeLessThan(0.001);
			expect(found?.medianM).toBeGreaterThan(system === "gcj02" ? 460 : 1_050);
			expect(found?.medianM).toBeLessThan(system === "gcj02" ? 500 : 1_200);
			expect(found?.spreadM).toBeLessThan(40);
		}
	}
});

test("the offset is told by its direction, distance and what remains", () => {
	const found = findOffset(moved(SCHOOLS, toGcj02), SCHOOLS, UNDO);
	expect(found?.bearingDeg).toBeGreaterThan(100);
	expect(found?.bearingDeg).toBeLessThan(125);
	expect(found?.offsets).toHaveLength(40);
	expect(found?.offsets[0]?.name).toBe("第1小学");
	expect(found?.words.zh).toMatch(
		/^坐标整体偏东南偏东 4\d\d 米，符合 GCJ-02。还原后与现行数据相差 0\.00 米/,
	);
	const [eastM, northM] = [found?.offsets[0]?.eastM ?? 0, found?.offsets[0]?.northM ?? 0];
	expect(Math.hypot(eastM, northM)).toBeCloseTo(
		distanceM(SCHOOLS[0]?.at ?? SHANGHAI, toGcj02(SCHOOLS[0]?.at ?? SHANGHAI)),
		1,
	);
});

test("what agrees already is left alone, with small differences too", () => {
	expect(findOffset(AREAS, AREAS, UNDO)).toBeNull();
	expect(findOffset(nameless(AREAS), AREAS, UNDO)).toBeNull();
	expect(findOffset(moved(SCHOOLS, shift(12, -9)), SCHOOLS, UNDO)).toBeNull();
});

test("a shift that is neither system is not called one", () => {
	for (const [eastM, northM] of [
		[480, 0],
		[0, 480],
		[-430, 217],
		[300, -150],
		[900, 900],
		[5_000, 5_000],
	] as const) {
		const by = shift(eastM, northM);
		expect(findOffset(moved(SCHOOLS, by), SCHOOLS, UNDO)).toBeNull();
		expect(findOffset(moved(AREAS, by), AREAS, UNDO)).toBeNull();
		expect(findOffset(nameless(moved(AREAS, by)), AREAS, UNDO)).toBeNull();
	}
});

test("a file of which a part is shifted is not put right as a whole, and that is said", () => {
	for (const [items, strip] of [
		[AREAS, (sample: readonly RegistrationItem[]) => sample],
		[AREAS, nameless],
		[SCHOOLS, (sample: readonly RegistrationItem[]) => sample],
	] as const) {
		const shifted = moved(items, toGcj02);
		for (const every of [2, 3]) {
			const half = items.map((item, i) => (i % every === 0 ? item : (shifted[i] ?? item)));
			const { finding, mixed } = register(strip(half), items, UNDO);
			expect(finding).toBeNull();
			expect(mixed?.zh).toContain("没有偏移");
		}
	}
});

test("forty wrong matches of a hundred do not hide the offset", () => {
	fc.assert(
		fc.property(fc.array(fc.nat(39), { minLength: 16, maxLength: 16 }), (others) => {
			const sample = moved(SCHOOLS, toGcj02).map((item, i) => {
				const other = others[i];
				return other === undefined
					? item
					: { ...item, at: toGcj02(at(other * 997 - 20_000, 9_000)) };
			});
			const found = findOffset(sample, SCHOOLS, UNDO);
			expect(found).toMatchObject({ system: "gcj02", matchedBy: "name", pairs: 40 });
			expect(found?.residualM).toBeLessThan(0.001);
		}),
		{ numRuns: 30 },
	);
});

test("positions of another survey, tens of metres away, do not hide it either", () => {
	const noisy = SCHOOLS.map((item, i) => ({
		...item,
		at: shift(40 * Math.sin(i * 7), 40 * Math.cos(i * 11))(item.at),
	}));
	expect(findOffset(moved(noisy, toGcj02), SCHOOLS, UNDO)).toMatchObject({ system: "gcj02" });
	expect(findOffset(noisy, SCHOOLS, UNDO)).toBeNull();
});

test("one or two matches are evidence only when they fit closely", () => {
	const two = SCHOOLS.slice(0, 2);
	expect(findOffset(moved(two, toGcj02), SCHOOLS, UNDO)).toMatchObject({ pairs: 2 });
	const rough = moved(moved(two, shift(20, 10)), toGcj02);
	expect(findOffset(rough, SCHOOLS, UNDO)).toBeNull();
});

test("a name that occurs twice is not used, unless it is one place in two categories", () => {
	const [first, second, third, ...rest] = SCHOOLS.slice(0, 8);
	if (first === undefined || second === undefined || third === undefined) throw new Error("few");
	const far = { ...first, at: at(-9_000, 9_000) };
	const file = moved([first, second, third, ...rest], toGcj02);
	expect(findOffset(file, [...SCHOOLS, far], UNDO)?.pairs).toBe(7);
	expect(findOffset(file, [...SCHOOLS, second], UNDO)?.pairs).toBe(8);
	expect(findOffset([...file, { ...far, name: third.name }], SCHOOLS, UNDO)?.pairs).toBe(7);
});

test("names are compared without width, spaces, brackets and the word for the office", () => {
	const same = ["南京东路街道", "南京东路街道办事处", " 南京东路 街道 ", "南京东路"];
	expect(new Set(same.map(comparableName)).size).toBe(1);
	expect(comparableName("卢湾一中心小学（东部）")).toBe(comparableName("卢湾一中心小学(东部)"));
	expect(comparableName("Ｎｏ.1 School")).toBe(comparableName("no1school"));
	expect(comparableName("卢湾一中心小学(东部)")).not.toBe(comparableName("卢湾一中心小学(西部)"));
	expect(comparableName("外滩街道")).not.toBe(comparableName("外滩镇"));
});

test("outlines drawn anew, with other positions, are compared by their centres", () => {
	const redrawn = moved(AREAS, toGcj02).map((item) => ({
		...item,
		line: (item.line ?? []).flatMap((place, i, line) => {
			const next = line[i + 1];
			if (next === undefined) return [place];
			return [place, [(place[0] + next[0]) / 2, (place[1] + next[1]) / 2] as const];
		}),
	}));
	const found = findOffset(redrawn, AREAS, UNDO);
	expect(found).toMatchObject({ system: "gcj02", matchedBy: "code" });
	expect(found?.residualM).toBeLessThan(0.1);
});

test("nothing in common says nothing", () => {
	expect(findOffset([], AREAS, UNDO)).toBeNull();
	expect(findOffset(SCHOOLS, AREAS, UNDO)).toBeNull();
	expect(findOffset(moved(SCHOOLS, toGcj02), [], UNDO)).toBeNull();
});
