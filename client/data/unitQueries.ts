// Reads of one unit's page, and of what people recorded about a basic management unit.
import { queryOptions } from "@tanstack/react-query";
import type { BmuRecord, UnitPage } from "../../planning/wire/unitPage.ts";
import type { UnitRef } from "./cityView.ts";
import { getJson } from "./http.ts";
import { type Basis, pathOf } from "./queries.ts";

export const unitPageQuery = ({ kind, code }: UnitRef, basis: Basis) =>
	queryOptions({
		queryKey: ["unitPage", kind, code, basis],
		queryFn: ({ signal }) =>
			getJson<UnitPage>(
				pathOf(`units/${kind}/${encodeURIComponent(code)}/page`, { ...basis }),
				signal,
			),
	});

export interface BmuRecords {
	/** Newest first. */
	readonly records: readonly BmuRecord[];
}

export const bmuRecordsQuery = (code: string) =>
	queryOptions({
		queryKey: ["bmuRecords", code],
		queryFn: ({ signal }) => getJson<BmuRecords>(bmuRecordsPath(code), signal),
	});

export function bmuRecordsPath(code: string): string {
	return `/api/units/bmu/${encodeURIComponent(code)}/records`;
}
