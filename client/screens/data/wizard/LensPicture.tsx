// A lens as a drawing: areas that overlap are hatched where they do, gaps show the hatching beneath, vertices are marked.
import { type ReactNode, useId } from "react";
import {
	type Lens,
	type LensFrame,
	type LensPath,
	northIn,
	type Pixel,
} from "../../../map/lens.ts";

interface LensPictureProps {
	readonly lens: Lens;
	readonly frame: LensFrame;
	/** Code of the issue: says what is to be seen. */
	readonly code: string;
	/** At the place: what it is and how much; null for nothing. */
	readonly label?: string | null;
	readonly hasNames?: boolean;
	/** Nothing is amiss: borders are one line. */
	readonly isClean?: boolean;
}
/** More marks than this hide the line. */
const MAX_VERTICES = 60;

export function LensPicture(props: LensPictureProps): ReactNode {
	const { lens, frame, code, label = null, hasNames = false, isClean = false } = props;
	const { widthPx, heightPx } = frame;
	const id = useId();
	const mine = lens.paths
		.filter(({ role }) => role !== "current")
		.sort((a, b) => (a.id < b.id ? -1 : 1)); // one unit has one colour, before and after
	const areas = mine.filter(({ kind }) => kind === "area");
	const isGap = /gap|sliver|hole/.test(code);
	/** A name goes above what is written in the middle. */
	const beside = ([x, y]: Pixel) =>
		label !== null && Math.abs(x - widthPx / 2) < 110 && Math.abs(y - heightPx / 2) < 18
			? heightPx / 2 - 22
			: y;
	return (
		<svg
			className="lens-picture"
			width={widthPx}
			height={heightPx}
			viewBox={`0 0 ${widthPx} ${heightPx}`}
			aria-hidden="true"
		>
			<defs>
				<pattern
					id={`${id}g`}
					width="5"
					height="5"
					patternUnits="userSpaceOnUse"
					patternTransform="rotate(45)"
				>
					<rect className="gap-ground" width="5" height="5" />
					<path className="gap-line" d="M0,0V5" />
				</pattern>
				<pattern
					id={`${id}o`}
					width="5"
					height="5"
					patternUnits="userSpaceOnUse"
					patternTransform="rotate(-45)"
				>
					<rect className="overlap-ground" width="5" height="5" />
					<path className="overlap-line" d="M0,0V5" />
				</pattern>
				{areas.map((area, index) => (
					<clipPath key={area.id} id={`${id}c${index}`}>
						<path d={area.d} clipRule="evenodd" />
					</clipPath>
				))}
			</defs>
			<rect
				className="lens-ground"
				width={widthPx}
				height={heightPx}
				fill={isGap ? `url(#${id}g)` : undefined}
			/>
			{areas.map((area, index) => (
				<path key={area.id} className={`lens-area tint-${index % 4}`} d={area.d} />
			))}
			{areas.flatMap((area, index) =>
				areas
					.slice(0, index)
					.map((other, at) => (
						<path
							key={`${area.id} ${other.id}`}
							d={area.d}
							fillRule="evenodd"
							fill={`url(#${id}o)`}
							clipPath={`url(#${id}c${at})`}
						/>
					)),
			)}
			{lens.paths
				.filter(({ role, kind }) => role === "current" && kind !== "point")
				.map((path) => (
					<path key={`current ${path.id}`} className="lens-current" d={path.d} />
				))}
			{mine.map((path, index) => (
				<Outline key={path.id} path={path} isOdd={!isClean && index % 2 === 1} />
			))}
			{hasNames &&
				mine.map(
					({ id: key, name, label }) =>
						label !== null && (
							<text key={key} x={label[0]} y={beside(label)} textAnchor="middle">
								{name}
							</text>
						),
				)}
			{label !== null && (
				<text
					className={isGap ? "lens-gap" : "lens-overlap"}
					x={widthPx / 2}
					y={heightPx / 2 + 4}
					textAnchor="middle"
				>
					{label}
				</text>
			)}
			{hasNames && <NorthArrow lens={lens} />}
		</svg>
	);
}

/** Neighbours differ in dashes and in the marks of their vertices, so that two lines side by side can be told apart. */
function Outline({ path, isOdd }: { path: LensPath; isOdd: boolean }): ReactNode {
	const { d, kind, vertices } = path;
	const side = isOdd ? "odd" : "even";
	if (kind === "point")
		return vertices.map(([x, y]) => (
			<circle key={`${x} ${y}`} className="lens-point" cx={x} cy={y} r={6} />
		));
	return (
		<g className={`lens-outline ${side}`}>
			<path d={d} />
			{vertices.length <= MAX_VERTICES &&
				vertices.map(([x, y], at) => {
					// biome-ignore lint/suspicious/noArrayIndexKey: a ring may come to one place twice
					if (side === "odd") return <circle key={at} cx={x} cy={y} r={2.4} />;
					// biome-ignore lint/suspicious/noArrayIndexKey: a ring may come to one place twice
					return <rect key={at} x={x - 2.2} y={y - 2.2} width={4.4} height={4.4} />;
				})}
		</g>
	);
}

function NorthArrow({ lens }: { lens: Lens }): ReactNode {
	const [x, y] = northIn(lens);
	const [middleX, middleY] = [28, 28];
	return (
		<g className="lens-north">
			<path d={`M${middleX - 9 * x},${middleY - 9 * y}L${middleX + 9 * x},${middleY + 9 * y}`} />
			<circle cx={middleX + 9 * x} cy={middleY + 9 * y} r={2.4} />
			<text x={middleX + 17 * x} y={middleY + 17 * y + 4} textAnchor="middle">
				N
			</text>
		</g>
	);
}
