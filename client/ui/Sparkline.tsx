// A small line over the last versions: only its shape says something, so it fills its own height; the last is a dot.
import type { ReactNode } from "react";

interface SparklineProps {
	/** Oldest first; null leaves a gap. */
	readonly values: readonly (number | null)[];
	readonly label: string;
}

const WIDTH = 48;
const HEIGHT = 18;
const MARGIN = 3;

export function Sparkline({ values, label }: SparklineProps): ReactNode {
	const points = pointsOf(values);
	const last = points.at(-1);
	if (last === undefined) return <span />;
	return (
		<svg
			className="sparkline"
			viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
			width={WIDTH}
			height={HEIGHT}
			role="img"
			aria-label={label}
		>
			<polyline points={points.map((point) => point.join()).join(" ")} />
			<circle cx={last[0]} cy={last[1]} r="1.8" />
		</svg>
	);
}

/** Pure: places in the picture, in the order of the versions that have a value. */
export function pointsOf(values: readonly (number | null)[]): (readonly [number, number])[] {
	const known = values.filter((value) => value !== null);
	const [low, high] = [Math.min(...known), Math.max(...known)];
	const stepPx = (WIDTH - 2 * MARGIN) / Math.max(1, values.length - 1);
	return values.flatMap((value, i) => {
		if (value === null) return [];
		const height = high === low ? 0.5 : (value - low) / (high - low);
		const right = values.length === 1 ? WIDTH - MARGIN : MARGIN + i * stepPx;
		return [[right, HEIGHT - MARGIN - height * (HEIGHT - 2 * MARGIN)]];
	});
}
