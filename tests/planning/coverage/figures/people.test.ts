import { expect, test } from "vitest";
import { peopleOf, WHO } from "../../../../planning/coverage/figures/people.ts";

const counts = {
	residents: Uint32Array.of(10, 20, 30),
	households: Int32Array.of(4, -1, 12),
	elders: Int32Array.of(-1, -1, 5),
	children: Int32Array.of(0, 3, 0),
};

test("everybody is counted as the file has them", () => {
	expect(peopleOf(counts, "all")).toEqual({ who: "all", count: counts.residents, unknownHomes: 0 });
});

test("a home that does not state a count adds nothing and is told; a stated 0 is known", () => {
	expect(peopleOf(counts, "elders")).toEqual({
		who: "elders",
		count: Uint32Array.of(0, 0, 5),
		unknownHomes: 2,
	});
	expect(peopleOf(counts, "children").unknownHomes).toBe(0);
});

test("whoever is asked about, there is a slot for every home", () => {
	for (const who of WHO) expect(peopleOf(counts, who).count.length).toBe(3);
});
