import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileStreets } from "../../../planning/streets/compileStreets.ts";
import { sceneryFeatures } from "../../../planning/streets/SceneryBook.ts";
import { encodeColumns } from "../../../planning/wire/columns.ts";
import { BrokenSeal, openSeal, sealArrays } from "../../../planning/wire/sealedArrays.ts";
import {
	decodeBarriers,
	decodeGraph,
	decodeScenery,
	encodeBarriers,
	encodeGraph,
	encodeScenery,
} from "../../../planning/wire/streetFiles.ts";
import { desertGrid } from "../../scenes/streetScene.ts";

const scene = desertGrid({ columns: 4, rows: 4, blockM: 90 }).way("0,0 3,3", {
	railway: "rail",
	name: "江临铁路",
});
const { graph, barriers, scenery } = compileStreets(scene);

/** Why a file is refused. */
function reasonOf(read: () => unknown): string {
	try {
		read();
	} catch (error) {
		if (error instanceof BrokenSeal) return error.reason;
		throw error;
	}
	return "readable";
}

describe("stored streets", () => {
	test("come back as they were written", () => {
		expect(decodeGraph(encodeGraph(graph))).toEqual(graph);
		expect(decodeBarriers(encodeBarriers(barriers))).toEqual(barriers);
		const again = decodeScenery(encodeScenery(scenery));
		expect([...sceneryFeatures(again)]).toEqual([...sceneryFeatures(scenery)]);
		expect([...sceneryFeatures(again)].at(-1)).toMatchObject({
			layer: "railway",
			class: "rail",
			name: "江临铁路",
		});
	});

	test("are views into the bytes, wherever these begin", () => {
		const bytes = encodeGraph(graph);
		expect(decodeGraph(bytes).edgeHead.buffer).toBe(bytes.buffer);
		const inside = new Uint8Array(bytes.length + 16);
		inside.set(bytes, 8);
		const view = decodeGraph(inside.subarray(8, 8 + bytes.length));
		expect(view.nodeLonLat.buffer).toBe(inside.buffer);
		expect(view).toEqual(graph);
		inside.set(bytes, 3);
		expect(decodeGraph(inside.subarray(3, 3 + bytes.length))).toEqual(graph);
	});

	test("open in shared memory for threads, nothing copied", () => {
		const bytes = encodeGraph(graph);
		const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
		shared.set(bytes);
		const opened = decodeGraph(shared);
		for (const array of Object.values(opened)) expect(array.buffer).toBe(shared.buffer);
		expect([...opened.edgeHead]).toEqual([...graph.edgeHead]);
	});

	test("an empty graph is stored like any other", () => {
		const empty = compileStreets({ ...scene, ways: [] }).graph;
		expect(decodeGraph(encodeGraph(empty))).toEqual(empty);
	});
});

describe("a stored file that cannot be used says why", () => {
	const bytes = encodeGraph(graph);

	test("cut off anywhere", () => {
		fc.assert(
			fc.property(fc.integer({ min: 4, max: bytes.length - 1 }), (length) => {
				expect(reasonOf(() => decodeGraph(bytes.slice(0, length)))).toBe("truncated");
			}),
		);
		expect(reasonOf(() => decodeGraph(bytes.slice(0, 3)))).toBe("foreign");
		expect(reasonOf(() => decodeGraph(new Uint8Array(0)))).toBe("foreign");
	});

	test("any byte changed anywhere", () => {
		fc.assert(
			fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, flip) => {
				const changed = bytes.slice();
				changed[at] ^= flip;
				expect(reasonOf(() => decodeGraph(changed))).not.toBe("readable");
				if (at >= 24) expect(reasonOf(() => decodeGraph(changed))).toBe("corrupted");
			}),
			{ numRuns: 500 },
		);
	});

	test("bytes at its end, another kind, something else altogether", () => {
		const longer = new Uint8Array(bytes.length + 8);
		longer.set(bytes);
		expect(reasonOf(() => decodeGraph(longer))).toBe("corrupted");
		expect(reasonOf(() => decodeGraph(encodeBarriers(barriers)))).toBe("foreign");
		expect(() => decodeGraph(encodeBarriers(barriers))).toThrow(
			"Expected a stored street-graph, got barrier-lines.",
		);
		expect(reasonOf(() => decodeGraph(new TextEncoder().encode("<osm></osm>")))).toBe("foreign");
	});

	test("written by the first version of the program, or by one to come", () => {
		expect(reasonOf(() => decodeGraph(encodeColumns({ format: "street-graph-1" }, {})))).toBe(
			"older",
		);
		const kind = "street-graph";
		const sealed = (version: number) => sealArrays({ kind, version }, null, { ...graph });
		expect(reasonOf(() => decodeGraph(sealed(1)))).toBe("older");
		expect(reasonOf(() => decodeGraph(sealed(3)))).toBe("newer");
		expect(() => decodeGraph(sealed(3))).toThrow("has version 3; this program reads 2");
	});

	test("arrays of every type keep their values", () => {
		const seal = { kind: "test", version: 1 };
		const arrays = {
			a: Uint8Array.of(1, 2, 3),
			b: Uint16Array.of(65_535),
			c: Int32Array.of(-1, 2),
			d: Uint32Array.of(4_294_967_295),
			e: Float64Array.of(0.1, Number.NaN),
		};
		const opened = openSeal(sealArrays(seal, { words: ["路"] }, arrays), seal);
		expect(opened).toEqual({ meta: { words: ["路"] }, arrays });
	});
});
