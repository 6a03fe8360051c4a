// 设施台账.xlsx
import { categoryOf } from "../../planning/standards/catalogue.ts";
import type { FacilityRow } from "../../planning/wire/api.ts";
import { type TableColumn, tableWorkbook } from "./tableWorkbook.ts";

const COLUMNS: readonly TableColumn<FacilityRow>[] = [
	{ header: "编号", width: 16, value: ({ id }) => id },
	{ header: "类别编码", width: 12, value: ({ category }) => category },
	{ header: "类别", width: 20, value: ({ category }) => categoryOf(category)?.nameZh ?? null },
	{ header: "名称", width: 26, value: ({ name }) => name },
	{ header: "经度", width: 13, value: ({ lon }) => lon },
	{ header: "纬度", width: 13, value: ({ lat }) => lat },
	{ header: "建筑面积（平方米）", width: 16, value: ({ floorAreaM2 }) => floorAreaM2 },
	{ header: "容量", width: 10, value: ({ capacity }) => capacity },
	{ header: "运营单元编码", width: 16, value: ({ operatorCode }) => operatorCode },
	{ header: "运营单元", width: 18, value: ({ operatorName }) => operatorName },
	{
		header: "运营单元来源",
		width: 14,
		value: (row) => (row.operatorCode === null ? null : row.operatorPresumed ? "推定" : "数据给定"),
	},
	{ header: "用房编号", width: 14, value: ({ premisesId }) => premisesId },
	{ header: "地址", width: 26, value: ({ address }) => address },
	{ header: "所在街镇编码", width: 16, value: ({ streetCode }) => streetCode },
	{ header: "所在街镇", width: 16, value: ({ streetName }) => streetName },
	{ header: "所在居村编码", width: 16, value: ({ committeeCode }) => committeeCode },
	{ header: "所在居村", width: 18, value: ({ committeeName }) => committeeName },
];

export function facilitiesWorkbook(rows: readonly FacilityRow[]): Promise<Uint8Array> {
	return tableWorkbook({ sheetName: "设施台账", columns: COLUMNS, rows });
}
