// What facilities are called on their signs, and how large they are built where the catalogue gives no size.
import { categoryOf } from "../../planning/standards/catalogue.ts";
import type { Random } from "./Random.ts";

interface Kind {
	readonly label: string;
	/** Floor area from, to; 0 for open ground. */
	readonly areaM2?: readonly [number, number];
	/** Places from, to. */
	readonly capacity?: readonly [number, number];
	/** Has a second door where the building stands at two streets. */
	readonly hasDoors?: boolean;
}

const KINDS: Readonly<Record<string, Kind>> = {
	"ADM-ISF": { label: "社区综合服务中心" },
	"ADM-HUB": { label: "片区一站式服务中心", areaM2: [820, 1_400] },
	"ADM-SPOT": { label: "睦邻点", areaM2: [60, 190] },
	"ADM-RCP": { label: "社区事务受理服务中心", areaM2: [750, 1_500], hasDoors: true },
	"ADM-PSC": { label: "党群服务中心" },
	"ADM-SUB": { label: "街道办事处", areaM2: [1_000, 2_000] },
	"ADM-POL": { label: "派出所", areaM2: [1_000, 1_600] },
	"ADM-JUD": { label: "司法所", areaM2: [100, 240] },
	"ADM-NC": { label: "居委会用房" },
	"ADM-SW": { label: "社会工作站", areaM2: [80, 200] },
	"ADM-MIN": { label: "未成年人保护工作站", areaM2: [60, 160] },
	"ELD-HUB": { label: "综合为老服务中心", areaM2: [900, 1_600], capacity: [40, 90] },
	"ELD-DAY": { label: "日间照料中心", areaM2: [350, 750], capacity: [20, 45] },
	"ELD-ACT": { label: "老年活动室", areaM2: [200, 420] },
	"ELD-HOME": { label: "养老院", areaM2: [7_000, 14_000], capacity: [180, 400], hasDoors: true },
	"ELD-CARE": { label: "护理院", areaM2: [3_500, 9_000], capacity: [90, 220] },
	"ELD-MEAL": { label: "社区食堂", areaM2: [120, 480], capacity: [40, 160] },
	"HEA-CHC": { label: "社区卫生服务中心", areaM2: [1_700, 2_000], hasDoors: true },
	"HEA-CHS": { label: "社区卫生服务站", areaM2: [120, 270] },
	"HEA-HOSP": { label: "医院", areaM2: [24_000, 60_000], capacity: [300, 800], hasDoors: true },
	"CUL-CEN": { label: "文化活动中心", areaM2: [3_000, 6_000], hasDoors: true },
	"CUL-RM": { label: "文化活动室" },
	"EDU-MID": { label: "中学", areaM2: [9_000, 15_000], capacity: [700, 1_300], hasDoors: true },
	"EDU-PRI": { label: "小学", areaM2: [7_000, 12_000], capacity: [600, 1_300], hasDoors: true },
	"EDU-KG": { label: "幼儿园", areaM2: [3_150, 4_550], capacity: [180, 360] },
	"EDU-NUR": { label: "宝宝屋", areaM2: [200, 600], capacity: [20, 60] },
	"SPO-GYM": { label: "市民健身中心", areaM2: [2_000, 5_000], hasDoors: true },
	"SPO-L": { label: "运动公园" },
	"SPO-M": { label: "健身广场" },
	"SPO-S": { label: "球场" },
	"SPO-FIT": { label: "健身苑点" },
	"SPO-FB": { label: "足球场" },
	"COM-MKT": { label: "菜市场", areaM2: [800, 2_400], hasDoors: true },
	"COM-SHP": { label: "便民商店", areaM2: [40, 260] },
	"COM-MALL": { label: "生活广场", areaM2: [1_500, 3_000], hasDoors: true },
	"COM-EXP": { label: "快递驿站", areaM2: [15, 80] },
	"COM-CHR": { label: "慈善超市", areaM2: [60, 180] },
	"GRN-PK": { label: "口袋公园" },
	"TRA-BUS": { label: "公交站" },
	"TRA-MET": { label: "地铁站" },
	"TRA-PRK": { label: "公共停车场", capacity: [80, 420] },
	"UTL-EV": { label: "充电站", capacity: [6, 40] },
	"UTL-WC": { label: "公共厕所", areaM2: [30, 80] },
	"UTL-REF": { label: "生活垃圾收集站", areaM2: [40, 120] },
	"EMG-SHL": { label: "应急避难场所", capacity: [800, 4_000] },
	"EMG-FIRE": { label: "消防救援站", areaM2: [1_200, 2_600] },
};

/** The words on the sign, after the place's name. */
export function labelOf(code: string): string {
	return KINDS[code]?.label ?? categoryOf(code)?.nameZh ?? code;
}

/** Floor area in whole tens of square metres (small rooms: whole metres); null for open ground. */
export function floorAreaOf(code: string, random: Random): number | null {
	const range = KINDS[code]?.areaM2;
	if (range === undefined) return null;
	const areaM2 = random.between(range[0], range[1]);
	return areaM2 < 300 ? Math.round(areaM2) : Math.round(areaM2 / 10) * 10;
}

export function capacityOf(code: string, random: Random): number | null {
	const range = KINDS[code]?.capacity;
	return range === undefined ? null : Math.round(random.between(range[0], range[1]));
}

export function hasDoors(code: string): boolean {
	return KINDS[code]?.hasDoors === true;
}
