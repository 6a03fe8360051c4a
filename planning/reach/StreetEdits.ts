// Links closed, reopened, added and removed on editable records. What each did to labels is told, not done here.
import { EDGE_FLAG, NO_EDGE } from "../streets/StreetGraph.ts";
import type { DoorBook, Point } from "./DoorBook.ts";
import type { Arc, EditableRecords } from "./EditableRecords.ts";
import { betweenDm, type Streets } from "./ends.ts";
import {
	type LinkPlace,
	linkCostDm,
	type NewLink,
	sameGround,
	standingEdge,
	twinsOf,
} from "./links.ts";
import { NO_LABEL, SHUT_DM } from "./records.ts";
import type { Seed } from "./repair.ts";
import { isUsable } from "./searchGraph.ts";
import { type LabelForm, rankOf } from "./settle.ts";

/** What an edit means for labels. */
export interface Effects {
	/** Slots whose label rested on an arc that is gone. */
	readonly doubtful: number[];
	/** Labels that new arcs and points offer. */
	readonly offered: Seed[];
}

interface OpenLink {
	readonly link: NewLink;
	readonly points: readonly Point[];
	readonly arcs: readonly Arc[];
}

type EdgePlace = Pick<Point, "slot" | "offsetDm">;

interface ClosedArc {
	readonly arc: Arc;
	readonly costDm: number;
}

export class StreetEdits {
	private readonly streets: Streets;
	private readonly records: EditableRecords;
	private readonly form: LabelForm;
	private readonly doors: DoorBook;
	private readonly pointsOn: Map<number, Point[]>;
	private readonly twinOf: ReadonlyMap<number, number>;
	private readonly closed = new Map<number, ClosedArc[]>();
	private readonly open = new Map<number, OpenLink>();
	/** Of each point, the arcs along its edge: to and from the ends and the edge's other points. */
	private readonly alongOf = new Map<number, Set<Arc>>();

	constructor(
		streets: Streets,
		labels: { records: EditableRecords; form: LabelForm },
		doors: DoorBook,
		pointsOn: Map<number, Point[]>,
	) {
		this.streets = streets;
		this.records = labels.records;
		this.form = labels.form;
		this.doors = doors;
		this.pointsOn = pointsOn;
		this.twinOf = twinsOf(streets.graph);
	}

	isClosed(edge: number): boolean {
		return this.closed.has(this.groundOf(edge));
	}

	linkOf(id: number): NewLink | undefined {
		return this.open.get(id)?.link;
	}

	/** Nobody walks through this edge any more; what is attached to it stays attached and uses its own parts of it. */
	close(edge: number): Effects {
		const ground = sameGround(this.streets.graph, this.twinOf, edge);
		const arcs = ground.flatMap((one) => this.records.ofEdge(one) ?? []);
		for (const standing of new Set(ground.map((one) => standingEdge(this.streets.graph, one))))
			for (const { slot } of this.pointsOn.get(standing) ?? [])
				arcs.push(...(this.alongOf.get(slot) ?? []));
		const closed = [...new Set(arcs)].map((arc) => ({ arc, costDm: this.records.costDm(arc) }));
		this.closed.set(this.groundOf(edge), closed);
		const doubtful = closed.filter(({ arc }) => this.carries(arc)).map(({ arc }) => arc.to);
		for (const { arc } of closed) this.records.setCost(arc, SHUT_DM);
		return { doubtful, offered: [] };
	}

	reopen(edge: number): Effects {
		const closed = this.closed.get(this.groundOf(edge)) ?? [];
		this.closed.delete(this.groundOf(edge));
		for (const { arc, costDm } of closed) this.records.setCost(arc, costDm);
		return { doubtful: [], offered: this.offersOf(closed.map(({ arc }) => arc)) };
	}

	add(id: number, link: NewLink): Effects {
		const points: Point[] = [];
		const from = this.placeOf(link.from, points);
		const to = this.placeOf(link.to, points);
		const costDm = linkCostDm(this.streets.profile, link);
		const arcs = [this.records.addArc(to.arrive, from.leave, costDm)];
		if (link.isOneWay !== true) arcs.push(this.records.addArc(from.arrive, to.leave, costDm));
		this.open.set(id, { link, points, arcs });
		const seeds = points.flatMap((point) => this.doors.addPoint(point));
		return { doubtful: [], offered: [...seeds, ...this.offersOf(this.arcsOf(points, arcs))] };
	}

	/** Its points keep their slots until `forget`, so that what they carried can be put right first. */
	remove(id: number): Effects & { readonly forget: () => void } {
		const { points, arcs } = this.open.get(id) ?? { points: [], arcs: [] };
		const gone = this.arcsOf(points, arcs);
		const doubtful = [...gone].filter((arc) => this.carries(arc)).map(({ to }) => to);
		for (const { slot } of points) doubtful.push(slot);
		for (const arc of gone) this.records.removeArc(arc);
		for (const along of this.alongOf.values()) for (const arc of gone) along.delete(arc);
		for (const [ground, closed] of this.closed)
			this.closed.set(
				ground,
				closed.filter(({ arc }) => !gone.has(arc)),
			);
		for (const point of points) this.doors.removePoint(point);
		this.open.delete(id);
		const forget = () => {
			for (const point of points) this.forgetPoint(point);
		};
		return { doubtful, offered: [], forget };
	}

	private arcsOf(points: readonly Point[], arcs: readonly Arc[]): Set<Arc> {
		return new Set([...arcs, ...points.flatMap(({ slot }) => [...(this.alongOf.get(slot) ?? [])])]);
	}

	private forgetPoint({ edge, slot }: Point): void {
		const rest = (this.pointsOn.get(edge) ?? []).filter((point) => point.slot !== slot);
		if (rest.length > 0) this.pointsOn.set(edge, rest);
		else this.pointsOn.delete(edge);
		this.alongOf.delete(slot);
		this.records.removeSlot(slot);
	}

	/** Where trips leave by a link's end and where they arrive: two copies on a private way, else the same. */
	private placeOf(place: LinkPlace, points: Point[]): { leave: number; arrive: number } {
		const { graph } = this.streets;
		if ("node" in place) {
			const slot = this.records.slotOf[place.node];
			return { leave: slot, arrive: slot };
		}
		const standing = standingEdge(graph, place.edge);
		const lengthDm = graph.edgeLengthDm[standing];
		const offsetDm = standing === place.edge ? place.offsetDm : lengthDm - place.offsetDm;
		const point = this.addPoint(standing, offsetDm);
		points.push(point);
		const twin = this.twinOf.get(standing);
		if (twin === undefined) return { leave: point.slot, arrive: point.slot };
		const other = this.addPoint(twin, offsetDm);
		points.push(other);
		const isStart = (graph.edgeFlags[standing] & EDGE_FLAG.privateStart) !== 0;
		return isStart
			? { leave: point.slot, arrive: other.slot }
			: { leave: other.slot, arrive: point.slot };
	}

	private addPoint(edge: number, offsetDm: number): Point {
		const { graph, profile, edgeTail } = this.streets;
		const { slotOf } = this.records;
		const point = { slot: this.records.addSlot(), edge, offsetDm };
		const others = this.pointsOn.get(edge) ?? [];
		this.alongOf.set(point.slot, new Set());
		if (isUsable(graph, profile, edge)) {
			// at offset 0 of a one-way, and on one of no length, one still cannot leave by its tail
			const isTwoWay = graph.edgeReverse[edge] !== NO_EDGE;
			const tail = { slot: slotOf[edgeTail[edge]], offsetDm: 0 };
			const head = { slot: slotOf[graph.edgeHead[edge]], offsetDm: graph.edgeLengthDm[edge] };
			this.addAlong(edge, tail, point);
			this.addAlong(edge, point, head);
			if (isTwoWay) this.addAlong(edge, point, tail);
			if (isTwoWay) this.addAlong(edge, head, point);
			for (const other of others) {
				this.addAlong(edge, point, other);
				this.addAlong(edge, other, point);
			}
		}
		this.pointsOn.set(edge, [...others, point]);
		return point;
	}

	/** The arc that walks along an edge from one of its places to another. */
	private addAlong(edge: number, from: EdgePlace, to: EdgePlace): void {
		const closed = this.closed.get(this.groundOf(edge));
		const costDm = betweenDm(this.streets, edge, from.offsetDm, to.offsetDm);
		const arc = this.records.addArc(to.slot, from.slot, closed === undefined ? costDm : SHUT_DM);
		closed?.push({ arc, costDm });
		for (const { slot } of [from, to]) this.alongOf.get(slot)?.add(arc);
	}

	private carries(arc: Arc): boolean {
		const { label } = this.records;
		if (label[arc.from] === NO_LABEL) return false;
		const costDm = (label[arc.from] >> this.form.rankBits) + this.records.costDm(arc);
		if (costDm > this.form.limitDm) return false;
		const rank = rankOf(this.form, label[arc.from]);
		return label[arc.to] === ((costDm << this.form.rankBits) | rank);
	}

	private offersOf(arcs: Iterable<Arc>): Seed[] {
		const { label } = this.records;
		return [...arcs]
			.filter(({ from }) => label[from] !== NO_LABEL)
			.map((arc) => ({
				slot: arc.to,
				rank: rankOf(this.form, label[arc.from]),
				costDm: (label[arc.from] >> this.form.rankBits) + this.records.costDm(arc),
			}));
	}

	private groundOf(edge: number): number {
		return Math.min(...sameGround(this.streets.graph, this.twinOf, edge));
	}
}
