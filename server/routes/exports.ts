import { snapshotQuerySchema } from "../../planning/wire/api.ts";
import { matrixSheetQuerySchema } from "../../planning/wire/figuresApi.ts";
import { route } from "../http/Route.ts";
import { coverageMatrix } from "../queries/coverageMatrix.ts";
import { facilityRows } from "../queries/facilityRows.ts";
import { unitRows } from "../queries/unitRows.ts";
import { facilitiesWorkbook } from "../reports/facilitiesWorkbook.ts";
import { matrixWorkbook } from "../reports/matrixWorkbook.ts";
import { unitsWorkbook } from "../reports/unitsWorkbook.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

export const exportUnits = route({
	method: "get",
	path: "/api/exports/units.xlsx",
	summary: "The table of units as a workbook",
	action: "tables.export",
	basis: "snapshot",
	query: snapshotQuerySchema,
	answers: { media: XLSX, fileName: "单元台账.xlsx" },
	answer: async ({ db, snapshot }) => unitsWorkbook(await unitRows(db, snapshot.id)),
});

export const exportFacilities = route({
	method: "get",
	path: "/api/exports/facilities.xlsx",
	summary: "The table of facilities as a workbook",
	action: "tables.export",
	basis: "snapshot",
	query: snapshotQuerySchema,
	answers: { media: XLSX, fileName: "设施台账.xlsx" },
	answer: async ({ db, snapshot }) => facilitiesWorkbook(await facilityRows(db, snapshot.id)),
});

export const exportMatrix = route({
	method: "get",
	path: "/api/exports/matrix.xlsx",
	summary: "Units of a level × categories as a workbook: shares, or what each has and lacks",
	action: "tables.export",
	basis: "run",
	query: matrixSheetQuerySchema,
	answers: { media: XLSX, fileName: "单元×类别.xlsx" },
	answer: async ({ db, snapshot, run, query }) => {
		const units = await unitRows(db, snapshot.id);
		return matrixWorkbook({
			matrix: await coverageMatrix(db, { snapshotId: snapshot.id, runId: run.id }, query),
			units: units.filter(({ kind }) => kind === query.level),
			table: query.table,
			basis: `基准 ${snapshot.asOf} · ${snapshot.hash.slice(0, 12)}`,
		});
	},
});
