// Borders that go on as one line: drawn with a wide or faint pen, an arc that ends shows, a line that goes on does not.
import type { LonLat } from "../geo/LonLat.ts";
import type { BorderLine } from "./borderLines.ts";

/**
 * The same borders with lines of one kind joined wherever exactly two of them meet, into closed lines too. Nothing is
 * added, left out or drawn twice. In the order of the first line of each.
 */
export function joinBorders(lines: readonly BorderLine[]): BorderLine[] {
	const groups = new Map<string, BorderLine[]>();
	for (const line of lines) {
		const key = `${line.level} ${line.bmu} ${line.circle}`;
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [line]);
		else group.push(line);
	}
	return [...groups.values()].flatMap(joinAlike);
}

function joinAlike(lines: readonly BorderLine[]): BorderLine[] {
	const meeting = new Map<string, number[]>();
	lines.forEach(({ line }, index) => {
		for (const end of [line[0], line[line.length - 1]]) {
			const here = meeting.get(keyOf(end));
			if (here === undefined) meeting.set(keyOf(end), [index]);
			else here.push(index);
		}
	});
	const isUsed = new Uint8Array(lines.length);
	/** Lines one after the other from a place on, as long as there is exactly one way to go. */
	const follow = (from: LonLat): LonLat[] => {
		const points: LonLat[] = [];
		for (let end = from; ; end = points[points.length - 1]) {
			const here = meeting.get(keyOf(end)) ?? [];
			const next = here.length === 2 ? here.find((index) => isUsed[index] === 0) : undefined;
			if (next === undefined) return points;
			isUsed[next] = 1;
			const { line } = lines[next];
			const onwards = keyOf(line[0]) === keyOf(end) ? line : [...line].reverse();
			for (const point of onwards.slice(1)) points.push(point);
		}
	};
	const joined: BorderLine[] = [];
	lines.forEach((border, index) => {
		if (isUsed[index] === 1) return;
		isUsed[index] = 1;
		const { line } = border;
		const after = follow(line[line.length - 1]);
		const before = follow(line[0]).reverse();
		joined.push({ ...border, line: [...before, ...line, ...after] });
	});
	return joined;
}

/** Ends that meet are the same point of the tiling, to the last digit. */
function keyOf([lon, lat]: LonLat): string {
	return `${lon} ${lat}`;
}
