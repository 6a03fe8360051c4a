// Issues found among records get the rows of the file that the records came from.
import type { Issue, IssuePlace } from "./Issue.ts";
import type { SourcePlace } from "./SourceFeature.ts";

/** Row or feature of a record by its identity; undefined for records that are not of the file. */
export type PlaceOf = (identity: string) => SourcePlace | undefined;

/** The same issues; each that is about records of the file says in which rows they stand. */
export function atRows(issues: readonly Issue[], placeOf: PlaceOf): Issue[] {
	return issues.map((issue) => {
		const places = (issue.about ?? []).flatMap((identity) => placeOf(identity) ?? []);
		return places.length === 0 ? issue : { ...issue, at: { ...placed(places), ...issue.at } };
	});
}

function placed(places: readonly SourcePlace[]): IssuePlace {
	const isTable = "row" in places[0];
	const numbers = [
		...new Set(places.map((place) => ("row" in place ? place.row : place.feature))),
	].sort((a, b) => a - b);
	const first = isTable ? { row: numbers[0] } : { feature: numbers[0] };
	return numbers.length > 1 ? { ...first, rows: numbers } : first;
}
