// People of the residences that are marked, by cell: kept up to date while marks change one by one.
import { sumByCell } from "./cellPeople.ts";
import type { HomesOfCells } from "./homesOfCells.ts";

export class Count {
	/** 1 for those that count, a slot per residence; live. */
	readonly mark: Uint8Array;
	/** The last slot is for residences in no cell; live. */
	readonly byCell: Float64Array;
	/** Of everybody; live. */
	total: number;
	private readonly people: ArrayLike<number>;
	private readonly homes: HomesOfCells;

	constructor(
		mark: Uint8Array,
		people: ArrayLike<number>,
		homes: HomesOfCells,
		byCell: Float64Array = sumByCell(people, homes.cellOfHome, homes.cellCount, mark),
	) {
		this.mark = mark;
		this.people = people;
		this.homes = homes;
		this.byCell = byCell;
		this.total = byCell.reduce((sum, one) => sum + one, 0);
	}

	/** Change one mark, and the sum of its cell. */
	set(home: number, mark: 0 | 1): void {
		if (this.mark[home] === mark) return;
		this.mark[home] = mark;
		const { cellOfHome, cellCount } = this.homes;
		const cell = cellOfHome[home] < 0 ? cellCount : cellOfHome[home];
		const people = mark === 1 ? this.people[home] : -this.people[home];
		this.byCell[cell] += people;
		this.total += people;
	}

	/** The same marks of residences that lie in other cells; the marks are shared. `kept`: as `keptCells` says. */
	resettled(homes: HomesOfCells, kept: Int32Array): Count {
		if (homes === this.homes) return this;
		const byCell = new Float64Array(homes.cellCount + 1);
		byCell[homes.cellCount] = this.byCell[this.homes.cellCount];
		for (let cell = 0; cell < homes.cellCount; cell++) {
			if (kept[cell] >= 0) byCell[cell] = this.byCell[kept[cell]];
			else
				for (let i = homes.first[cell]; i < homes.first[cell + 1]; i++)
					if (this.mark[homes.homes[i]] === 1) byCell[cell] += this.people[homes.homes[i]];
		}
		return new Count(this.mark, this.people, homes, byCell);
	}

	/** A count that changes without this one, over marks that were copied. */
	over(mark: Uint8Array): Count {
		return new Count(mark, this.people, this.homes, this.byCell.slice());
	}
}
