import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { dbfFile, shapefile, squares } from "../../scenes/shapefile.ts";
import { issueCodes, readSource, writeMembers } from "./readSource.ts";
import { temporaryFiles } from "./temporaryFiles.ts";

const write = temporaryFiles();
const SIMPLIFIED = [
	"龙泉园路居委会",
	"外滩街道",
	"瑞金二路街道",
	"浦东新区周浦镇",
	"小东门社区服务站",
];
const TRADITIONAL = ["臺北市信義區", "國語實驗小學", "中正紀念堂", "圖書館總館", "醫院門診部"];
const table = (names: readonly string[]) =>
	`id,name\n${names.map((name, i) => `${i},${name}`).join("\n")}\n`;

test("the encoding of a text is found by its content, with texts to judge by", async () => {
	const cases: readonly [encoding: string, names: readonly string[], found: string][] = [
		["utf-8", SIMPLIFIED, "utf-8"],
		["gb18030", SIMPLIFIED, "gb18030"],
		["gb18030", [...SIMPLIFIED, "𠮷野家", "㐂"], "gb18030"],
		["big5", TRADITIONAL, "big5"],
		["utf-16le", SIMPLIFIED, "utf-16le"],
		["utf-16be", SIMPLIFIED, "utf-16be"],
		["shift_jis", ["ひたちなか市", "西蒲原郡弥彦村のこと"], "shift_jis"],
		["euc-jp", ["ひたちなか市", "西蒲原郡弥彦村のこと"], "euc-jp"],
	];
	for (const [encoding, names, found] of cases) {
		const path = write("a.csv", iconv.encode(table(names), encoding));
		const source = await readSource(path);
		expect(source.encoding).toMatchObject({ used: found, basis: "content", isSure: true });
		expect(source.encoding.sample).toContain(names[0]);
		expect(source.features.map(({ properties }) => properties["name"])).toEqual(names);
	}
});

test("Chinese names far behind ASCII are found as well", async () => {
	const text = `${table(Array.from({ length: 60_000 }, (_, i) => `name ${i}`))}60000,${SIMPLIFIED.join("")}\n`;
	const { encoding, features } = await readSource(write("late.csv", iconv.encode(text, "gbk")));
	expect(encoding.used).toBe("gb18030");
	expect(features.at(-1)?.properties["name"]).toBe(SIMPLIFIED.join(""));
});

test("what a person asks for wins over the content, and is said", async () => {
	const path = write("asked.csv", iconv.encode(table(SIMPLIFIED), "gbk"));
	expect((await readSource(path, { encoding: "Big5" })).encoding).toMatchObject({
		used: "big5",
		basis: "asked",
	});
});

test("content outranks a wrong .cpg and a wrong language byte, and the difference is told", async () => {
	const gbk = shapefile(squares(5), { encoding: "gb18030", languageByte: 0x57 });
	const lying = writeMembers(write, "lying", { ...gbk, cpg: "UTF-8" });
	const found = await readSource(lying);
	expect(found.encoding).toMatchObject({ declared: "utf-8", used: "gb18030", basis: "content" });
	expect(found.features[0].properties["名称"]).toBe("龙泉园路第0居委会");
	expect(issueCodes(found.features)).toEqual(["encoding.declared-differs"]);

	const utf8 = dbfFile(squares(5), { encoding: "utf-8", languageByte: 0x4d });
	const byByte = await readSource(write("byte.dbf", utf8));
	expect(byByte.encoding).toMatchObject({ declared: "gb18030", used: "utf-8", basis: "content" });
	expect(issueCodes(byByte.features)).toEqual(["encoding.declared-differs"]);
});

test("a declaration made knowingly decides where Chinese and others look alike", async () => {
	const one = (name: string) => [{ code: "1", name, corner: [121, 31] as const }];
	const cases: readonly [cpg: string, encoding: string, name: string][] = [
		["EUC-KR", "euc-kr", "한국말 서울특별시"],
		["1251", "windows-1251", "РУССКИЙ ЯЗЫК"],
		["ISO-8859-1", "windows-1252", "Montréal Île"],
	];
	for (const [cpg, encoding, name] of cases) {
		const dbf = dbfFile(one(name), { encoding });
		dbf.write("code", 32);
		dbf.write("name\0\0\0", 64);
		dbf.write("homes\0\0", 96);
		const { shp } = shapefile(one(name));
		const { features } = await readSource(writeMembers(write, encoding, { shp, dbf, cpg }));
		expect(features[0].properties["name"]).toBe(name);
	}
});

test("few characters that fit several encodings are not claimed to be sure", async () => {
	const { encoding } = await readSource(
		write("few.csv", Buffer.from("id,name\n1,\xe9\xe8x\n", "latin1")),
	);
	expect(encoding.isSure).toBe(false);
	expect(encoding.alternatives.length).toBeGreaterThan(0);
});

test("a name cut off in the middle of a character by a short field is told", async () => {
	const dbf = dbfFile(squares(5), { encoding: "gb18030", nameBytes: 9 });
	const { features, encoding } = await readSource(write("short.dbf", dbf));
	expect(encoding).toMatchObject({ used: "gb18030", isSure: true });
	expect(features).toHaveLength(5);
	expect(issueCodes(features)).toEqual(["text.unreadable"]);
});

test("an all-ASCII table keeps what it declares and needs no question", async () => {
	const ascii = squares(2).map((square) => ({ ...square, name: "plain" }));
	const dbf = dbfFile(ascii, { encoding: "gb18030", languageByte: 0x4d });
	expect((await readSource(write("plain.dbf", dbf))).encoding.isSure).toBe(true);
	expect((await readSource(write("plain.csv", "a,b\n1,2\n"))).encoding).toMatchObject({
		used: "utf-8",
		isSure: true,
	});
});
