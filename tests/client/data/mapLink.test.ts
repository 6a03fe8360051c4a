import { expect, test } from "vitest";
import { cameraAt, cameraOver } from "../../../client/data/cameraOn.ts";
import { readCityView } from "../../../client/data/cityView.ts";
import { mapLink } from "../../../client/data/useMapLink.ts";

const viewOf = (link: string) => readCityView(new URLSearchParams(link.slice(2)));

test("a link to the map keeps the view and changes what is told; where the map stood before is not kept", () => {
	const link = mapLink("?category=EDU-PRI&who=elders&at=121,31,12&lang=en", {
		unit: { kind: "street", code: "310199001000" },
	});
	expect(link).toContain("lang=en");
	expect(viewOf(link)).toMatchObject({
		category: "EDU-PRI",
		who: "elders",
		unit: { kind: "street", code: "310199001000" },
		camera: null,
	});
});

test("without anything to say it is the map as it opens", () => {
	expect(mapLink("", {})).toBe("/");
});

test("a unit of four times the area is seen from one zoom level higher", () => {
	const over = (areaKm2: number) => cameraOver({ labelLon: 121, labelLat: 31, areaKm2 }).zoom;
	expect(over(4) - over(16)).toBeCloseTo(1, 6);
	expect(over(0)).toBe(over(0.001));
	expect(cameraAt([121, 31])).toMatchObject({ lon: 121, lat: 31 });
});
