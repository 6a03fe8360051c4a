// Areas in the wrong unit: square kilometres, hectares, mu or ten thousand square metres where square metres are meant.
import { areaM2 } from "../city/geodesicArea.ts";
import type { FacilityRecord } from "../city/records.ts";
import type { MultiPolygonRings } from "../geo/LonLat.ts";
import { type FeatureCells, textOf } from "./FeatureCells.ts";
import type { Issue } from "./Issue.ts";

interface AreaUnit {
	readonly zh: string;
	readonly en: string;
	readonly inM2: number;
	/** What a column in this unit is called. */
	readonly named: RegExp;
}

/** Mu: 15 to the hectare. Square decimetres are what an area in m² times a hundred looks like. */
const UNITS: readonly AreaUnit[] = [
	{ zh: "平方公里", en: "km²", inM2: 1e6, named: /km|平方公里|平方千米/i },
	{
		zh: "公顷（万平方米）",
		en: "hectares (10,000 m²)",
		inM2: 1e4,
		named: /公顷|万(?:㎡|平|m)|hectare|(?:^|_)ha$/i,
	},
	{ zh: "亩", en: "mu", inM2: 10_000 / 15, named: /亩|mu$/i },
	{
		zh: "平方分米（平方米的 100 倍）",
		en: "dm² (a hundred times m²)",
		inM2: 0.01,
		named: /dm|平方分米/i,
	},
];
const SQUARE_METRES = /m2|m²|㎡|平方米|平米|sqm/i;
const AREA_COLUMN = /面积|(?:^|_)area(?:$|_)|^mj$/i;
/** Written by mapping software in whatever the plane's unit is, square degrees among them. */
const SOFTWARE_COLUMN = /^shape_?area$|^st_area/i;
/** A value this near to a unit's is in that unit. */
const NEAR = 0.06;
/** From this difference on the attribute contradicts the shape. */
const APART = 0.2;

/** Areas that a division's row declares, held against its shape. */
export function noteAreaColumns(cells: FeatureCells, polygons: MultiPolygonRings): void {
	const { properties } = cells.feature;
	let shapeM2 = -1;
	for (const column in properties) {
		if (!AREA_COLUMN.test(column) || SOFTWARE_COLUMN.test(column)) continue;
		const value = Number(textOf(properties[column]).normalize("NFKC") || Number.NaN);
		if (!(value > 0)) continue;
		if (shapeM2 < 0) shapeM2 = areaM2(polygons);
		noteAreaColumn(cells, column, value, shapeM2);
	}
}

function noteAreaColumn(cells: FeatureCells, column: string, value: number, shapeM2: number): void {
	const isIn = (inM2: number) => Math.abs((value * inM2) / shapeM2 - 1) < NEAR;
	const said = UNITS.find(({ named }) => named.test(column));
	const found = UNITS.find(({ inM2 }) => isIn(inM2));
	const saidM2 = said?.inM2 ?? 1;
	const shape = shapeM2.toFixed(0);
	if (isIn(saidM2) || (said === undefined && found !== undefined && !SQUARE_METRES.test(column)))
		return;
	if (found !== undefined || isIn(1)) {
		const unit = found ?? { zh: "平方米", en: "m²" };
		cells.note("warning", "area.unit-mistaken", {
			zh: `列“${column}”是 ${value}，而图形面积是 ${shape} 平方米：单位像是${unit.zh}。请核对单位。`,
			en: `column ${column} is ${value}, but the shape has ${shape} m²: the unit looks like ${unit.en}. Check the unit.`,
		});
		return;
	}
	if (Math.abs((value * saidM2) / shapeM2 - 1) < APART) return;
	cells.note("info", "area.differs", {
		zh: `列“${column}”是 ${value}，与图形面积 ${shape} 平方米相差较大。请核对图形或这一列。`,
		en: `column ${column} is ${value}, far from the ${shape} m² of the shape. Check the shape or the column.`,
	});
}

/** Floor areas above this are no single facility's; below the other, no room. m². App defaults. */
const LARGEST_M2 = 500_000;
const SMALLEST_M2 = 2;

/** An area of a facility: null, or told when it is impossible. */
export function noteImpossibleArea(cells: FeatureCells, column: string, m2: number | null): void {
	if (m2 === null || (m2 >= SMALLEST_M2 && m2 <= LARGEST_M2)) return;
	cells.note("warning", "area.impossible", {
		zh: `${column} 是 ${m2} 平方米，${m2 < SMALLEST_M2 ? "小得不可能" : "大得不可能"}。请核对数值和单位（应为平方米）。`,
		en: `${column} is ${m2} m², impossibly ${m2 < SMALLEST_M2 ? "small" : "large"}. Check the number and its unit (m² expected).`,
	});
}

/** Fewer areas say nothing about the unit of a column. */
const FEWEST_AREAS = 5;
/** Median floor area of a facility in the wrong unit: under 5 they are in 10,000 m², over 50,000 a hundred times m². */
const MEDIAN_TOO_SMALL_M2 = 5;
const MEDIAN_TOO_LARGE_M2 = 50_000;

/** A whole column of floor areas whose middle value no facility has. */
export function floorAreaUnits(facilities: readonly FacilityRecord[]): Issue[] {
	const areas = facilities.flatMap(({ floorAreaM2 }) => floorAreaM2 ?? []).sort((a, b) => a - b);
	if (areas.length < FEWEST_AREAS) return [];
	const median = areas[areas.length >> 1];
	if (median >= MEDIAN_TOO_SMALL_M2 && median <= MEDIAN_TOO_LARGE_M2) return [];
	const isSmall = median < MEDIAN_TOO_SMALL_M2;
	return [
		{
			code: "area.unit-mistaken",
			severity: "warning",
			at: {},
			message: {
				zh: `建筑面积的中位数是 ${median} 平方米，单位像是${isSmall ? "万平方米" : "平方分米（平方米的 100 倍）"}。请换算成平方米再导入。`,
				en: `The median floor area is ${median} m²: the unit looks like ${isSmall ? "10,000 m²" : "dm² (a hundred times m²)"}. Convert it to m² and import again.`,
			},
		},
	];
}
