// Whom a figure counts. A home that does not state a count is unknown: it adds nothing, and is told.

/** 全体常住人口, 60 岁以上, 儿童, 户. */
export const WHO = ["all", "elders", "children", "households"] as const;
export type Who = (typeof WHO)[number];

/** Counts of each home as the wire has them; −1 where the file states none. */
export interface HomeCounts {
	readonly residents: Uint32Array;
	readonly households: Int32Array;
	readonly elders: Int32Array;
	readonly children: Int32Array;
}

export interface People {
	readonly who: Who;
	/** A slot per home, 0 where unknown. */
	readonly count: Uint32Array;
	/** Homes that do not state it. */
	readonly unknownHomes: number;
}

/** People of each home, of whom some homes may have been set to 0 to leave them out. */
export type Counted = Pick<People, "who" | "count">;

/** The counts of a group of people. */
export function peopleOf(counts: HomeCounts, who: Who): People {
	if (who === "all") return { who, count: counts.residents, unknownHomes: 0 };
	const stated = counts[who];
	let unknownHomes = 0;
	const count = Uint32Array.from(stated, (value) => {
		if (value >= 0) return value;
		unknownHomes++;
		return 0;
	});
	return { who, count, unknownHomes };
}
