// A district of two streets and four committees on a grid of 1 km, small enough to calculate by hand.
import type { City } from "../../planning/coverage/analysis.ts";
import { compileStreets } from "../../planning/streets/compileStreets.ts";
import { gridCity } from "./gridCity.ts";
import { desertGrid, streetScene } from "./streetScene.ts";

export const DISTRICT = "310199000000";
export const WEST_STREET = "310199001000";
export const EAST_STREET = "310199002000";
export const NORTH_WEST = "310199001002";

const grid = desertGrid({ columns: 11, rows: 11, blockM: 100 });

/** Four homes of 100 people, one in each committee; every facility lies in the south-west. */
export const tinyCity = gridCity({
	streets: grid,
	units: [
		{
			kind: "committee",
			code: "310199001001",
			name: "南园居委会",
			parentCode: WEST_STREET,
			areas: [[-50, -50, 500, 500]],
		},
		{
			kind: "committee",
			code: NORTH_WEST,
			name: "北园居委会",
			parentCode: WEST_STREET,
			areas: [[-50, 500, 500, 1050]],
		},
		{
			kind: "committee",
			code: "310199002001",
			name: "南桥居委会",
			parentCode: EAST_STREET,
			areas: [[500, -50, 1050, 500]],
		},
		{
			kind: "committee",
			code: "310199002002",
			name: "北桥居委会",
			parentCode: EAST_STREET,
			areas: [[500, 500, 1050, 1050]],
		},
		{
			kind: "street",
			code: WEST_STREET,
			name: "西园街道",
			parentCode: DISTRICT,
			streetKind: "subdistrict",
			seat: [200, 200],
			areas: [[-50, -50, 500, 1050]],
		},
		{
			kind: "street",
			code: EAST_STREET,
			name: "东桥镇",
			parentCode: DISTRICT,
			streetKind: "town",
			areas: [[500, -50, 1050, 1050]],
		},
		{ kind: "district", code: DISTRICT, name: "示范区", areas: [[-50, -50, 1050, 1050]] },
		{ kind: "circle", code: "C-1", name: "西园生活圈", areas: [[-50, -50, 500, 1050]] },
	],
	homes: [{ at: [200, 200] }, { at: [200, 800] }, { at: [800, 200] }, { at: [800, 800] }],
	doors: [
		{ at: [300, 200], category: "EDU-PRI", name: "西园小学" },
		{
			at: [200, 300],
			category: "ADM-PSC",
			name: "西园党群服务中心",
			operatorCode: WEST_STREET,
			floorAreaM2: 800,
		},
		{ at: [210, 300], category: "COM-MKT", name: "=1+1 菜场", address: "@园路1号" },
	],
});

const SOUTH_EAST = "310199002001";
export const BMU = "B-1";
const southEast = tinyCity.units.filter(({ code }) => code === SOUTH_EAST);
/** The same with a basic management unit in the town: its southern committee. */
export const townCity: City = {
	...tinyCity,
	units: [
		...tinyCity.units,
		...southEast.map((committee) => ({
			...committee,
			kind: "bmu" as const,
			code: BMU,
			name: "南桥基本管理单元",
		})),
	],
	cells: tinyCity.cells.map((cell) =>
		cell.code === SOUTH_EAST ? { ...cell, units: { ...cell.units, bmu: BMU } } : cell,
	),
};

/** The same streets with a little ground: a river, a park, a railway. */
export function tinyStreets() {
	const scene = streetScene({
		a: [-500, 1500],
		b: [1500, 1500],
		c: [1500, 1600],
		d: [-500, 1600],
		e: [600, 600],
		f: [660, 600],
		g: [660, 660],
		h: [600, 660],
		i: [-500, -200],
		j: [1500, -200],
	})
		.way("a b c d a", { natural: "water" })
		.way("e f g h e", { leisure: "park", name: "中心公园" })
		.way("i j", { railway: "rail" });
	const far = 1_000_000; // ids apart from the grid's
	const shifted = scene.ways.map(({ id, tags, nodeIds }) => ({
		id: id + far,
		tags,
		nodeIds: nodeIds.map((node) => node + far),
	}));
	const moved = (from: ReadonlyMap<number, number>) =>
		[...from].map(([id, value]) => [id + far, value] as const);
	return compileStreets({
		ways: [...grid.ways, ...shifted],
		lonOf: new Map([...grid.lonOf, ...moved(scene.lonOf)]),
		latOf: new Map([...grid.latOf, ...moved(scene.latOf)]),
		nodeTags: new Map(),
	});
}
