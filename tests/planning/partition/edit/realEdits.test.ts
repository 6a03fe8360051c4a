// The ten streets of 黄浦, cut and redrawn at random: the same ground, planar, after every edit.
import { expect } from "vitest";
import { cutCell } from "../../../../planning/partition/edit/cutCell.ts";
import { mergeCells } from "../../../../planning/partition/edit/mergeCells.ts";
import { reshapeBorder } from "../../../../planning/partition/edit/reshape.ts";
import type { TilingEdit } from "../../../../planning/partition/edit/TilingEdit.ts";
import type { Tiling } from "../../../../planning/partition/Tiling.ts";
import { huangpu } from "../../../scenes/huangpu.ts";
import { randomFrom } from "../../../scenes/randomFrom.ts";
import { geodataTest } from "../../../server/imports/geodata.ts";
import { expectKept, lineOf, twiceAreasCm2 } from "./editScenes.ts";

type Place = readonly [number, number];

/** A line of a few corners across the box of a cell, or from one corner of its border to another. */
function drawnAcross(tiling: Tiling, cell: number, random: () => number): Place[] {
	const arcs = [...tiling.arcLeft.keys()].filter(
		(arc) => tiling.arcLeft[arc] === cell || tiling.arcRight[arc] === cell,
	);
	const corner = (): Place => {
		const arc = arcs[Math.floor(random() * arcs.length)];
		const [first, end] = [tiling.arcFirstPoint[arc], tiling.arcFirstPoint[arc + 1]];
		const point = first + Math.floor(random() * (end - first));
		return [tiling.pointCm[2 * point], tiling.pointCm[2 * point + 1]];
	};
	const [from, to] = [corner(), corner()];
	const middle: Place = [
		Math.round((from[0] + to[0]) / 2 + 20_000 * (random() - 0.5)),
		Math.round((from[1] + to[1]) / 2 + 20_000 * (random() - 0.5)),
	];
	return [from, middle, to];
}

geodataTest("the streets of 黄浦, cut, redrawn and joined 200 times, keep their ground", () => {
	const random = randomFrom(20_261_130);
	const first = huangpu();
	let tiling = first;
	let unitOfCell: Int32Array = Int32Array.from(first.cellCode, (_, cell) => cell % 3);
	const done = { cut: 0, reshape: 0, merge: 0 };
	const take = (kind: keyof typeof done, edit: TilingEdit) => {
		expectKept(tiling, edit);
		done[kind]++;
		unitOfCell = edit.oldCell.map((cell) => unitOfCell[cell]);
		tiling = edit.tiling;
	};
	for (let step = 0; step < 200; step++) {
		const cell = Math.floor(random() * tiling.cellCode.length);
		const line = lineOf(tiling, ...drawnAcross(tiling, cell, random));
		const kind = step % 4 === 3 ? "merge" : step % 2 === 0 ? "cut" : "reshape";
		if (kind === "cut") {
			const { edit } = cutCell(tiling, tiling.cellCode[cell], line);
			if (edit !== null) take(kind, edit);
		} else if (kind === "merge") {
			const arc = Math.floor(random() * tiling.arcLeft.length);
			const pair = [tiling.arcLeft[arc], tiling.arcRight[arc]].filter((one) => one >= 0);
			if (new Set(pair.map((one) => unitOfCell[one])).size > 1) continue;
			const codes = pair.map((one) => tiling.cellCode[one]);
			const { edit } = mergeCells(tiling, codes, codes[0]);
			if (edit !== null) take(kind, edit);
		} else {
			const assignment = { unitOfCell, unitCode: ["U", "V", "W"] };
			const { edit } = reshapeBorder(tiling, assignment, [step % 3, (step + 1) % 3], line, 50_000);
			if (edit !== null) {
				take(kind, edit);
				unitOfCell = edit.unitOfCell;
			}
		}
	}
	const total = (of: Tiling) => twiceAreasCm2(of).reduce((sum, twice) => sum + twice, 0);
	expect(total(tiling)).toBe(total(first));
	expect(done.cut).toBeGreaterThan(15);
	expect(done.reshape).toBeGreaterThan(3);
	expect(done.merge).toBeGreaterThan(5);
});
