// A pack: all that walk times of one district stand on, in one binary. Whoever holds it (a browser, a worker) answers
// “nearest facility” for the district's residences exactly as the whole city does, up to the halo it was cut with.
import { byCodeUnit } from "../city/codeUnitOrder.ts";
import type { CellRecord, FacilityRecord, UnitKind, UnitRecord } from "../city/records.ts";
import type { City } from "../coverage/analysis.ts";
import { attachCity, type CityAttachments } from "../coverage/cityAttachments.ts";
import { type Located, locate, unitAt } from "../coverage/located.ts";
import { servedUnit } from "../coverage/operators.ts";
import { type Box, boxAround, isInBox } from "../geo/box.ts";
import type { LonLat } from "../geo/LonLat.ts";
import type { Attachment } from "../reach/attach.ts";
import { createAttacher } from "../reach/attacher.ts";
import { attachmentAt } from "../reach/attachments.ts";
import { categoryOf } from "../standards/catalogue.ts";
import { cutBarriers } from "../streets/cutBarriers.ts";
import { edgeTails } from "../streets/edgeLine.ts";
import { type BarrierLines, NO_EDGE, type StreetGraph } from "../streets/StreetGraph.ts";
import { cutGraph } from "./pack/cutGraph.ts";
import { markNear, markWalked } from "./pack/packArea.ts";

/** 20 minutes at 67 m/min, 16.8 at the fastest walking profile (80), so 15 minutes of walking are always exact. */
export const PACK_HALO_M = 1_350;
/** The code of the whole city, for cities without districts and other small ones. */
export const WHOLE_CITY = "all";
/** 20 minutes at 200 m/min: villages travel slowly (慢行), so walks of their residences are kept that far. */
const VILLAGE_HALO_M = 4_000;

export interface PackMeta {
	/** 12 digits, or WHOLE_CITY. */
	readonly districtCode: string;
	/** Costs of up to this many decimetres are exact for every residence … */
	readonly haloDm: number;
	/** … and of up to this many for residences in committees of zone `village`. */
	readonly villageHaloDm: number;
}

export interface PackFacility
	extends Pick<FacilityRecord, "id" | "category" | "name" | "lonLat" | "entrances"> {
	/** The unit that operates it, an index into `units`; -1 for nobody. */
	readonly operator: number;
	/** Operator inferred from the place (推定). */
	readonly isPresumed: boolean;
	/** Attached somewhere in the city, though perhaps not within this pack. */
	readonly isAttached: boolean;
	/** Of each door, what lies within the pack. */
	readonly doors: readonly (readonly Attachment[])[];
}

export interface PackResidence {
	readonly id: string;
	readonly lonLat: LonLat;
	readonly residents: number;
	readonly households: number | null;
	readonly elders: number | null;
	readonly children: number | null;
	/** Index into `cells`; -1 where none contains it (in a pack of the whole city only). */
	readonly cell: number;
	readonly home: Attachment;
}

/** Units without their shapes: shapes are merged from cells. */
export type PackUnit = Pick<
	UnitRecord,
	"kind" | "code" | "name" | "parentCode" | "streetKind" | "zone"
>;

/** Facilities by category then id, residences by id, cells by code: as in `City`. */
export interface DistrictPack {
	readonly meta: PackMeta;
	readonly graph: StreetGraph;
	readonly barriers: BarrierLines;
	readonly units: readonly PackUnit[];
	readonly cells: readonly CellRecord[];
	readonly facilities: readonly PackFacility[];
	readonly residences: readonly PackResidence[];
}

/** A city put in its place and attached: made once, any number of packs are cut from it. */
export interface PackSource {
	readonly city: City;
	readonly located: Located;
	readonly attachments: CityAttachments;
}

/** Locate and attach a city; `Surveyed` of an analysis is a source too. */
export function packSource(city: City): PackSource {
	const attacher = createAttacher(city.graph, city.barriers);
	return { city, located: locate(city), attachments: attachCity(city, attacher) };
}

/**
 * Cut the pack of a district (or of WHOLE_CITY) out of a city. Its graph holds every node of the district and its halo of
 * `haloM` metres, and every node that a walk within the halo's budget can pass: `haloM` for most residences, 4,000 m for
 * villages. Throws for a district that no cell belongs to; cost grows with the whole city (one pass) and the district.
 */
export function makePack(
	source: PackSource,
	districtCode: string,
	haloM: number = PACK_HALO_M,
): DistrictPack {
	const { city, located } = source;
	const isWhole = districtCode === WHOLE_CITY;
	const ownCells = [...city.cells.keys()].filter(
		(cell) => isWhole || city.cells[cell].units.district === districtCode,
	);
	if (!isWhole && ownCells.length === 0)
		throw new Error(`No cell belongs to district ${districtCode}.`);
	const ownCell = new Map(ownCells.map((cell, index) => [cell, index]));
	const residences = [...city.residences.keys()].filter(
		(residence) => isWhole || ownCell.has(located.residenceCell[residence]),
	);
	const isKept = isWhole
		? new Uint8Array(city.graph.firstEdge.length - 1).fill(1)
		: keptNodes(source, residences, (cell) => ownCell.has(cell), haloM);
	const { graph, edgeOf } = cutGraph(city.graph, isKept);
	const moved = (attachment: Attachment): Attachment => ({
		...attachment,
		edge: attachment.edge === NO_EDGE ? NO_EDGE : edgeOf[attachment.edge],
	});
	const facilities = keptFacilities(source, residences, edgeOf, haloM);
	const units = keptUnits(located, ownCells, facilities, isWhole);
	const unitIndex = new Map(units.map((unit, index) => [unit, index]));
	return {
		meta: {
			districtCode,
			haloDm: isWhole ? 0xffff_ffff : Math.floor(haloM * 10),
			villageHaloDm: isWhole ? 0xffff_ffff : Math.floor(Math.max(haloM, VILLAGE_HALO_M) * 10),
		},
		graph,
		barriers: cutBarriers(city.barriers, boxOfGraph(graph, city)),
		units: units.map(({ kind, code, name, parentCode, streetKind, zone }) => ({
			kind,
			code,
			name,
			parentCode,
			streetKind,
			zone,
		})),
		cells: ownCells.map((cell) => city.cells[cell]),
		facilities: facilities.map((facility) => {
			const { id, category, name, lonLat, entrances } = city.facilities[facility];
			const { unit, isPresumed } = located.operators[facility];
			return {
				id,
				category,
				name,
				lonLat,
				entrances,
				isPresumed,
				operator: unit === undefined ? -1 : (unitIndex.get(unit) ?? -1),
				isAttached: isAttached(source, facility),
				doors: doorsOf(source, facility).map((rows) =>
					rows.map(moved).filter(({ edge }) => edge !== NO_EDGE),
				),
			};
		}),
		residences: residences.map((residence) => {
			const { id, lonLat, residents, households, elders, children } = city.residences[residence];
			const home = moved(attachmentAt(source.attachments.residences, residence));
			const cell = ownCell.get(located.residenceCell[residence]) ?? -1;
			return { id, lonLat, residents, households, elders, children, cell, home };
		}),
	};
}

/** Of each door of a facility, its rows. */
function doorsOf({ attachments }: PackSource, facility: number): Attachment[][] {
	const { firstDoor, doors, doorEntrance } = attachments;
	const byEntrance: Attachment[][] = [];
	for (let row = firstDoor[facility]; row < firstDoor[facility + 1]; row++) {
		const rows = byEntrance[doorEntrance[row]] ?? [];
		byEntrance[doorEntrance[row]] = rows;
		rows.push(attachmentAt(doors, row));
	}
	return byEntrance;
}

function keptNodes(
	{ city, located, attachments }: PackSource,
	residences: readonly number[],
	isOwnCell: (cell: number) => boolean,
	haloM: number,
): Uint8Array {
	const { graph } = city;
	const isKept = new Uint8Array(graph.firstEdge.length - 1);
	const budgets = residences.map((residence) => {
		const isVillage =
			unitAt(located, located.residenceCell[residence], "committee")?.zone === "village";
		const budgetM = isVillage ? Math.max(haloM, VILLAGE_HALO_M) : haloM;
		const home = attachmentAt(attachments.residences, residence);
		return { home, budgetDm: Math.floor(budgetM * 10) };
	});
	markWalked(graph, budgets, isKept);
	markNear(graph, located, isOwnCell, haloM, isKept);

	// both ends of every edge that carries a residence, or a door that can be walked to
	const tails = edgeTails(graph);
	const keepEdge = (edge: number) => {
		isKept[tails[edge]] = 1;
		isKept[graph.edgeHead[edge]] = 1;
	};
	const doorEdges = attachments.doors.edge.filter(
		(edge) => edge !== NO_EDGE && (isKept[tails[edge]] === 1 || isKept[graph.edgeHead[edge]] === 1),
	);
	for (const edge of doorEdges) keepEdge(edge);
	for (const { home } of budgets) if (home.edge !== NO_EDGE) keepEdge(home.edge);
	return isKept;
}

/**
 * Facilities a question can be answered with: a door within the pack; near enough for a straight-line radius; own
 * facilities of the district's units wherever they stand; and one attached facility of every category, so that
 * “beyond” is not mistaken for “no facility in the city”.
 */
function keptFacilities(
	source: PackSource,
	residences: readonly number[],
	edgeOf: Uint32Array,
	haloM: number,
): number[] {
	const { city, located } = source;
	const homes = residences.map((residence) => city.residences[residence].lonLat);
	const boxes = new Map<number, Box>();
	const boxOf = (radiusM: number) => {
		const box = boxes.get(radiusM) ?? boxAround(homes, radiusM);
		boxes.set(radiusM, box);
		return box;
	};
	const ownUnits = new Set<string>();
	for (const residence of residences) {
		const cell = located.residenceCell[residence];
		if (cell < 0) continue;
		for (const [kind, code] of Object.entries(city.cells[cell].units))
			ownUnits.add(`${kind} ${code}`);
	}
	const witnesses = new Set<string>();
	return [...city.facilities.keys()].filter((facility) => {
		const { category, lonLat } = city.facilities[facility];
		const served = servedUnit(located.operators[facility], located.tree);
		const isWitness = !witnesses.has(category) && isAttached(source, facility);
		if (isWitness) witnesses.add(category);
		return (
			isWitness ||
			doorEdgesOf(source, facility).some((edge) => edge !== NO_EDGE && edgeOf[edge] !== NO_EDGE) ||
			isInBox(lonLat, boxOf(Math.max(haloM, categoryOf(category)?.radiusM ?? 0))) ||
			(served !== undefined && ownUnits.has(`${served.kind} ${served.code}`))
		);
	});
}

function doorEdgesOf(
	{ attachments: { firstDoor, doors } }: PackSource,
	facility: number,
): Uint32Array {
	return doors.edge.subarray(firstDoor[facility], firstDoor[facility + 1]);
}

function isAttached(source: PackSource, facility: number): boolean {
	return doorEdgesOf(source, facility).some((edge) => edge !== NO_EDGE);
}

/** The units that own cells belong to, the operators of the kept facilities, and every unit above them. */
function keptUnits(
	{ city, tree, operators }: Located,
	ownCells: readonly number[],
	facilities: readonly number[],
	isWhole: boolean,
): UnitRecord[] {
	if (isWhole) return [...tree.units];
	const kept = new Set<UnitRecord>();
	const keep = (unit: UnitRecord | undefined) => {
		for (let above = unit; above !== undefined && !kept.has(above); ) {
			kept.add(above);
			above = above.parentCode === null ? undefined : tree.anyUnit(above.parentCode);
		}
	};
	for (const cell of ownCells)
		for (const [kind, code] of Object.entries(city.cells[cell].units))
			keep(tree.unit(kind as UnitKind, code));
	for (const facility of facilities) keep(operators[facility].unit);
	return [...kept].sort((a, b) => byCodeUnit(a.kind, b.kind) || byCodeUnit(a.code, b.code));
}

function boxOfGraph({ nodeLonLat }: StreetGraph, city: City): Box {
	const places: LonLat[] = [];
	for (let i = 0; i < nodeLonLat.length; i += 2) places.push([nodeLonLat[i], nodeLonLat[i + 1]]);
	for (const { lonLat } of places.length === 0 ? city.residences : []) places.push(lonLat);
	return boxAround(places, 300); // as far as a connector may reach
}
