// Invented names. None is that of a well-known place; unique within the city.
import type { Random } from "./Random.ts";

const FIRST = [
	..."晓栖兰梅竹锦文永嘉清柏荷松枫云蒲芦苇莲芷蕙棠桂杏澄漱瑶碧翠岚霁沐泊汐澹映听问拾采知怀敬睦安和宜乐康裕",
];
const SECOND_TOWN = [..."园庭坊苑里塘霞湾桥泾浜埠溪汀榭亭轩洲"];
const SECOND_VILLAGE = [..."塘浜泾埭溪圩桥荡浦墩"];
const ROAD_SECOND = [..."潮川林山石鹭帆桐禾星岭辰墨笙弦"];

/** Hands out names of one kind, each once. */
export interface Names {
	town(): string;
	village(): string;
	road(): string;
	/** May come more than once. */
	lane(): string;
}

export function namesFrom(random: Random): Names {
	const taken = new Set<string>();
	const draw = (second: readonly string[]) => {
		for (;;) {
			const name = random.pick(FIRST) + random.pick(second);
			if (taken.has(name)) continue;
			taken.add(name);
			return name;
		}
	};
	return {
		town: () => draw(SECOND_TOWN),
		village: () => draw(SECOND_VILLAGE),
		road: () => draw(ROAD_SECOND),
		lane: () => random.pick(FIRST) + random.pick(SECOND_TOWN) + random.whole(1, 9),
	};
}
