import { expect, test } from "vitest";
import { type ReportAsked, reportLink } from "../../../client/data/reportLinks.ts";
import { reportQuestionSchema } from "../../../planning/wire/reports.ts";

const HASH = "0123456789abcdef".repeat(4);
const asked: ReportAsked = {
	view: { level: "committee", breaks: "natural" },
	figure: {
		key: { snapshot: HASH, profile: "elder", category: "EDU-PRI", mode: "any" },
		who: "children",
		limit: 12,
		isOwnLimit: false,
	},
	language: "zh",
};
const queryOf = (link: string) => Object.fromEntries(new URL(link, "http://city").searchParams);

test("a report is asked about exactly what is on the screen", () => {
	const link = reportLink(asked, { of: "brief", format: "pdf" });
	expect(link.startsWith("/api/reports/brief?")).toBe(true);
	const { format, ...question } = queryOf(link);
	expect(format).toBe("pdf");
	expect(reportQuestionSchema.parse(question)).toEqual({
		snapshot: HASH,
		profile: "elder",
		category: "EDU-PRI",
		mode: "any",
		who: "children",
		limit: 12,
		level: "committee",
		breaks: "natural",
		lang: "zh",
	});
});

test("the standard's limit is not repeated, so that the report says it is the standard's", () => {
	const figure = { ...asked.figure, limit: 10, isOwnLimit: true };
	expect(
		queryOf(reportLink({ ...asked, figure }, { of: "table", format: "csv" })),
	).not.toHaveProperty("limit");
});

test("a unit's brief names it by kind and code, a sheet its paper", () => {
	const unit = { kind: "street", code: "310199001000" } as const;
	const brief = queryOf(reportLink({ ...asked, unit }, { of: "brief", format: "docx" }));
	expect(brief["unit"]).toBe("street:310199001000");
	const sheet = queryOf(reportLink(asked, { of: "sheet", format: "png", paper: "a3", dpi: "300" }));
	expect(sheet).toMatchObject({ paper: "a3", dpi: "300" });
	expect(sheet).not.toHaveProperty("unit");
});
