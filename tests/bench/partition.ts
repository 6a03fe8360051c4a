// The parts of `npm run bench -- partition`, on the committees and street-level units of the scene.
import { buildTiling } from "../../planning/partition/buildTiling.ts";
import { type PlanBase, planBaseOf } from "../../planning/plan/PlanBase.ts";
import type { GrownCity } from "../scenes/grownCity.ts";
import type { BenchPart, CityScene } from "./CityScene.ts";
import { buildFigures } from "./partition/build.ts";
import { editFigures } from "./partition/edit.ts";
import { measureFigures } from "./partition/measure.ts";
import { readFigures } from "./partition/read.ts";
import { replayFigures } from "./partition/replay.ts";

export const PARTITION_PARTS: readonly BenchPart[] = [
	({ city }) => buildFigures(city.units),
	(scene) => readFigures(tiledCity(scene)),
	(scene) => editFigures(tiledCity(scene)),
	({ city }) => replayFigures(sceneBase(city)),
	(scene) => measureFigures(scene),
];

/** The scene as what plans stand on. */
function sceneBase({ units, cells, facilities }: CityScene["city"]): PlanBase {
	const { tiling } = buildTiling(units.filter(({ kind }) => kind === "committee"));
	return planBaseOf({ snapshot: "", tiling, units, cells, facilities });
}

/** The scene as cells in street-level units, with the people who live in them. */
function tiledCity({ city }: CityScene): GrownCity {
	const committees = city.units.filter(({ kind }) => kind === "committee");
	const { tiling } = buildTiling(committees);
	const place = new Map(tiling.cellCode.map((code, cell) => [code, cell]));
	const unitCode = city.units.flatMap(({ kind, code }) => (kind === "street" ? [code] : [])).sort();
	const unitOf = new Map(unitCode.map((code, unit) => [code, unit]));
	const unitOfCell = new Int32Array(tiling.cellCode.length).fill(-1);
	for (const { code, parentCode } of committees)
		unitOfCell[place.get(code) ?? 0] = unitOf.get(parentCode ?? "") ?? -1;
	const residents = new Int32Array(unitOfCell.length);
	const households = new Int32Array(unitOfCell.length);
	for (const residence of city.residences) {
		const cell = place.get(residence.declaredUnitCode ?? "");
		if (cell === undefined) continue;
		residents[cell] += residence.residents;
		households[cell] += residence.households ?? 0;
	}
	return { tiling, assignment: { unitCode, unitOfCell }, statistics: { residents, households } };
}
