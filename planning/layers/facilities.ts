// Facilities (设施): points of one category of the standard, with areas, operator, premises and doors.
import type { FacilityRecord } from "../city/records.ts";
import type { LonLat } from "../geo/LonLat.ts";
import { categoryOf } from "../standards/catalogue.ts";
import { floorAreaUnits, noteImpossibleArea } from "./areaUnits.ts";
import type { FeatureCells } from "./FeatureCells.ts";
import { nearCodes } from "./nearCodes.ts";
import { phoneIn } from "./personalData.ts";
import { pointOf } from "./places.ts";
import { type CheckOptions, idOf, type RecordReader } from "./RecordReader.ts";

export const facilityReader: RecordReader<FacilityRecord> = {
	required: [],
	holdsPeople: false,
	isPlaced: true,
	identityOf: ({ category, id }) => `${category} ${id}`,
	read: readFacility,
	judge: floorAreaUnits,
};

function readFacility(cells: FeatureCells, options: CheckOptions): FacilityRecord | null {
	const lonLat = pointOf(cells);
	const category = categoryCode(cells, options);
	const id = idOf(cells);
	const record = {
		id,
		category,
		name: cells.text("name") || id,
		floorAreaM2: cells.number("floorArea"),
		serviceAreaM2: cells.number("serviceArea"),
		officeAreaM2: cells.number("officeArea"),
		capacity: cells.count("capacity"),
		operatorCode: cells.unitCode("operator"),
		premisesId: cells.text("premises") || null,
		address: cells.text("address") || null,
		entrances: entrancesOf(cells),
	};
	noteAreas(cells, record);
	notePhones(cells);
	return lonLat === null || cells.isBlocked ? null : { ...record, lonLat };
}

function noteAreas(
	cells: FeatureCells,
	areas: Pick<FacilityRecord, "floorAreaM2" | "serviceAreaM2" | "officeAreaM2">,
): void {
	noteImpossibleArea(cells, cells.columnOf("floorArea") ?? "", areas.floorAreaM2);
	noteImpossibleArea(cells, cells.columnOf("serviceArea") ?? "", areas.serviceAreaM2);
	noteImpossibleArea(cells, cells.columnOf("officeArea") ?? "", areas.officeAreaM2);
}

/** Numbers within a name or an address come in with it: only a person can take them out. */
function notePhones(cells: FeatureCells): void {
	for (const field of ["name", "address"] as const) {
		const phone = phoneIn(cells.text(field));
		if (phone === null) continue;
		cells.note(phone === "mobile" ? "warning" : "info", "personal.phone-number", {
			zh: `列“${cells.columnOf(field)}”里有${phone === "mobile" ? "手机" : "电话"}号码。请删去；接受后随文字保留。`,
			en: `column ${cells.columnOf(field)} holds a ${phone === "mobile" ? "mobile" : "telephone"} number. Delete it; if accepted, it stays in the text.`,
		});
	}
}

function categoryCode(cells: FeatureCells, options: CheckOptions): string {
	const code = options.category ?? cells.text("category");
	if (options.category === null && categoryOf(code) === undefined) {
		const near = nearCodes(code).join(" ");
		cells.note("blocking", "category.unknown", {
			zh: `类别代码“${code}”不在标准中。相近的代码：${near}。`,
			en: `the standard has no category "${code}". Similar codes: ${near}.`,
		});
	}
	return code;
}

/** Doors: a list of positions, as JSON or as text `lon lat; lon lat`. */
function entrancesOf(cells: FeatureCells): LonLat[] {
	const text = cells.text("entrances");
	if (text === "") return [];
	const pairs = text
		.replace(/\]\s*,\s*\[/g, ";")
		.replace(/[[\]]/g, "")
		.split(/[;；|]/)
		.filter((pair) => pair.trim() !== "")
		.map((pair) =>
			pair
				.trim()
				.split(/[\s,，]+/)
				.map(Number),
		)
		.map((pair) => (pair.length === 2 ? cells.toLonLat(pair[0], pair[1]) : pair));
	const isSound = pairs.every(
		(pair) => pair.length === 2 && Math.abs(pair[0]) <= 180 && Math.abs(pair[1]) <= 90,
	);
	if (isSound) return pairs as [number, number][];
	cells.note("blocking", "facility.entrances-invalid", {
		zh: `出入口“${text.slice(0, 60)}”无法读取。格式：经度 纬度; 经度 纬度。`,
		en: `the entrances "${text.slice(0, 60)}" cannot be read. Write: lon lat; lon lat.`,
	});
	return [];
}
