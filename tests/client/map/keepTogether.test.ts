import type { Map as MapLibreMap } from "maplibre-gl";
import { expect, test } from "vitest";
import { keepTogether } from "../../../client/map/keepTogether.ts";

class StillMap {
	center: readonly [number, number] = [0, 0];
	zoom = 1;
	moves = 0;
	private readonly listeners = new Set<() => void>();
	getCenter = () => this.center;
	getZoom = () => this.zoom;
	on = (_: string, listener: () => void) => this.listeners.add(listener);
	off = (_: string, listener: () => void) => this.listeners.delete(listener);
	jumpTo({ center, zoom }: { center: readonly [number, number]; zoom: number }) {
		[this.center, this.zoom] = [center, zoom];
		this.moves++;
		for (const listener of this.listeners) listener();
	}
}
const pair = () => {
	const [one, other] = [new StillMap(), new StillMap()];
	one.zoom = 12;
	const part = keepTogether(one as unknown as MapLibreMap, other as unknown as MapLibreMap);
	return { one, other, part };
};

test("the second looks where the first does from the beginning", () => {
	expect(pair().other.zoom).toBe(12);
});

test("whichever is moved, the other goes along, and neither answers back", () => {
	const { one, other } = pair();
	one.jumpTo({ center: [120, 31], zoom: 14 });
	expect([other.center, other.zoom]).toEqual([[120, 31], 14]);
	expect(one.moves).toBe(1);
	other.jumpTo({ center: [121, 32], zoom: 9 });
	expect([one.center, one.zoom]).toEqual([[121, 32], 9]);
	expect([one.moves, other.moves]).toEqual([2, 3]);
});

test("parted they go their own ways", () => {
	const { one, other, part } = pair();
	part();
	one.jumpTo({ center: [5, 5], zoom: 5 });
	expect(other.zoom).toBe(12);
});
