// An independent judge: reads a folder of `graph export`, nothing else, and walks it with a heap.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import FlatQueue from "flatqueue";

interface Row {
	readonly id: string;
	readonly edge: number;
	readonly offsetDm: number;
	readonly connectorDm: number;
}
interface Door extends Row {
	readonly category: string;
}
export interface Answer {
	readonly costDm: number;
	readonly facility: string;
}

/** The nearest facility of a category from each residence, within `limitS` seconds. */
export function plainDijkstra(
	folder: string,
	category: string,
	limitS: number,
): Map<string, Answer> {
	const { flags, profile, noEdge } = JSON.parse(readFileSync(join(folder, "graph.json"), "utf8"));
	const [firstEdge, head, reverse, lengthDm, penaltyDs] = [
		"first_edge",
		"edge_head",
		"edge_reverse",
		"edge_length_dm",
		"edge_penalty_ds",
	].map((name) => new Uint32Array(bytesOf(folder, `${name}.u32`)));
	const edgeFlags = new Uint16Array(bytesOf(folder, "edge_flags.u16"));
	const tail = new Uint32Array(head.length);
	for (let node = 0; node + 1 < firstEdge.length; node++)
		tail.fill(node, firstEdge[node], firstEdge[node + 1]);
	const limitDm = Math.floor((limitS * profile.speedMPerMin) / 6);
	const isOpen = (edge: number) => (edgeFlags[edge] & profile.forbiddenFlags) === 0;
	const partDm = (edge: number, dm: number) =>
		Math.round(dm * ((edgeFlags[edge] & flags.steps) !== 0 ? profile.stepFactor : 1));
	const wholeDm = (edge: number) =>
		partDm(edge, lengthDm[edge]) + Math.round((penaltyDs[edge] * profile.speedMPerMin) / 60);

	const doors = rowsOf(folder, "facilities.csv").filter(
		(row) => row.category === category && row.edge !== noEdge && isOpen(row.edge),
	);
	const doorsAt = new Map<number, { door: Door; restDm: number }[]>();
	for (const door of doors) {
		const { edge, offsetDm, connectorDm } = door;
		arrive(tail[edge], partDm(edge, offsetDm) + connectorDm);
		if (reverse[edge] !== noEdge)
			arrive(head[edge], partDm(edge, lengthDm[edge] - offsetDm) + connectorDm);
		function arrive(node: number, restDm: number) {
			doorsAt.set(node, [...(doorsAt.get(node) ?? []), { door, restDm }]);
		}
	}
	return new Map(rowsOf(folder, "residences.csv").map((home) => [home.id, nearestTo(home)]));

	function nearestTo(home: Row): Answer {
		let best: Answer = { costDm: Infinity, facility: "" };
		const offer = (costDm: number, facility: string) => {
			if (costDm > limitDm || costDm > best.costDm) return;
			if (costDm < best.costDm || facility < best.facility) best = { costDm, facility };
		};
		const { edge, offsetDm, connectorDm } = home;
		if (edge === noEdge || !isOpen(edge)) return best;
		for (const door of doors) {
			const apartDm = door.offsetDm - offsetDm;
			if (door.edge === edge && (apartDm >= 0 || reverse[edge] !== noEdge))
				offer(connectorDm + partDm(edge, Math.abs(apartDm)) + door.connectorDm, door.id);
		}
		const settled = new Map<number, number>();
		const queue = new FlatQueue<number>();
		queue.push(head[edge], connectorDm + partDm(edge, lengthDm[edge] - offsetDm));
		if (reverse[edge] !== noEdge) queue.push(tail[edge], connectorDm + partDm(edge, offsetDm));
		while (queue.length > 0) {
			const costDm = queue.peekValue() as number;
			const node = queue.pop() as number;
			if (costDm > limitDm || settled.has(node)) continue;
			settled.set(node, costDm);
			for (const { door, restDm } of doorsAt.get(node) ?? []) offer(costDm + restDm, door.id);
			for (let next = firstEdge[node]; next < firstEdge[node + 1]; next++)
				if (isOpen(next) && !settled.has(head[next]))
					queue.push(head[next], costDm + wholeDm(next));
		}
		return best;
	}
}

function bytesOf(folder: string, name: string): ArrayBuffer {
	const bytes = readFileSync(join(folder, name));
	return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer;
}

function rowsOf(folder: string, name: string): Door[] {
	const [header, ...lines] = readFileSync(join(folder, name), "utf8").trimEnd().split("\n");
	const columns = header.split(",");
	return lines.map((line) => {
		const values = line.split(",");
		const value = (column: string) => values[columns.indexOf(column)] ?? "";
		return {
			id: value("id"),
			category: value("category"),
			edge: Number(value("edge")),
			offsetDm: Number(value("offset_dm")),
			connectorDm: Number(value("connector_dm")),
		};
	});
}
