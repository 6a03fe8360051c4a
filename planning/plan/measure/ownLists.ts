// Which facilities each unit's residents call their own (属地), by category.
import { CATEGORIES } from "../../standards/catalogue.ts";
import type { Situation } from "./Situation.ts";

/** Attached facilities by served unit, in the order that decides ties; units without any are absent. */
export type OwnLists = ReadonlyMap<string, ReadonlyMap<number, readonly number[]>>;

/** Categories that serve their own unit, by the catalogue. */
export const OWN_CATEGORIES: readonly string[] = CATEGORIES.filter(
	({ basis, ownUnit }) => basis !== "presence" && ownUnit === "yes",
).map(({ code }) => code);

export function ownListsOf({ facilities, served }: Situation): OwnLists {
	const lists = new Map(OWN_CATEGORIES.map((code) => [code, new Map<number, number[]>()]));
	for (const number of facilities.open) {
		const unit = served[number];
		const byUnit = unit < 0 ? undefined : lists.get(facilities.records[number].category);
		const list = byUnit?.get(unit);
		if (list === undefined) byUnit?.set(unit, [number]);
		else list.push(number);
	}
	return lists;
}

export interface ChangedOwners {
	/** Units whose own facilities differ, by category. */
	readonly owners: ReadonlyMap<string, ReadonlySet<number>>;
	/** Categories in which a facility serves anybody that served nobody, or the other way round. */
	readonly begun: ReadonlySet<string>;
}

export function changedOwners(before: Situation, after: Situation): ChangedOwners {
	const owners = new Map<string, Set<number>>();
	const begun = new Set<string>();
	const records = (before.served.length > after.served.length ? before : after).facilities.records;
	for (let number = 0; number < records.length; number++) {
		const [was, is] = [before.served[number] ?? -1, after.served[number] ?? -1];
		if (was === is) continue;
		const { category } = records[number];
		const units = owners.get(category) ?? new Set();
		owners.set(category, units);
		if (was >= 0) units.add(was);
		if (is >= 0) units.add(is);
		if (was >= 0 !== is >= 0) begun.add(category);
	}
	return { owners, begun };
}
