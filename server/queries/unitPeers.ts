// A unit among its peers: shares of the main categories, density, elders, floor area.
import type { Knex } from "knex";
import { COMPOSITE_PARTS } from "../../planning/coverage/figures/composite.ts";
import { peerFigure, peersOf } from "../../planning/coverage/figures/peers.ts";
import { CATEGORIES } from "../../planning/standards/catalogue.ts";
import type { UnitRow } from "../../planning/wire/api.ts";
import type { Matrix } from "../../planning/wire/figuresApi.ts";
import type { UnitPage } from "../../planning/wire/unitPage.ts";
import { coverageMatrix } from "./coverageMatrix.ts";
import type { UnitKey } from "./findUnit.ts";
import type { RunOfSnapshot } from "./runArrays.ts";
import { unitRows } from "./unitRows.ts";

/** The services of the composite, and those that serve their own unit. */
const MAIN: readonly string[] = CATEGORIES.filter(
	({ code, basis, ownUnit }) =>
		basis !== "presence" && (ownUnit === "yes" || COMPOSITE_PARTS.flat().includes(code)),
).map(({ code }) => code);
const MODES = ["any", "own"] as const;

export async function unitPeers(
	db: Knex,
	basis: RunOfSnapshot,
	{ kind, code }: UnitKey,
): Promise<UnitPage["peers"]> {
	const rows = await unitRows(db, basis.snapshotId);
	const unit = rows.find((row) => row.kind === kind && row.code === code);
	if (unit === undefined) throw new Error(`Unit ${kind} ${code} has no row.`);
	const { units, isAlike } = peersOf(rows, unit);
	const among = (figureOf: (row: UnitRow) => number | null) =>
		peerFigure(figureOf(unit), units.map(figureOf));
	const coverage = await Promise.all(
		MODES.map(async (mode) => {
			const shareOf = shares(await coverageMatrix(db, basis, { mode, level: kind }));
			return MAIN.map((category) => ({
				category,
				mode,
				figure: among((row) => shareOf(row.code, category)),
			}));
		}),
	);
	return {
		isAlike,
		units: units.length,
		coverage: coverage.flat().filter(({ figure }) => figure.of > 0),
		peoplePerKm2: among((row) =>
			row.residents > 0 && row.areaKm2 > 0 ? row.residents / row.areaKm2 : null,
		),
		elderPct: among((row) => (row.residents > 0 ? (row.elders / row.residents) * 100 : null)),
		floorAreaPer100HouseholdsM2: among((row) => row.floorAreaPer100HouseholdsM2),
	};
}

function shares({
	categories,
	units,
	pct,
}: Matrix): (code: string, category: string) => number | null {
	const rowOf = new Map(units.map((code, row) => [code, row]));
	const slotOf = new Map(categories.map((category, slot) => [category, slot]));
	return (code, category) => pct[rowOf.get(code) ?? -1]?.[slotOf.get(category) ?? -1] ?? null;
}
