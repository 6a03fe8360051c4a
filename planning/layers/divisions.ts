// Divisions (区划): the units of one level with their codes, names and shapes.
import type { StreetKind, UnitKind, UnitRecord, Zone } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import { noteAreaColumns } from "./areaUnits.ts";
import type { FeatureCells } from "./FeatureCells.ts";
import { noteSelfCrossing } from "./noteSelfCrossing.ts";
import { polygonsOf } from "./places.ts";
import type { CheckOptions, RecordReader } from "./RecordReader.ts";
import { turned } from "./turned.ts";
import {
	levelOfCode,
	parentCodeOf,
	streetKindNamed,
	streetKindOfCode,
	twelveDigits,
} from "./unitCodes.ts";

export const unitReader: RecordReader<UnitRecord> = {
	required: ["code", "name"],
	holdsPeople: false,
	isPlaced: false,
	identityOf: ({ code }) => code,
	read: readUnit,
};

const ZONES: Readonly<Record<string, Zone>> = {
	urban: "urban",
	主城区: "urban",
	城区: "urban",
	"new-town": "new-town",
	新城: "new-town",
	"market-town": "market-town",
	新市镇: "market-town",
	集镇: "market-town",
	village: "village",
	乡村: "village",
	村庄: "village",
};

function readUnit(cells: FeatureCells, { level }: CheckOptions): UnitRecord | null {
	if (level === null) throw new Error("A division is read without its level.");
	const polygons = polygonsOf(cells);
	if (polygons !== null) noteSelfCrossing(cells, polygons);
	if (polygons !== null) noteAreaColumns(cells, polygons);
	const code = ownCode(cells, level);
	const name = cells.text("name");
	if (name === "")
		cells.note("warning", "name.empty", {
			zh: "没有名称。请补上；接受后以编码代替。",
			en: "it has no name. Add it; if accepted, its code is shown instead.",
		});
	const record = {
		kind: level,
		code,
		name: name || code,
		parentCode: parentOf(cells, level, code),
		streetKind: level === "street" ? streetKindOf(cells, code) : null,
		zone: zoneOf(cells),
		declaredResidents: cells.count("declaredResidents"),
		declaredHouseholds: cells.count("declaredHouseholds"),
		seat: seatOf(cells),
	};
	return polygons === null || cells.isBlocked ? null : { ...record, polygons: turned(polygons) };
}

/** 12 digits for the levels of the state's code; own text for basic management units and circles. */
function ownCode(cells: FeatureCells, level: UnitKind): string {
	const text = cells.text("code");
	if (text === "") {
		const column = cells.columnOf("code");
		const name = cells.text("name");
		const words = {
			zh: `${name}没有编码。请补上。`,
			en: `${name || "it"} has no code. Add it.`,
		};
		cells.note(
			"blocking",
			"code.empty",
			words,
			column === undefined ? undefined : { column, name },
		);
		return text;
	}
	const code = twelveDigits(text);
	if (level === "bmu" || level === "circle") return text;
	if (code === null) {
		cells.note("blocking", "code.wrong-digits", {
			zh: `编码“${text}”应为 6、9 或 12 位数字。请按文本格式改正（表格软件会损坏长数字）。`,
			en: `the code "${text}" must have 6, 9 or 12 digits. Correct it as text (spreadsheets damage long numbers).`,
		});
		return text;
	}
	if (levelOfCode(code) !== level)
		cells.note("warning", "code.level-differs", {
			zh: `编码 ${code} 的位数表示 ${levelOfCode(code)} 级，而导入的是 ${level} 级。请核对。`,
			en: `the digits of ${code} say ${levelOfCode(code)}, but the level imported is ${level}. Check it.`,
		});
	return code;
}

function parentOf(cells: FeatureCells, level: UnitKind, code: string): string | null {
	const named = cells.isNamed("parent") ? cells.unitCode("parent") : guessedParent(cells, level);
	const own = twelveDigits(code) === null ? null : parentCodeOf(level, code);
	if (named !== null && own !== null && named !== own)
		cells.note("warning", "code.parent-prefix", {
			zh: `编码 ${code} 的前几位属于 ${own}，而上级编码写的是 ${named}。请核对；接受后以写明的上级为准。`,
			en: `the first digits of ${code} say ${own}, but the parent given is ${named}. Check it; if accepted, the parent given holds.`,
		});
	return named ?? own;
}

/** A column that only looks like the parent's counts when it holds a code. */
function guessedParent(cells: FeatureCells, level: UnitKind): string | null {
	return level === "district" ? null : twelveDigits(cells.text("parent"));
}

function streetKindOf(cells: FeatureCells, code: string): StreetKind {
	const word = cells.text("kind");
	const kind = streetKindNamed(word);
	if (kind === undefined && word !== "" && cells.isNamed("kind"))
		cells.note("warning", "unit.kind-unknown", {
			zh: `类型“${word}”不认识；可用 街道、镇、乡、其他。接受后按编码判断。`,
			en: `the kind "${word}" is not known; use subdistrict, town, township or other. If accepted, the code decides.`,
		});
	const byCode = streetKindOfCode(code);
	if (kind !== undefined && kind !== byCode && twelveDigits(code) !== null)
		cells.note("warning", "unit.kind-differs", {
			zh: `类型写的是“${word}”，而编码 ${code} 第 7–9 位表示${STREET_KIND_WORDS[byCode].zh}。请核对；接受后以类型为准。`,
			en: `the kind is "${word}", but digits 7–9 of ${code} say ${STREET_KIND_WORDS[byCode].en}. Check it; if accepted, the kind holds.`,
		});
	return kind ?? byCode;
}

const STREET_KIND_WORDS: Readonly<Record<StreetKind, { zh: string; en: string }>> = {
	subdistrict: { zh: "街道", en: "subdistrict" },
	town: { zh: "镇", en: "town" },
	township: { zh: "乡", en: "township" },
	other: { zh: "其他", en: "other" },
};

function zoneOf(cells: FeatureCells): Zone | null {
	const word = cells.text("zone").toLowerCase();
	const zone = ZONES[word];
	if (zone === undefined && word !== "" && cells.isNamed("zone"))
		cells.note("warning", "unit.zone-unknown", {
			zh: `片区类型“${word}”不认识；可用 urban、new-town、market-town、village。接受后留空。`,
			en: `the zone "${word}" is not known; use urban, new-town, market-town or village. If accepted, it is left empty.`,
		});
	return zone ?? null;
}

function seatOf(cells: FeatureCells): LonLat | null {
	const texts = [cells.text("seatLon"), cells.text("seatLat")];
	if (texts.every((text) => text === "")) return null;
	const [x, y] = texts.map((text) => (text === "" ? Number.NaN : Number(text)));
	const [lon, lat] = cells.toLonLat(x, y);
	if (Math.abs(lon) <= 180 && Math.abs(lat) <= 90) return [lon, lat];
	cells.note("blocking", "unit.seat-invalid", {
		zh: `驻地坐标“${texts.join(", ")}”无法读取或超出范围。请改正，或两列都留空。`,
		en: `the seat "${texts.join(", ")}" cannot be read or is out of range. Correct it, or leave both cells empty.`,
	});
	return null;
}
