import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { PackedAnswers } from "../../../server/http/packedAnswers.ts";

const text = (words: string) => new TextEncoder().encode(words);

test("an answer is made once, however many ask at the same time and after", async () => {
	const answers = new PackedAnswers();
	let made = 0;
	const make = async () => text(`answer ${++made}`);
	const [first, second] = await Promise.all([answers.of("a", make), answers.of("a", make)]);
	expect(first).toBe(second);
	expect(await answers.of("a", make)).toBe(first);
	expect(made).toBe(1);
});

test("every encoding holds the same bytes; what is short is not packed", async () => {
	const answers = new PackedAnswers();
	const long = text("街道 ".repeat(1_000));
	const { identity, gzip, br } = await answers.of("long", async () => long);
	expect(identity).toBe(long);
	expect(new Uint8Array(gunzipSync(gzip as Uint8Array))).toEqual(long);
	expect(new Uint8Array(brotliDecompressSync(br as Uint8Array))).toEqual(long);
	expect(await answers.of("short", async () => text("x"))).toMatchObject({ gzip: null, br: null });
});

test("what could not be made is tried again by the next who asks", async () => {
	const answers = new PackedAnswers();
	const failing = answers.of("a", async () => {
		throw new Error("no database");
	});
	await expect(failing).rejects.toThrow("no database");
	expect((await answers.of("a", async () => text("here"))).identity).toEqual(text("here"));
});
