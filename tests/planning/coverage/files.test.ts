import { expect, test } from "vitest";
import { analyse } from "../../../planning/coverage/analyse.ts";
import { coverageCsv } from "../../../planning/coverage/files/coverageCsv.ts";
import { csvLine } from "../../../planning/coverage/files/csvLine.ts";
import { flagsGeoJson } from "../../../planning/coverage/files/flagsGeoJson.ts";
import { graphFiles } from "../../../planning/coverage/files/graphFiles.ts";
import { summaryJson, summaryOf } from "../../../planning/coverage/files/summaryJson.ts";
import { timesCsv } from "../../../planning/coverage/files/timesCsv.ts";
import { survey } from "../../../planning/coverage/surveyed.ts";
import { chooseProfiles } from "../../../planning/coverage/walkers.ts";
import { gridCity } from "../../scenes/gridCity.ts";

const city = gridCity({
	units: [
		{
			kind: "committee",
			code: "C1",
			name: '一居, "东"',
			zone: "village",
			areas: [[-50, -50, 1050, 1050]],
		},
	],
	homes: [{ at: [300, 300] }, { at: [900, 1000], residents: 300 }],
	doors: [
		{ category: "EDU-PRI", at: [0, 0] },
		{ category: "ADM-NC", at: [0, 0] },
	],
});
const analysis = analyse(city, { villageProfile: null });

test("quotes only what needs quoting", () => {
	expect(csvLine(["a", 'b "c"', "d,e", "f\ng", 1.5, true, null])).toBe(
		'a,"b ""c""","d,e","f\ng",1.5,true,\n',
	);
});

test("times.csv tells seconds to one decimal, sorted by residence, category, mode", () => {
	const lines = [...timesCsv(city, analysis)].join("").trimEnd().split("\n");
	expect(lines[0]).toBe("residence_id,category,mode,walk_seconds,facility_id,within_limit,reason");
	expect(lines.filter((line) => /EDU-PRI|ADM-NC/.test(line))).toEqual([
		"R001,ADM-NC,any,537.3,F002,false,beyond", // 600 m at 67 m/min
		"R001,ADM-NC,own,537.3,F002,false,beyond",
		"R001,EDU-PRI,any,537.3,F001,true,",
		"R002,ADM-NC,any,,,false,beyond",
		"R002,ADM-NC,own,,,false,beyond",
		"R002,EDU-PRI,any,,,false,beyond",
	]);
	expect(lines.slice(1)).toEqual([...lines.slice(1)].sort());
});

test("coverage.csv has the denominator and two decimals, a city row first", () => {
	const lines = coverageCsv(analysis.coverage).split("\n");
	expect(lines[0]).toBe(
		"unit_kind,unit_code,unit_name,category,mode,limit,limit_unit,denominator,total,covered,pct,not_attached",
	);
	expect(lines.filter((line) => line.includes("EDU-PRI"))).toEqual([
		"all,,,EDU-PRI,any,10,minutes,residents,400,100,25.00,0",
		'committee,C1,"一居, ""东""",EDU-PRI,any,10,minutes,residents,400,100,25.00,0',
	]);
	expect(coverageCsv(analysis.coverage)).not.toContain("\r");
});

test("flags.geojson carries exactly the agreed properties", () => {
	const { features } = JSON.parse([...flagsGeoJson(analysis.flags)].join(""));
	expect(features.length).toBe(analysis.flags.length);
	for (const { properties, geometry } of features) {
		expect(Object.keys(properties).join()).toBe(
			"id,flag,category,unit_codes,residents,residence_ids,rule,confidence,lever,figures",
		);
		expect(geometry.type).toBe("MultiPolygon");
	}
});

test("summary.json counts flags by code and people by category", () => {
	const summary = JSON.parse(summaryJson(summaryOf(city, analysis, "hash")));
	expect(summary).toMatchObject({
		snapshot: "hash",
		profile: "adult",
		speedMPerMin: 67,
		residents: 400,
		residences: 2,
	});
	expect(summary.categories["EDU-PRI"]).toEqual({
		basis: "minutes",
		limit: 10,
		facilities: 1,
		coveredResidentsAny: 100,
		coveredResidentsOwnUnit: null,
		residentsBeyond: 300,
	});
	expect(summary.categories["ADM-NC"].coveredResidentsOwnUnit).toBe(0);
	expect(summary.flags["facility-gap"]).toBe(2);
});

test("the graph's files say who travels slowly, and list every door", () => {
	const profiles = chooseProfiles({});
	const files = new Map(
		graphFiles(survey(city, { horizonS: 900 }), profiles, "hash").map(({ name, body }) => [
			name,
			body,
		]),
	);
	const head = JSON.parse(String(files.get("graph.json")));
	expect(head.profile).toEqual({
		name: "adult",
		speedMPerMin: 67,
		stepFactor: 2,
		forbiddenFlags: 0,
	});
	expect([head.villageProfile.name, head.villageResidences]).toEqual(["bicycle", ["R001", "R002"]]);
	expect(String(files.get("facilities.csv")).split("\n")[0]).toBe(
		"id,category,operator_unit_code,entrance,edge,offset_dm,connector_dm,status",
	);
	expect(String(files.get("facilities.csv"))).toMatch(/^F002,ADM-NC,C1,0,\d+,\d+,0,attached$/m);
	expect(String(files.get("residences.csv")).split("\n")[0]).toBe(
		"id,edge,offset_dm,connector_dm,status",
	);
});
