// Which coordinate reference system a file is in. What a person asks for wins over what the file declares, that over
// what the numbers say with the city's box, that over an assumption. Always with the evidence in words.
import type { Box } from "../../../planning/geo/box.ts";
import type { CrsFinding } from "../../../planning/wire/understanding.ts";
import type { Words } from "../../errors.ts";
import { crsNamed } from "./crsNamed.ts";
import { type CrsSample, type Reading, readingsOf } from "./crsReadings.ts";
import { crsLabel, numbersWords, readingWords, sentences } from "./crsWords.ts";
import { type City, type Judged, judgeReading } from "./judgeReading.ts";
import type { LocalGrid } from "./LocalGrid.ts";
import { toLonLatOf } from "./toLonLatOf.ts";

export interface CrsAsk {
	/** What the person says, if anything. */
	readonly asked: string | null;
	/** Whether the person says that latitude comes first; null: look. */
	readonly isSwapped: boolean | null;
	/** What the file declares: `EPSG:n` or the text of its .prj. */
	readonly declared: string | null;
	/** Of the committed divisions; null when there are none. */
	readonly cityBox: Box | null;
	readonly localGrids: readonly LocalGrid[];
}

/** A reading that puts this share into the city explains the file. */
const MOST = 0.9;
/** Metres: nearer than the next central meridian would be. */
const NEAR_M = 130_000;
const MOST_ALTERNATIVES = 24;
const UNTOLD: Words = {
	zh: "只看数值认不出坐标系，要由人选定",
	en: "the numbers alone do not tell the coordinate system; choose it",
};
const NO_COORDINATES: Words = {
	zh: "没有找到坐标：既没有图形，也没有认出经度和纬度两列",
	en: "there are no coordinates: neither shapes nor columns of longitude and latitude",
};

/** @throws Refused when the person asks for a CRS that cannot be converted. */
export function findCrs(sample: CrsSample, ask: CrsAsk): CrsFinding {
	if (ask.asked !== null) return asAsked(ask.asked, sample, ask);
	const declared = ask.declared === null ? null : crsNamed(ask.declared);
	if (declared !== null) return asDeclared(declared, sample, ask);
	return byNumbers(sample, ask);
}

function asAsked(asked: string, sample: CrsSample, ask: CrsAsk): CrsFinding {
	toLonLatOf(asked, { isSwapped: false, localGrids: ask.localGrids }); // refuses what cannot be
	const judged = inBestOrder(crsNamed(asked) ?? asked, sample, ask);
	if (judged === null) throw new Error(`The CRS ${asked} could be converted and then not.`);
	return found(judged, { sample, ask, basis: "asked", isSure: true });
}

function asDeclared(declared: string, sample: CrsSample, ask: CrsAsk): CrsFinding {
	const judged = inBestOrder(declared, sample, ask);
	if (judged === null) return unconvertible(declared, sample, ask);
	const fits = ask.cityBox === null ? isOnEarth(judged) : judged.inside > 0;
	if (fits || judged.of === 0)
		return found(judged, {
			sample,
			ask,
			basis: "declared",
			isSure: !isOrderDoubtful(judged, sample, ask),
		});
	const others = judgedReadings(sample, ask).filter((other) => explains(other, ask));
	const [other] = others;
	if (other === undefined) return found(judged, { sample, ask, basis: "declared", isSure: false });
	const saying = readingWords(judged, sample, ask.cityBox !== null);
	return {
		...found(other, { sample, ask, basis: "numbers", isSure: false }),
		alternatives: namesOf([judged, ...others.slice(1)], other),
		words: sentences(
			{
				zh: `文件声明是 ${crsLabel(declared).zh}，但${saying.zh}`,
				en: `the file declares ${crsLabel(declared).en}, but ${saying.en}`,
			},
			numbersWords(sample),
			readingWords(other, sample, ask.cityBox !== null),
			{ zh: "看清楚后再确认", en: "look at it before confirming" },
		),
	};
}

function byNumbers(sample: CrsSample, ask: CrsAsk): CrsFinding {
	const readings = judgedReadings(sample, ask);
	if (ask.cityBox === null) return byNumbersAlone(readings, sample, ask);
	const inside = readings.filter((judged) => judged.inside > 0);
	const most = Math.max(0, ...inside.map((judged) => judged.inside));
	const fitting = inside.filter((judged) => judged.inside >= most / 2);
	const best = fitting.find((judged) => judged.inside === most);
	if (best !== undefined) {
		const isSure = fitting.length === 1 && ask.declared === null;
		return found(best, { sample, ask, basis: "numbers", isSure, others: fitting });
	}
	const near = readings
		.filter((judged) => (judged.awayM ?? Infinity) < NEAR_M)
		.sort((a, b) => (a.awayM ?? 0) - (b.awayM ?? 0));
	const degrees = readings.find(({ crs }) => crs === "EPSG:4326");
	const guess = near[0] ?? degrees;
	if (guess === undefined) return unknown(readings, sample, ask);
	const basis = near[0] === undefined ? "assumed" : "numbers";
	return found(guess, { sample, ask, basis, isSure: false, others: near });
}

/** Without a city: degrees are assumed to be WGS84, a zone number names its meridian, anything else is asked. */
function byNumbersAlone(readings: readonly Judged[], sample: CrsSample, ask: CrsAsk): CrsFinding {
	const plausible = readings.filter(
		(judged) => !judged.crs.startsWith("local:") && isOnEarth(judged),
	);
	const [first] = plausible;
	if (first === undefined) return unknown(readings, sample, ask);
	if (first.crs === "EPSG:4326")
		return found(first, { sample, ask, basis: "assumed", isSure: false });
	if (plausible.length > 1) return unknown(plausible, sample, ask);
	return found(first, { sample, ask, basis: "numbers", isSure: ask.declared === null });
}

function judgedReadings(sample: CrsSample, ask: CrsAsk): Judged[] {
	return readingsOf(sample, ask.localGrids)
		.filter(({ isSwapped }) => ask.isSwapped === null || ask.isSwapped === isSwapped)
		.flatMap((reading) => judgeReading(reading, sample, cityOf(ask)) ?? []);
}

/** The order of the two numbers as asked, else the one that fits better, else as it stands. */
function inBestOrder(crs: string, sample: CrsSample, ask: CrsAsk): Judged | null {
	const judge = (isSwapped: boolean) => judgeReading({ crs, isSwapped }, sample, cityOf(ask));
	if (ask.isSwapped !== null) return judge(ask.isSwapped);
	const [plain, swapped] = [judge(false), judge(true)];
	if (plain === null || swapped === null) return null;
	const isBetter =
		ask.cityBox === null
			? !isOnEarth(plain) && isOnEarth(swapped)
			: plain.inside === 0 && swapped.inside > 0;
	return isBetter ? swapped : plain;
}

/** Swapped against a declaration, though the order as it stands is possible too. */
function isOrderDoubtful(judged: Judged, sample: CrsSample, ask: CrsAsk): boolean {
	if (!judged.isSwapped || ask.isSwapped !== null) return false;
	const plain = judgeReading({ ...judged, isSwapped: false }, sample, cityOf(ask));
	return plain !== null && isOnEarth(plain);
}

function explains(judged: Judged, { cityBox }: CrsAsk): boolean {
	return cityBox === null ? isOnEarth(judged) : judged.inside >= judged.of * MOST;
}

function isOnEarth({ onEarth, of }: Judged): boolean {
	return of > 0 && onEarth >= of * MOST;
}

interface Verdict {
	readonly sample: CrsSample;
	readonly ask: CrsAsk;
	readonly basis: CrsFinding["basis"];
	readonly isSure: boolean;
	readonly others?: readonly Reading[];
}

function found(judged: Judged, { sample, ask, basis, isSure, others = [] }: Verdict): CrsFinding {
	return {
		declared: ask.declared,
		used: judged.crs,
		basis,
		isSure,
		isSwapped: judged.isSwapped,
		inCity: ask.cityBox === null ? null : { inside: judged.inside, of: judged.of },
		alternatives: namesOf(others, judged),
		words: sentences(
			...unreadableDeclaration(ask),
			numbersWords(sample),
			readingWords(judged, sample, ask.cityBox !== null),
			...otherWords(namesOf(others, judged)),
		),
	};
}

function unknown(readings: readonly Reading[], sample: CrsSample, ask: CrsAsk): CrsFinding {
	return {
		...nothing(ask),
		basis: "unknown",
		alternatives: namesOf(readings, null),
		words: sentences(
			...unreadableDeclaration(ask),
			...(sample.features.some((positions) => positions.length > 0)
				? [numbersWords(sample), UNTOLD]
				: [NO_COORDINATES]),
		),
	};
}

/** Declared, but its datum needs parameters that we do not have. */
function unconvertible(declared: string, sample: CrsSample, ask: CrsAsk): CrsFinding {
	const grids = judgedReadings(sample, ask).filter(({ crs }) => crs.startsWith("local:"));
	const label = crsLabel(declared);
	return {
		...nothing(ask),
		used: declared,
		basis: "declared",
		alternatives: namesOf(
			grids.filter((grid) => explains(grid, ask)),
			null,
		),
		words: sentences(
			{ zh: `文件声明是 ${label.zh}`, en: `the file declares ${label.en}` },
			{
				zh: "它不能换算：需要测绘部门的参数，或者不受支持。转成 CGCS2000 后再交，或选择已配置的地方坐标系",
				en: "it cannot be converted: it needs the surveying bureau's parameters or is not supported. Convert the file to CGCS2000, or choose a local grid that is set up",
			},
		),
	};
}

function nothing({ declared, isSwapped }: CrsAsk) {
	return { declared, used: null, isSure: false, isSwapped: isSwapped ?? false, inCity: null };
}

function cityOf({ cityBox, localGrids }: CrsAsk): City {
	return { box: cityBox, localGrids };
}

function namesOf(readings: readonly Reading[], besides: Reading | null): string[] {
	const names = readings.map(({ crs }) => crs).filter((crs) => crs !== besides?.crs);
	return [...new Set(names)].slice(0, MOST_ALTERNATIVES);
}

function unreadableDeclaration({ asked, declared }: CrsAsk): Words[] {
	if (asked !== null || declared === null || crsNamed(declared) !== null) return [];
	const shown = /"([^"]*)"/.exec(declared)?.[1] ?? declared.slice(0, 60);
	return [
		{
			zh: `文件声明的坐标系“${shown}”不认识`,
			en: `the coordinate system that the file declares, "${shown}", is not known`,
		},
	];
}

function otherWords(names: readonly string[]): Words[] {
	if (names.length === 0) return [];
	return [
		{
			zh: `也说得通：${names.map((name) => crsLabel(name).zh).join("、")}`,
			en: `also possible: ${names.map((name) => crsLabel(name).en).join(", ")}`,
		},
	];
}
