// A view of a finished analysis: figures of the area and of every unit of the level, at the limit that is asked for.
import type { Knex } from "knex";
import type { Declared } from "../../planning/coverage/figures/band.ts";
import { COMPOSITE } from "../../planning/coverage/figures/farness.ts";
import {
	limitsOf,
	type SubjectLimits,
	subjectOf,
} from "../../planning/coverage/figures/subject.ts";
import { type ReportQuestion, unitAsked } from "../../planning/wire/reports.ts";
import { Refused } from "../errors.ts";
import type { View } from "../reports/View.ts";
import { farnessOfRun } from "./farnessOfRun.ts";
import type { Snapshot } from "./findSnapshot.ts";
import { locatedCity } from "./locatedCity.ts";
import { readSettings } from "./readSettings.ts";
import { type ViewArea, viewAreaOf } from "./viewArea.ts";
import { viewSums } from "./viewSums.ts";

export interface ViewBasis {
	readonly snapshot: Snapshot;
	readonly runId: number;
}

/**
 * Refused 404 when there is no such unit, no unit of the level in it, or no walk to the category is judged; 422
 * `limit.beyond-horizon` for a limit farther than walks are kept.
 */
export async function viewFigures(
	db: Knex,
	{ snapshot, runId }: ViewBasis,
	asked: ReportQuestion,
): Promise<View> {
	// the composite knows no own unit's facility
	const question = asked.category === COMPOSITE ? { ...asked, mode: "any" as const } : asked;
	const settings = await readSettings(db);
	const area = await viewAreaOf(db, snapshot.id, {
		unit: unitAsked(question),
		level: question.level,
	});
	if (area.units.length === 0) throw emptyLevel(question.level);
	const homes = await farnessOfRun(db, { runId, snapshotId: snapshot.id }, question);
	const category = subjectOf(question.category);
	const limits = category === undefined ? null : limitsOf(category);
	if (category === undefined || limits === null)
		throw new Error(`Walks to ${question.category}, which has no limit.`);
	const limit = limitWithin(limits, question.limit);
	const declared = await declaredOf(db, snapshot.id, area);
	return {
		...{ question, category, limits, limit, snapshot, ...settings },
		area: area.unit ?? { kind: "all", code: "", name: settings.cityName },
		level: area.level,
		speeds: homes.farness.speeds,
		...viewSums(homes, area, { question, limit, declared }),
	};
}

/** Declared 常住人口 by committee. */
async function declaredOf(db: Knex, snapshotId: number, { cells }: ViewArea): Promise<Declared> {
	const { tree } = await locatedCity(db, snapshotId);
	const { codes, ofCell } = cells.levels.committee;
	return {
		level: { codes, ofCell: Int32Array.from(ofCell) },
		residents: codes.map((code) => tree.unit("committee", code)?.declaredResidents ?? null),
	};
}

function emptyLevel(level: string): Refused {
	return new Refused(
		"level.empty",
		{
			zh: "这个范围里没有这一层级的单元。换一个层级。",
			en: `There is no ${level} here. Choose another level.`,
		},
		{ status: 404 },
	);
}

const LIMIT_UNITS: Readonly<Record<SubjectLimits["unit"], readonly [zh: string, en: string]>> = {
	minutes: ["分钟", "minutes"],
	metres: ["米", "metres"],
	percent: ["%", "per cent"],
};

function limitWithin({ own, most, unit }: SubjectLimits, asked: number | undefined): number {
	const limit = asked ?? own;
	if (limit <= most) return limit;
	const [zh, en] = LIMIT_UNITS[unit];
	throw new Refused("limit.beyond-horizon", {
		zh: `步行结果保留到 ${most} ${zh}，限值 ${limit} ${zh}无法回答。把限值调到 ${most} ${zh}以内。`,
		en: `Walks are kept up to ${most} ${en}; a limit of ${limit} cannot be answered. Choose a smaller one.`,
	});
}
