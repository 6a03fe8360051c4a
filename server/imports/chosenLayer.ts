// Which layer of a file is meant.
import type { SourceLayer } from "../../planning/wire/understanding.ts";
import { Refused } from "../errors.ts";

/** The name asked for, else the only one. Refuses a name that is not there, and silence where there are several. */
export function chosenLayer(layers: readonly SourceLayer[], asked: string | undefined): string {
	const names = layers.map(({ name }) => name);
	const list = names.slice(0, 20).join("、");
	const [only] = names;
	if (asked !== undefined) {
		if (names.includes(asked)) return asked;
		throw new Refused("layer.unknown", {
			zh: `文件里没有图层“${asked}”。有：${list}。`,
			en: `The file has no layer ${asked}. It has: ${list}.`,
		});
	}
	if (only === undefined)
		throw new Refused("layer.none", {
			zh: "文件里没有可读的图层或表。",
			en: "The file holds no layer or table that can be read.",
		});
	if (names.length === 1) return only;
	throw new Refused("layer.not-chosen", {
		zh: `文件里有 ${names.length} 个图层：${list}。请选一个。`,
		en: `The file has ${names.length} layers: ${list}. Choose one.`,
	});
}
