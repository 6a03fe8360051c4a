// Invented names, enough for a whole city: two or three syllables, none that of a well-known place.
import type { Random } from "../Random.ts";

const FIRST = [
	..."晓栖兰梅竹锦文永嘉清柏荷松枫云蒲芦苇莲芷蕙棠桂杏澄漱瑶碧翠岚霁沐泊汐澹映听问拾采知怀敬睦安和宜乐康裕",
];
const MIDDLE = [..."潮川林山石鹭帆桐禾星岭辰墨笙弦月溪泉舟雁"];
const LAST = [..."园庭坊苑里塘霞湾桥泾浜埠溪汀榭亭轩洲"];

/** A road's name; may come more than once. */
export function roadName(random: Random, suffix: string): string {
	return random.pick(FIRST) + random.pick(MIDDLE) + suffix;
}

/** Different names by number, mixed so that neighbours do not sound alike; up to 17,000. */
export function placeName(index: number): string {
	const mixed = (index * 7_919 + 131) % (FIRST.length * MIDDLE.length * LAST.length);
	const [first, rest] = [mixed % FIRST.length, Math.floor(mixed / FIRST.length)];
	const [middle, last] = [rest % MIDDLE.length, Math.floor(rest / MIDDLE.length)];
	return `${FIRST[first]}${MIDDLE[middle]}${LAST[last]}`;
}
