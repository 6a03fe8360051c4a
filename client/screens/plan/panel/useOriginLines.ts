// Where a figure of the panel comes from: snapshot, way of counting, denominator, rule and its source.
import { useTranslation } from "react-i18next";
import type {
	CityMeasure,
	Measurement,
	PeopleFigures,
	UnitMeasure,
} from "../../../../planning/plan/measure/Measurement.ts";
import { categoryOf } from "../../../../planning/standards/catalogue.ts";
import { formatCount } from "../../../data/formats.ts";
import { countedMode, peopleOf } from "../../../data/plan/planFigures.ts";
import type { PlanFocus } from "../../../data/plan/planMessages.ts";
import { categoryName, useLanguage } from "../../../data/useLanguage.ts";
import { fixedWords } from "./changeFormats.ts";
import type { Listed } from "./listedUnits.ts";
import type { Origin, OriginLine } from "./origin.ts";
import { useLimitValue } from "./useLimitValue.ts";
import { useRuleLines } from "./useRuleLines.ts";

export interface OriginSubject {
	readonly origin: Origin;
	readonly focus: PlanFocus;
	readonly listed: Listed;
	readonly measurement: Measurement;
	readonly snapshotWords: string;
	/** Whose people are counted in all. */
	readonly scope: string;
}

export function useOriginLines(subject: OriginSubject): {
	readonly about: string;
	readonly lines: readonly OriginLine[];
} {
	const { t } = useTranslation();
	const { origin, listed, measurement, focus, snapshotWords } = subject;
	const unit = listed.units.find(({ code }) => code === origin.unit);
	const sides: Pair<UnitMeasure | CityMeasure> = unit ?? measurement.total;
	const mode = modeOf(origin, countedMode(measurement, focus));
	const counted = useCountLines({ sides, mode, subject, isKnown: unit?.isKnown ?? true });
	const rules = useRuleLines({ origin, unit, category: focus.category, isCoverage: mode !== null });
	return {
		about: t(`plan.panel.about.${mode === null ? origin.figure : "coverage"}`),
		lines: [[t("provenance.snapshot"), snapshotWords], ...counted, ...rules],
	};
}

interface Pair<T> {
	readonly before: T | null;
	readonly after: T | null;
}

/** The mode of a figure of coverage; null of any other. */
function modeOf({ figure }: Origin, focused: "any" | "own"): "any" | "own" | null {
	if (figure === "any" || figure === "own") return figure;
	return figure === "gained" || figure === "lost" || figure === "points" ? focused : null;
}

interface Counting {
	readonly sides: Pair<UnitMeasure | CityMeasure>;
	readonly mode: "any" | "own" | null;
	readonly subject: OriginSubject;
	readonly isKnown: boolean;
}

function useCountLines({ sides, mode, subject, isKnown }: Counting): OriginLine[] {
	const { t } = useTranslation();
	const language = useLanguage();
	const limit = useLimitValue(subject.focus.category);
	const { origin, measurement } = subject;
	const { category: code } = subject.focus;
	const category = categoryOf(code);
	const name = category === undefined ? code : categoryName(category, language);
	const people = (of: (side: UnitMeasure | CityMeasure) => number | undefined) =>
		isKnown ? bothWords(sides, of) : t("plan.panel.notTold");
	const lines: OriginLine[] = [];
	if (origin.figure === "facilities")
		return [[name, bothWords(sides, (side) => facilitiesOf(side, code))]];
	if (origin.figure === "floorArea" || origin.figure === "floor-area-short")
		return [
			[
				t("plan.panel.floorTotal"),
				bothWords(sides, (side) => ("floorAreaM2" in side ? side.floorAreaM2 : 0)),
			],
			[
				t("provenance.denominator"),
				people((side) => ("judgedHouseholds" in side ? side.judgedHouseholds : 0)),
			],
		];
	if (mode === null) return lines;
	lines.push(
		[t("provenance.mode"), `${t(`mode.${mode}Long`)} · ${name} · ${limit}`],
		[t("plan.panel.denominator"), people(({ residents }: PeopleFigures) => residents)],
		[t("provenance.covered"), people((side) => figureOf(side, code, mode)?.covered)],
		[t("provenance.notAttached"), people(({ notAttached }: PeopleFigures) => notAttached)],
	);
	if (origin.figure === "points")
		lines.push([
			t("plan.panel.figure.gainedLost"),
			`+${formatCount(peopleOf(measurement.gain, code, mode))} / −${formatCount(peopleOf(measurement.lose, code, mode))}`,
		]);
	return lines;
}

function figureOf(side: UnitMeasure | CityMeasure, code: string, mode: "any" | "own") {
	return side.coverage[code]?.[mode] ?? undefined;
}

function facilitiesOf(side: UnitMeasure | CityMeasure, code: string): number {
	return "facilities" in side ? (side.facilities[code] ?? 0) : 0;
}

/** 88,489 → 58,663 */
function bothWords<T>({ before, after }: Pair<T>, of: (side: T) => number | undefined): string {
	const words = [before, after].map((side) =>
		side === null ? "—" : (fixedWords(of(side) ?? null, 0) ?? "—"),
	);
	return words[0] === words[1] ? (words[0] ?? "—") : words.join(" → ");
}
