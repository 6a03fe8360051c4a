// What the class of a road in a line layer means in OpenStreetMap's words, as one table. docs/methods.md §2 lists the
// same rows; a test compares them.
import { WALK_TABLE } from "../../../planning/streets/walkability.ts";
import type { Tags } from "../osm/OsmBlock.ts";

export interface ClassRow {
	/** A value that contains one of these has the class; the first row that fits decides. */
	readonly words: readonly string[];
	readonly tags: Tags;
}

export const CLASS_TABLE: readonly ClassRow[] = [
	row("规划 拟建 待建", { highway: "proposed" }),
	row("在建 建设中", { highway: "construction" }),
	row("天桥 人行桥", { highway: "footway", bridge: "yes" }),
	row("地下通道 人行地道 过街地道", { highway: "footway", tunnel: "yes" }),
	row("地铁 轻轨 轨道 磁浮", { railway: "subway", tunnel: "yes" }),
	row("铁路", { railway: "rail" }),
	row("河流 河道 水系 水道", { waterway: "river" }),
	row("台阶 梯道 踏步 阶梯", { highway: "steps" }),
	row("步行街", { highway: "pedestrian" }),
	row("非机动车 自行车 骑行", { highway: "cycleway" }),
	row("步道 人行 步行 绿道 小径", { highway: "footway" }),
	row("高速", { highway: "motorway" }),
	row("快速", { highway: "trunk", foot: "no" }),
	row("匝道", { highway: "trunk_link", foot: "no" }),
	row("内部 小区 园区 校园 厂区 停车 消防", { highway: "service" }),
	row("主干 国道 一级公路", { highway: "primary" }),
	row("次干 省道 二级公路", { highway: "secondary" }),
	row("支路 县道 三级公路", { highway: "tertiary" }),
	row("乡道 村道 四级公路 等外", { highway: "unclassified" }),
	row("街坊 巷 弄 胡同 居住区 生活", { highway: "residential" }),
	row("机耕 田间", { highway: "track" }),
];

/** Values that stand for themselves under another key; Geofabrik's `fclass` has these and those of `highway`. */
const RAILWAYS = ["rail", "light_rail", "subway", "tram", "monorail", "narrow_gauge", "funicular"];
const WATERWAYS = ["river", "canal", "stream", "drain", "ditch"];
const HIGHWAYS: ReadonlySet<string> = new Set(
	WALK_TABLE.filter(({ tag }) => tag === "highway").flatMap(({ values }) => values),
);

function row(words: string, tags: Tags): ClassRow {
	return { words: words.split(" "), tags };
}

/** Tags of a road class, in Chinese or as a value of `highway`, `railway` or `waterway`; null when it is not known. */
export function tagsOfClass(value: string): Tags | null {
	const text = value.normalize("NFKC").trim();
	const found = CLASS_TABLE.find(({ words }) => words.some((word) => text.includes(word)));
	if (found !== undefined) return found.tags;
	const word = text.toLowerCase().replaceAll(/[\s-]+/g, "_");
	if (HIGHWAYS.has(word) && word !== "*") return { highway: word };
	if (/^track_grade\d$/.test(word)) return { highway: "track" };
	if (RAILWAYS.includes(word)) return { railway: word };
	return WATERWAYS.includes(word) ? { waterway: word } : null;
}
