import { route } from "../http/Route.ts";
import { facilityRows } from "../queries/facilityRows.ts";
import { unitRows } from "../queries/unitRows.ts";
import { facilitiesWorkbook } from "../reports/facilitiesWorkbook.ts";
import { unitsWorkbook } from "../reports/unitsWorkbook.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const exportUnits = route({
	method: "get",
	path: "/api/exports/units.xlsx",
	summary: "The table of units as a workbook",
	action: "tables.export",
	basis: "snapshot",
	answers: { media: XLSX, fileName: "单元台账.xlsx" },
	answer: async ({ db, snapshot }) => unitsWorkbook(await unitRows(db, snapshot.id)),
});

export const exportFacilities = route({
	method: "get",
	path: "/api/exports/facilities.xlsx",
	summary: "The table of facilities as a workbook",
	action: "tables.export",
	basis: "snapshot",
	answers: { media: XLSX, fileName: "设施台账.xlsx" },
	answer: async ({ db, snapshot }) => facilitiesWorkbook(await facilityRows(db, snapshot.id)),
});
