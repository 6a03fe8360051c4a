// What is said about the encoding of a file in its issues.
import type { Issue } from "../../../planning/layers/Issue.ts";
import { numberOf, type SourceFeature } from "../../../planning/layers/SourceFeature.ts";
import type { EncodingFinding } from "../../../planning/wire/understanding.ts";

/** The features; the first tells when the file declares another encoding than its bytes are in, and each its unreadable texts. */
export async function* withEncodingIssues(
	features: AsyncIterable<SourceFeature>,
	{ declared, used, basis }: EncodingFinding,
): AsyncIterable<SourceFeature> {
	const differs = declared !== null && used !== null && declared !== used && basis === "content";
	let isFirst = true;
	for await (const feature of features) {
		const issues: Issue[] = [];
		if (isFirst && differs) issues.push(declaredDiffers(feature, declared, used));
		if (hasUnreadable(feature)) issues.push(unreadableText(feature, used ?? ""));
		isFirst = false;
		yield issues.length === 0
			? feature
			: { ...feature, issues: [...issues, ...(feature.issues ?? [])] };
	}
}

function hasUnreadable({ properties }: SourceFeature): boolean {
	for (const name in properties) {
		const value = properties[name];
		if (typeof value === "string" && value.includes("\ufffd")) return true;
	}
	return false;
}

function declaredDiffers({ place }: SourceFeature, declared: string, used: string): Issue {
	const [said, found] = [declared.toUpperCase(), used.toUpperCase()];
	return {
		code: "encoding.declared-differs",
		severity: "info",
		at: place,
		message: {
			zh: `文件声明 ${said}，内容是 ${found}，已按内容读。`,
			en: `The file declares ${said} but its text is ${found}; it was read as that.`,
		},
	};
}

function unreadableText(feature: SourceFeature, used: string): Issue {
	const number = numberOf(feature.place);
	const columns = Object.entries(feature.properties)
		.filter(([, value]) => typeof value === "string" && value.includes("\ufffd"))
		.map(([name]) => name);
	return {
		code: "text.unreadable",
		severity: "warning",
		at: feature.place,
		message: {
			zh: `第 ${number} 个要素的“${columns.join("、")}”有字按 ${used} 读不出（显示为 �），多半是字段太短被截断。请对照原件补全。`,
			en: `Feature ${number}: some characters of ${columns.join(", ")} cannot be read as ${used} (shown as �), often because the field was too short. Complete them from the original.`,
		},
	};
}
