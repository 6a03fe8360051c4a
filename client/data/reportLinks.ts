// Where the view can be taken away: addresses of reports, sheets, tables and data about exactly this question. Pure.
import type { ReportQuestion, SheetOptions } from "../../planning/wire/reports.ts";
import type { CityView, UnitRef } from "./cityView.ts";
import type { Language } from "./formats.ts";
import { pathOf } from "./queries.ts";
import type { Figure } from "./useFigure.ts";

export interface ReportAsked {
	readonly view: Pick<CityView, "level" | "breaks">;
	/** The category, mode, people and limit as they are shown, not as the address abbreviates them. */
	readonly figure: Pick<Figure, "key" | "who" | "limit" | "isOwnLimit">;
	readonly language: Language;
	/** Only this unit; absent for the whole city. */
	readonly unit?: UnitRef;
}

export type ReportForm =
	| { readonly of: "brief"; readonly format: "pdf" | "docx" }
	| ({ readonly of: "sheet" } & Partial<SheetOptions>)
	| { readonly of: "table"; readonly format: "xlsx" | "csv" }
	| { readonly of: "data"; readonly format: "geojson" | "csv" };

/** The address of one report. What is the report's own default is left out. */
export function reportLink(asked: ReportAsked, { of, ...options }: ReportForm): string {
	return pathOf(`reports/${of}`, { ...questionWords(asked), ...options });
}

type Words = { readonly [key in keyof ReportQuestion]-?: string | null };

function questionWords({ view, figure, language, unit }: ReportAsked): Words {
	const { key, who, limit, isOwnLimit } = figure;
	return {
		snapshot: key.snapshot,
		profile: key.profile,
		category: key.category,
		mode: key.mode,
		who,
		limit: limit === null || isOwnLimit ? null : String(limit),
		level: view.level,
		breaks: view.breaks,
		lang: language,
		unit: unit === undefined ? null : `${unit.kind}:${unit.code}`,
	};
}
