// Lines of a class that is not known: taken as ordinary streets, and told.
import type { IssueGroup } from "../../../planning/layers/IssueList.ts";

const SHOWN = 5;

export class GuessedClasses {
	private readonly counts = new Map<string, number>();

	/** A class as the file writes it; "" where it gives none. */
	add(value: string, count = 1): void {
		if (count > 0) this.counts.set(value, (this.counts.get(value) ?? 0) + count);
	}

	/** One group that says how many lines there are and names the commonest classes; none when every class is known. */
	groups(): IssueGroup[] {
		const values = [...this.counts].sort((a, b) => b[1] - a[1]);
		if (values.length === 0) return [];
		const count = values.reduce((sum, [, each]) => sum + each, 0);
		const shown = values.slice(0, SHOWN);
		const more = values.length > SHOWN;
		const zh = shown.map(
			([value, each]) => `${value === "" ? "空" : `“${value.slice(0, 40)}”`}（${each} 条）`,
		);
		const en = shown.map(
			([value, each]) => `${value === "" ? "none" : `"${value.slice(0, 40)}"`} (${each})`,
		);
		const code = "streets.class-unknown";
		const message = {
			zh: `${count} 条线的道路等级不认识，按可步行的一般道路导入：${zh.join("、")}${more ? "等" : ""}。若其中有高速路、快速路，在“道路等级”列写明，或指定哪一列是道路等级。`,
			en: `The class of ${count} lines is not known; they are taken as ordinary streets that can be walked: ${en.join(", ")}${more ? " and others" : ""}. If there are motorways or expressways among them, say so in a column 道路等级, or choose the column that holds the class.`,
		};
		return [
			{ code, severity: "info", count, issues: [{ code, severity: "info", at: {}, message }] },
		];
	}
}
