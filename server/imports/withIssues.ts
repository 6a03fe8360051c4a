// Trouble that concerns a whole file is told with its first feature.
import type { Issue, IssuePlace } from "../../planning/layers/Issue.ts";
import type { SourceFeature } from "../../planning/layers/SourceFeature.ts";

/** An issue that gets its place from the feature it is told with. */
export type FileIssue = Omit<Issue, "at">;

/** The features; the first carries `issues` as well. */
export async function* withIssues(
	features: AsyncIterable<SourceFeature>,
	issues: readonly FileIssue[],
): AsyncIterable<SourceFeature> {
	let isFirst = true;
	for await (const feature of features) {
		yield isFirst && issues.length > 0 ? issued(feature, issues) : feature;
		isFirst = false;
	}
}

/** The feature with further issues. */
export function issued(feature: SourceFeature, issues: readonly FileIssue[]): SourceFeature {
	const at: IssuePlace = feature.place;
	const added = issues.map((issue) => ({ ...issue, at }));
	return { ...feature, issues: [...(feature.issues ?? []), ...added] };
}
