// Which part of its unit every face belongs to, kept while faces change hands. Taking a face away looks at its rim
// first: neighbours of the unit in one linked run cannot fall apart. Else searches from all runs go on in turns until
// they meet or all but one have ended: the cost is that of the smaller sides.
import { facesOf } from "./faces.ts";
import { type FaceLink, rimsOf } from "./rims.ts";
import type { Tiling } from "./Tiling.ts";

export interface PartKeeper {
	/** How many more parts the unit has without the face: -1 when the face was a part of its own. */
	take(face: number): number;
	/** How many more parts the unit has with the face: 1 when it lies alone. */
	give(face: number, unit: number): number;
}

const NONE = -1;

/** Parts of units over faces; `unitOfFace` is kept up to date in place. */
export function keepParts(
	tiling: Tiling,
	unitOfFace: Int32Array,
	links: readonly FaceLink[],
): PartKeeper {
	const { firstEntry, across, next, isLinked } = rimsOf(tiling, links);
	const faceCount = facesOf(tiling).faceCell.length;
	const partOfFace = new Int32Array(faceCount).fill(NONE);
	const partSize: number[] = [];
	const freeParts: number[] = [];
	// Searches mark faces with their number; numbers below `firstMark` are of earlier searches.
	const mark = new Float64Array(faceCount);
	let firstMark = 1;
	const seeds: number[] = [];

	for (let face = 0; face < faceCount; face++)
		if (unitOfFace[face] >= 0 && partOfFace[face] === NONE) {
			const part = newPart();
			partSize[part] = relabel(face, NONE, part);
		}
	return { take, give };

	function newPart(): number {
		return freeParts.pop() ?? partSize.push(0) - 1;
	}

	/** Give the connected faces of one unit and part another part; returns how many. */
	function relabel(start: number, from: number, to: number): number {
		const unit = unitOfFace[start];
		const found = [start];
		partOfFace[start] = to;
		for (const face of found)
			for (let entry = firstEntry[face]; entry < firstEntry[face + 1]; entry++) {
				const other = across[entry];
				if (other < 0 || unitOfFace[other] !== unit || partOfFace[other] !== from) continue;
				partOfFace[other] = to;
				found.push(other);
			}
		return found.length;
	}

	function take(face: number): number {
		const unit = unitOfFace[face];
		if (unit < 0) return 0;
		const part = partOfFace[face];
		unitOfFace[face] = NONE;
		partOfFace[face] = NONE;
		partSize[part]--;
		if (partSize[part] === 0) {
			freeParts.push(part);
			return -1;
		}
		findSeeds(face, unit);
		return seeds.length < 2 ? 0 : splitPart(part, unit);
	}

	/** One face of each linked run of the unit's faces around a face; a ring all of one run has no end to find it by. */
	function findSeeds(face: number, unit: number): void {
		seeds.length = 0;
		const end = firstEntry[face + 1];
		for (let entry = firstEntry[face]; entry < end; entry++) {
			const first = entry;
			let some = NONE;
			let hasEnd = false;
			for (; ; entry++) {
				const other = across[entry];
				if (other >= 0 && unitOfFace[other] === unit) {
					some = other;
					const after = across[next[entry]];
					const goesOn = isLinked[entry] === 1 && after >= 0 && unitOfFace[after] === unit;
					if (!goesOn) {
						hasEnd = true;
						if (!seeds.includes(other)) seeds.push(other);
					}
				}
				if (next[entry] === first) break;
			}
			if (some >= 0 && !hasEnd && !seeds.includes(some)) seeds.push(some);
		}
	}

	/** Search from all seeds in turns; what is searched to its end without meeting the rest becomes a part. */
	function splitPart(part: number, unit: number): number {
		const found = seeds.map((seed) => [seed]);
		const done = seeds.map(() => 0);
		const group = seeds.map((_, i) => i);
		const base = firstMark;
		firstMark += seeds.length;
		seeds.forEach((seed, i) => {
			mark[seed] = base + i;
		});
		let groups = seeds.length;
		let splits = 0;
		for (;;)
			for (let i = 0; i < found.length; i++) {
				if (done[i] === found[i].length) continue;
				const face = found[i][done[i]++];
				for (let entry = firstEntry[face]; entry < firstEntry[face + 1]; entry++) {
					const other = across[entry];
					if (other < 0 || unitOfFace[other] !== unit) continue;
					if (mark[other] < base) {
						mark[other] = base + i;
						found[i].push(other);
						continue;
					}
					const [mine, theirs] = [group[i], group[mark[other] - base]];
					if (mine === theirs) continue;
					for (let j = 0; j < group.length; j++) if (group[j] === theirs) group[j] = mine;
					groups--;
				}
				if (groups === 1) return splits;
				if (!isEnded(group[i])) continue;
				splitOff(group[i]);
				splits++;
				groups--;
				if (groups === 1) return splits;
			}

		function isEnded(which: number): boolean {
			return group.every((one, j) => one !== which || done[j] === found[j].length);
		}

		function splitOff(which: number): void {
			const fresh = newPart();
			partSize[fresh] = 0;
			group.forEach((one, j) => {
				if (one !== which) return;
				for (const face of found[j]) partOfFace[face] = fresh;
				partSize[fresh] += found[j].length;
				partSize[part] -= found[j].length;
			});
		}
	}

	function give(face: number, unit: number): number {
		unitOfFace[face] = unit;
		if (unit < 0) return 0;
		seeds.length = 0; // one face of each part around
		for (let entry = firstEntry[face]; entry < firstEntry[face + 1]; entry++) {
			const other = across[entry];
			if (other < 0 || unitOfFace[other] !== unit || other === face) continue;
			const part = partOfFace[other];
			if (!seeds.some((seed) => partOfFace[seed] === part)) seeds.push(other);
		}
		if (seeds.length === 0) {
			const part = newPart();
			partOfFace[face] = part;
			partSize[part] = 1;
			return 1;
		}
		const largest = seeds
			.map((seed) => partOfFace[seed])
			.reduce((a, b) => (partSize[b] > partSize[a] ? b : a));
		partOfFace[face] = largest;
		partSize[largest]++;
		for (const seed of seeds) {
			const part = partOfFace[seed];
			if (part === largest) continue;
			partSize[largest] += relabel(seed, part, largest);
			freeParts.push(part);
		}
		return 1 - seeds.length;
	}
}
