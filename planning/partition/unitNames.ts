// What a unit is called in a sentence. In Chinese by its name: a code only helps where a name is missing or not the only
// one. In English, which programs and lists read, with its code.
import type { Issue } from "../layers/Issue.ts";

interface Named {
	readonly code: string;
	readonly name: string;
}

/** Name of the unit of a code; in Chinese with the code behind where another of these units has the same name. */
export function unitNames(units: readonly Named[]): (code: string) => Issue["message"] {
	const nameOf = new Map(units.map(({ code, name }) => [code, name]));
	const codesOf = new Map<string, Set<string>>();
	for (const { code, name } of units) {
		const codes = codesOf.get(name);
		if (codes === undefined) codesOf.set(name, new Set([code]));
		else codes.add(code);
	}
	return (code) => {
		const name = nameOf.get(code) ?? "";
		const coded = `${name} ${code}`.trim();
		return { zh: codesOf.get(name)?.size === 1 && name !== "" ? name : coded, en: coded };
	};
}

/** A Chinese sentence without the spaces that only codes and figures need around them. */
export function closedUp(zh: string): string {
	return zh.replaceAll(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, "");
}
