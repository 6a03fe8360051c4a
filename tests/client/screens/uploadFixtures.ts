// Small uploads to test with: a shapefile of streets, sure in everything, and what is changed about it.
import type { CheckReport, IssueRow } from "../../../planning/wire/checking.ts";
import type { Understanding } from "../../../planning/wire/understanding.ts";

export function understanding(more: Partial<Understanding> = {}): Understanding {
	return {
		format: "Shapefile",
		layers: [{ name: "streets", featureCount: 3, geometry: "Polygon" }],
		layer: "streets",
		kind: "divisions",
		level: "street",
		encoding: {
			declared: "UTF-8",
			used: "GB18030",
			basis: "content",
			isSure: true,
			alternatives: [],
			sample: ["望江街道"],
		},
		crs: {
			declared: null,
			used: "EPSG:4549",
			basis: "numbers",
			isSure: true,
			isSwapped: false,
			inCity: { inside: 3, of: 3 },
			alternatives: [],
			words: { zh: "", en: "" },
		},
		offset: null,
		columns: [
			{ name: "DM", samples: ["990106001"], field: "code", basis: "values" },
			{ name: "MC", samples: ["望江街道"], field: "name", basis: "name" },
			{ name: "MC2", samples: ["望江"], field: "name", basis: "name" },
			{ name: "BZ", samples: [], field: null, basis: null },
		],
		geometries: { Polygon: 3 },
		sampled: 3,
		isWhole: true,
		bbox: [120.6, 30.9, 120.7, 31],
		...more,
	};
}

export function checkReport(more: Partial<CheckReport> = {}): CheckReport {
	return {
		status: "accepted",
		read: 3,
		accepted: 3,
		leftOut: 0,
		groups: [],
		reason: null,
		areaM2: null,
		checkedAt: "2026-06-30T00:00:00Z",
		...more,
	};
}

export function issue(number: number, more: Partial<IssueRow> = {}): IssueRow {
	return {
		number,
		code: "division.overlap",
		severity: "blocking",
		row: number,
		rows: [number],
		lon: 120.6,
		lat: 30.9,
		areaM2: null,
		message: { zh: "", en: "" },
		decision: "open",
		suggestion: null,
		...more,
	};
}
