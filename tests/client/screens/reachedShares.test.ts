import { expect, test } from "vitest";
import { reachedShares } from "../../../client/screens/city/reachedShares.ts";

test("people are counted once, by how many services they reach", () => {
	const shares = reachedShares(Uint8Array.of(0, 2, 2, 1), Uint32Array.of(10, 20, 30, 40), 2);
	expect(shares).toEqual([10, 40, 50]);
});

test("a service that nobody reaches alone has 0 %, and nobody counted is no data", () => {
	expect(reachedShares(Uint8Array.of(2), Uint32Array.of(5), 2)).toEqual([0, 0, 100]);
	expect(reachedShares(Uint8Array.of(2), Uint32Array.of(0), 2)).toBeNull();
});
