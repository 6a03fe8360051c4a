// Everything drawn so far as OpenStreetMap's ways, in the order in which such a map grows: main roads first, then
// area after area as people came to draw them, and later corrections anywhere.
import type { Way } from "../../../planning/streets/Way.ts";
import type { Random } from "../Random.ts";
import type { BookNode } from "../StreetBook.ts";
import type { Corridor } from "./corridors.ts";
import type { Mesh } from "./Mesh.ts";
import type { LooseWay, StreetLine } from "./StreetLine.ts";

type Tags = Readonly<Record<string, string>>;

export interface Drawing {
	readonly mesh: Mesh;
	readonly lines: readonly StreetLine[];
	readonly loose: readonly LooseWay[];
	readonly corridors: ReadonlyMap<number, Corridor>;
	readonly gates: ReadonlySet<number>;
	/** True for a half-edge whose edge carries a street. */
	readonly isStreet: (half: number) => boolean;
}

/** Ways drawn after everything else was there. */
const LATER_SHARE = 0.12;
/** Ways cut in two where the surface or the name changes. */
const CUT_SHARE = 0.05;

const CORRIDOR_TAGS: Readonly<Record<Corridor["kind"], Tags>> = {
	river: { waterway: "river" },
	canal: { waterway: "canal" },
	railway: { railway: "rail" },
	expressway: { highway: "motorway" },
};
const CORRIDOR_NAMES = [..."澜汀浦沅泓沣淞沧泖泗"];
const CORRIDOR_SUFFIX: Readonly<Record<Corridor["kind"], string>> = {
	river: "江",
	canal: "河",
	railway: "铁路",
	expressway: "高速",
};

/** Nodes in the order of their ids. */
export function* nodesOf({ mesh, gates }: Drawing): Iterable<BookNode> {
	const none = {};
	const gate = { barrier: "gate", foot: "yes" };
	for (let vertex = 0; vertex < mesh.vertexCount; vertex++)
		yield { id: vertex + 1, lonLat: mesh.lonLat(vertex), tags: gates.has(vertex) ? gate : none };
}

/** Ways in the order of their ids. */
export function* waysOf(drawing: Drawing, random: Random): Iterable<Way> {
	let id = 0;
	const way = ({ tags, vertices }: Pick<LooseWay, "tags" | "vertices">): Way => {
		id++;
		return { id, tags, nodeIds: vertices.map((vertex) => vertex + 1) };
	};
	for (const entry of inOrder(drawing, random))
		for (const piece of entry < 0
			? [drawing.loose[-1 - entry] as LooseWay]
			: piecesOf(drawing, entry, random))
			yield way(piece);
}

/** Lines by number, loose ways by -1 - number. */
function inOrder({ lines, loose }: Drawing, random: Random): number[] {
	const main: number[] = [];
	const later: number[] = [];
	const areas = new Map<number, number[]>();
	const put = (entry: number, committee: number) => {
		if (committee < 0) main.push(entry);
		else if (random.chance(LATER_SHARE)) later.push(entry);
		else {
			const area = areas.get(committee);
			if (area === undefined) areas.set(committee, [entry]);
			else area.push(entry);
		}
	};
	lines.forEach(({ committee }, line) => {
		put(line, committee);
	});
	loose.forEach(({ committee }, i) => {
		put(-1 - i, committee);
	});
	return [main, ...shuffled([...areas.values()], random), shuffled(later, random)].flat();
}

function shuffled<T>(list: T[], random: Random): T[] {
	for (let i = list.length - 1; i > 0; i--) {
		const other = random.whole(0, i);
		[list[i], list[other]] = [list[other] as T, list[i] as T];
	}
	return list;
}

/** The ways of a line: broken where it is no street, sometimes cut in two, steps in the middle of some. */
function* piecesOf(
	{ mesh, lines, corridors, isStreet }: Drawing,
	line: number,
	random: Random,
): Iterable<{ tags: Tags; vertices: readonly number[] }> {
	const corridor = corridors.get(line);
	if (corridor !== undefined) {
		const name = `${random.pick(CORRIDOR_NAMES)}${random.pick(CORRIDOR_NAMES)}${CORRIDOR_SUFFIX[corridor.kind]}`;
		yield {
			tags: { ...CORRIDOR_TAGS[corridor.kind], name },
			vertices: cornersOf(mesh, [...mesh.along(line)]),
		};
		return;
	}
	const { steps, ...tags } = (lines[line] as StreetLine).tags as Record<string, string>;
	for (const run of streetRuns(mesh, line, isStreet)) {
		const vertices = cornersOf(mesh, run);
		const middle = Math.floor(vertices.length / 2);
		if (steps !== undefined && vertices.length > 4) {
			yield { tags, vertices: vertices.slice(0, middle) };
			yield { tags: { highway: "steps" }, vertices: vertices.slice(middle - 1, middle + 1) };
			yield { tags, vertices: vertices.slice(middle) };
		} else if (vertices.length > 6 && random.chance(CUT_SHARE)) {
			yield { tags, vertices: vertices.slice(0, middle + 1) };
			yield { tags: { ...tags, surface: "asphalt" }, vertices: vertices.slice(middle) };
		} else yield { tags, vertices };
	}
}

function streetRuns(mesh: Mesh, line: number, isStreet: (half: number) => boolean): number[][] {
	const runs: number[][] = [[]];
	for (const half of mesh.along(line))
		if (isStreet(half)) runs.at(-1)?.push(half);
		else if (runs.at(-1)?.length !== 0) runs.push([]);
	return runs.filter((run) => run.length > 0);
}

function cornersOf(mesh: Mesh, halves: readonly number[]): number[] {
	return [mesh.from(halves[0] as number), ...halves.map((half) => mesh.to(half))];
}
