// Where to cut a face so that a given share of its people lies on one side.

import type { Cut } from "./cutAcross.ts";
import type { Density } from "./Density.ts";
import type { Ring } from "./Ring.ts";

const FINEST_M = 125;
const COARSEST_M = 500;
const SAMPLES_ACROSS = 28;

/** People in a face and where they are: a grid of samples, row by row between the outline's crossings. */
export function samplesIn({ xs, ys }: Ring, density: Density) {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < xs.length; i++) {
		west = Math.min(west, xs[i] as number);
		east = Math.max(east, xs[i] as number);
		south = Math.min(south, ys[i] as number);
		north = Math.max(north, ys[i] as number);
	}
	const extentM = Math.max(east - west, north - south);
	const wantedM = extentM / SAMPLES_ACROSS;
	const stepM =
		wantedM > FINEST_M ? Math.min(COARSEST_M, Math.max(FINEST_M, wantedM / 4)) : wantedM;
	const samples: { x: number; y: number; residents: number }[] = [];
	for (let y = south + stepM / 2; y < north; y += stepM) {
		const crossings = crossingsAt(xs, ys, y);
		for (let i = 0; i + 1 < crossings.length; i += 2) {
			const [from, to] = [crossings[i] as number, crossings[i + 1] as number];
			for (let x = west + stepM * Math.ceil((from - west) / stepM); x < to; x += stepM)
				samples.push({ x, y, residents: density.at(x, y) * (stepM / 1_000) ** 2 });
		}
	}
	return samples;
}

function crossingsAt(xs: Float64Array, ys: Float64Array, y: number): number[] {
	const crossings: number[] = [];
	for (let i = 0, j = xs.length - 1; i < xs.length; j = i++) {
		const [ay, by] = [ys[j] as number, ys[i] as number];
		if (ay > y === by > y) continue;
		const [ax, bx] = [xs[j] as number, xs[i] as number];
		crossings.push(ax + ((y - ay) / (by - ay)) * (bx - ax));
	}
	return crossings.sort((a, b) => a - b);
}

/** A cut across the long axis, turned by `turn`, with `share` of the people on the side the axis comes from. */
export function massCut(ring: Ring, density: Density, share: number, turn: number): Cut {
	const angle = Math.atan2(ring.axisY, ring.axisX) + turn;
	const [axisX, axisY] = [Math.cos(angle), Math.sin(angle)];
	const samples = samplesIn(ring, density).map(({ x, y, residents }) => ({
		along: x * axisX + y * axisY,
		residents,
	}));
	samples.sort((a, b) => a.along - b.along);
	const middle = ring.middleX * axisX + ring.middleY * axisY;
	const found = placeOfShare(samples, share) ?? middle;
	return {
		x: ring.middleX + (found - middle) * axisX,
		y: ring.middleY + (found - middle) * axisY,
		dx: -axisY,
		dy: axisX,
	};
}

function placeOfShare(
	samples: readonly { along: number; residents: number }[],
	share: number,
): number | undefined {
	let rest = share * samples.reduce((sum, { residents }) => sum + residents, 0);
	for (const { along, residents } of samples) {
		rest -= residents;
		if (rest <= 0) return along;
	}
	return undefined;
}
