// The units of a view with their shapes, for other programs.
import type { Knex } from "knex";
import type { MultiPolygonRings } from "../../planning/geo/LonLat.ts";
import type { ReportQuestion } from "../../planning/wire/reports.ts";
import type { Download } from "../exports/Download.ts";
import { writeExport } from "../exports/writeExport.ts";
import { fileNameOf } from "../reports/fileName.ts";
import { viewData } from "../reports/viewData.ts";
import { divisionFeatures } from "./divisionFeatures.ts";
import { type ViewBasis, viewFigures } from "./viewFigures.ts";

export async function dataOfView(
	db: Knex,
	basis: ViewBasis,
	question: ReportQuestion & { readonly format: "geojson" | "csv" },
): Promise<Download> {
	const view = await viewFigures(db, basis, question);
	const { features } = await divisionFeatures(db, basis.snapshot.id, view.level);
	const shapes = new Map<string, MultiPolygonRings>(
		features.map(({ properties, geometry }) => [properties.code, geometry.coordinates]),
	);
	const { media, extension, body } = await writeExport(question.format, viewData(view, shapes));
	return { media, fileName: fileNameOf(view, question.lang, { kind: "data", extension }), body };
}
