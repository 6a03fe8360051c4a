// A view with its map, in a language: what briefs and sheets are drawn from.
import type { Knex } from "knex";
import type { ReportQuestion } from "../../planning/wire/reports.ts";
import type { MapPanel } from "../reports/map/mapPanel.ts";
import { wordsOf } from "../reports/words/wordsOf.ts";
import { type ViewBasis, viewFigures } from "./viewFigures.ts";
import { viewPicture } from "./viewPicture.ts";

export async function mapPanelOf(
	db: Knex,
	basis: ViewBasis,
	question: ReportQuestion,
): Promise<MapPanel> {
	const view = await viewFigures(db, basis, question);
	const { noData } = wordsOf(question.lang);
	const picture = await viewPicture(db, basis.snapshot.id, view, noData);
	return { view, picture, language: question.lang };
}
