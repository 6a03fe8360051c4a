import { existsSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { layersOf } from "../../../server/imports/formats.ts";
import { csvOf, xlsxOf } from "../../scenes/formatFiles.ts";
import { squares } from "../../scenes/shapefile.ts";
import { type ZipPart, zipFile } from "../../scenes/zipFile.ts";
import { readSource } from "./readSource.ts";
import { temporaryFiles } from "./temporaryFiles.ts";

const write = temporaryFiles();
const CSV: ZipPart = { name: "a.csv", content: csvOf(squares(3)) };
const zeros = (bytes: number) => Buffer.alloc(bytes, "0");

async function codeOf(name: string, content: Uint8Array): Promise<string> {
	try {
		const path = write(name, content);
		await layersOf(path, {});
		await readSource(path);
		return "accepted";
	} catch (error) {
		return (error as { code?: string }).code ?? String(error);
	}
}

test("an archive that would write outside of its folder is refused and writes nothing", async () => {
	const outside = join(tmpdir(), "escaped.csv");
	for (const name of [
		"../escaped.csv",
		"x/../../escaped.csv",
		"/escaped.csv",
		"C:\\escaped.csv",
		"..\\escaped.csv",
	])
		expect([name, await codeOf("path.zip", zipFile([CSV, { name, content: "x" }]))]).toEqual([
			name,
			"archive.unsafe-path",
		]);
	expect(existsSync(outside)).toBe(false);
});

test("archives made to swell are refused, by what they say and by what comes out", async () => {
	const bomb = { name: "bomb.csv", content: zeros(20_000_000) };
	expect(await codeOf("bomb.zip", zipFile([bomb]))).toBe("archive.suspicious-ratio");
	expect(await codeOf("lying.zip", zipFile([{ ...bomb, claimedBytes: 1_000 }]))).toMatch(
		/^archive\./,
	);
	expect(
		await codeOf(
			"huge.zip",
			zipFile([1, 2].map((n) => ({ name: `${n}.csv`, content: "a", claimedBytes: 2 ** 31 }))),
		),
	).toMatch(/^archive\.(too-large|suspicious-ratio)$/);
	expect(await codeOf("bomb.csv.gz", gzipSync(zeros(20_000_000)))).toBe("archive.suspicious-ratio");
	expect(await codeOf("bomb.xlsx", zipFile([{ ...bomb, name: "xl/workbook.xml" }]))).toBe(
		"archive.suspicious-ratio",
	);
	const many = Array.from({ length: 10_001 }, (_, i) => ({ name: `${i}.csv`, content: "" }));
	expect(await codeOf("many.zip", zipFile(many))).toBe("archive.too-many-entries");
});

test("archives in archives, locked files and archives without data are refused", async () => {
	expect(await codeOf("nested.zip", zipFile([{ name: "in.zip", content: zipFile([CSV]) }]))).toBe(
		"archive.nested",
	);
	expect(await codeOf("locked.zip", zipFile([{ ...CSV, flags: 0x801 }]))).toBe("archive.encrypted");
	expect(await codeOf("notes.zip", zipFile([{ name: "a.docx", content: "x" }]))).toBe(
		"archive.nothing-inside",
	);
	expect(await codeOf("empty.zip", zipFile([]))).toBe("archive.nothing-inside");
});

test("links are not followed", async () => {
	const link = { name: "secret.csv", content: "/etc/passwd", mode: 0o120777 };
	const path = write("link.zip", zipFile([CSV, link]));
	expect((await layersOf(path, {})).layers.map(({ name }) => name)).toEqual(["a"]);
});

test("a damaged byte inside is found by the checksum, and nothing unpacked stays", async () => {
	const before = readdirSync(tmpdir()).filter((name) => name.startsWith("jiequan-import-"));
	const bytes = zipFile([
		{ name: "a.csv", content: Array.from({ length: 2_000 }, (_, i) => `${i},${i * i}`).join("\n") },
	]);
	for (const at of [60, 200, 1_000, 5_000]) {
		const damaged = Buffer.from(bytes);
		damaged[at] = (damaged[at] ?? 0) ^ 0x10;
		expect(await codeOf("damaged.zip", damaged)).toBe("archive.malformed");
	}
	const workbook = await xlsxOf(squares(200));
	expect(await codeOf("cut.xlsx", workbook.subarray(0, workbook.length * 0.6))).toBe(
		"xlsx.malformed",
	);
	const after = readdirSync(tmpdir()).filter((name) => name.startsWith("jiequan-import-"));
	expect(after).toEqual(before);
});
