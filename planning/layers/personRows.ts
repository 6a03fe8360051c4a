// Rows that are persons, not places: recognised by what their cells say, whatever their columns are called.
import { textOf } from "./FeatureCells.ts";
import type { Issue } from "./Issue.ts";

/** Rows looked at; what a file is shows in the first ones. */
const SAMPLED_ROWS = 5_000;
const FEWEST_ROWS = 3;
/** Share of the cells that must look like it. App default. */
const MOST = 0.8;

/** The hundred or so commonest surnames: about nine in ten persons. Source: general knowledge of the census lists. */
const SURNAMES =
	"王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤倪施俞";
const NAME = new RegExp(
	`^[${SURNAMES}][\\u4e00-\\u9fff]{1,2}$|^(?:欧阳|上官|司马|诸葛)[\\u4e00-\\u9fff]{1,2}$`,
);
/** Endings of places that could pass for names of persons. */
const PLACE = /[路村苑园里区楼号弄坊院庄桥镇街巷城湾浜宅厦寓庭府墅轩阁居组队]$/;
const SEX = /^(?:男|女|男性|女性|male|female|m|f)$/i;

interface ColumnCounts {
	filled: number;
	names: number;
	sexes: number;
}

/** Watches rows of a layer of counts; says at the end whether they are persons. */
export class PersonRows {
	private readonly columns = new Map<string, ColumnCounts>();
	private rows = 0;
	private ones = 0;

	/** `residents` is the cell that counts people. */
	see(properties: Readonly<Record<string, unknown>>, residents: string): void {
		if (this.rows >= SAMPLED_ROWS) return;
		this.rows++;
		if (Number(residents) === 1) this.ones++;
		for (const column in properties) {
			const value = properties[column];
			if (typeof value !== "string" || value.length > 8) continue;
			this.count(column, textOf(value));
		}
	}

	/** A blocking issue when the rows are persons, else null. */
	issue(): Issue | null {
		if (this.rows < FEWEST_ROWS) return null;
		const names = this.columnWhere(({ names }) => names);
		const sexes = this.columnWhere(({ sexes }) => sexes);
		const isOneEach = this.ones === this.rows;
		const signs = [names !== null, sexes !== null, isOneEach].filter(Boolean).length;
		if (signs < 2) return null;
		const shown = [names, sexes].flatMap((column) => (column === null ? [] : [`“${column}”`]));
		return {
			code: "residence.person-level",
			severity: "blocking",
			at: {},
			message: {
				zh: `每一行像是一个人（${shown.map((column) => `列${column}`).join("、")}${isOneEach ? "，人数都是 1" : ""}）。居住点只能是每处的人数：请按地点汇总、删去个人信息后再导入。`,
				en: `Each row looks like a person (column ${shown.join(", ")}${isOneEach ? "; every count is 1" : ""}). Residences are counts per place: sum them up by place and remove personal data first.`,
			},
		};
	}

	private count(column: string, text: string): void {
		if (text === "") return;
		let counts = this.columns.get(column);
		if (counts === undefined) {
			counts = { filled: 0, names: 0, sexes: 0 };
			this.columns.set(column, counts);
		}
		counts.filled++;
		if (SEX.test(text)) counts.sexes++;
		else if (NAME.test(text) && !PLACE.test(text)) counts.names++;
	}

	private columnWhere(countOf: (counts: ColumnCounts) => number): string | null {
		for (const [column, counts] of this.columns)
			if (counts.filled >= MOST * this.rows && countOf(counts) >= MOST * counts.filled)
				return column;
		return null;
	}
}
