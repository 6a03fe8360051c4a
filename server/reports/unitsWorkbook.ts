// 单元台账.xlsx
import type { UnitRow } from "../../planning/wire/api.ts";
import { type TableColumn, tableWorkbook } from "./tableWorkbook.ts";

const KIND: Readonly<Record<UnitRow["kind"], string>> = {
	district: "区",
	street: "街道/镇/乡",
	committee: "居委会/村委会",
	bmu: "基本管理单元",
	circle: "生活圈片区",
};
const STREET_KIND: Readonly<Record<string, string>> = {
	subdistrict: "街道",
	town: "镇",
	township: "乡",
	other: "其他",
};
const ZONE: Readonly<Record<string, string>> = {
	urban: "城区",
	"new-town": "新城",
	"market-town": "集镇",
	village: "乡村",
};

const COLUMNS: readonly TableColumn<UnitRow>[] = [
	{ header: "层级", width: 16, value: ({ kind }) => KIND[kind] },
	{ header: "编码", width: 16, value: ({ code }) => code },
	{ header: "名称", width: 22, value: ({ name }) => name },
	{ header: "上级编码", width: 16, value: ({ parentCode }) => parentCode },
	{ header: "上级名称", width: 18, value: ({ parentName }) => parentName },
	{ header: "类别", width: 10, value: ({ streetKind }) => named(STREET_KIND, streetKind) },
	{ header: "地区", width: 10, value: ({ zone }) => named(ZONE, zone) },
	{ header: "常住人口（居住点合计）", width: 18, value: ({ residents }) => residents },
	{ header: "户数（居住点合计）", width: 16, value: ({ households }) => households },
	{ header: "60岁以上", width: 12, value: ({ elders }) => elders },
	{ header: "儿童", width: 10, value: ({ children }) => children },
	{ header: "申报常住人口", width: 14, value: ({ declaredResidents }) => declaredResidents },
	{ header: "申报户数", width: 12, value: ({ declaredHouseholds }) => declaredHouseholds },
	{ header: "面积（平方公里）", width: 14, value: ({ areaKm2 }) => round(areaKm2, 4) },
	{ header: "设施数", width: 10, value: ({ facilities }) => facilities },
	{
		header: "每百户社区服务用房（平方米）",
		width: 20,
		value: (row) =>
			row.floorAreaPer100HouseholdsM2 === null ? null : round(row.floorAreaPer100HouseholdsM2, 2),
	},
];

export function unitsWorkbook(rows: readonly UnitRow[]): Promise<Uint8Array> {
	return tableWorkbook({ sheetName: "单元台账", columns: COLUMNS, rows });
}

function named(names: Readonly<Record<string, string>>, key: string | null): string | null {
	return key === null ? null : (names[key] ?? key);
}

function round(value: number, decimals: number): number {
	return Number(value.toFixed(decimals));
}
