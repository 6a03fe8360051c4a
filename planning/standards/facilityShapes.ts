// Facilities are told apart by shape, not by colour: one shape per domain, on the screen and on paper.
/** All shapes. */
export const SHAPES = [
	"square",
	"triangle",
	"circle",
	"diamond",
	"pentagon",
	"hexagon",
	"wedge",
	"cross",
] as const;
export type Shape = (typeof SHAPES)[number];

const SHAPE_OF_DOMAIN: Readonly<Record<string, Shape>> = {
	admin: "square",
	health: "triangle",
	elderly: "circle",
	commerce: "diamond",
	education: "pentagon",
	sport: "hexagon",
	culture: "wedge",
	open_space: "cross",
};

/** Shape of a domain; the rest share the circle. */
export function shapeOf(domain: string): Shape {
	return SHAPE_OF_DOMAIN[domain] ?? "circle";
}

const TURN = Math.PI * 2;
function corners(count: number, radius: number, startTurn: number): string {
	const at = Array.from({ length: count }, (_, i) => {
		const angle = (startTurn + i / count) * TURN;
		return `${(12 + radius * Math.cos(angle)).toFixed(2)},${(12 + radius * Math.sin(angle)).toFixed(2)}`;
	});
	return `M${at.join("L")}Z`;
}

/** Outline of a shape in a box of 24 × 24. */
export function shapePath(shape: Shape): string {
	switch (shape) {
		case "square":
			return "M5,5H19V19H5Z";
		case "triangle":
			return corners(3, 9.5, 0.75);
		case "circle":
			return "M12,4a8,8 0 1,0 0.001,0Z";
		case "diamond":
			return corners(4, 9.5, 0.75);
		case "pentagon":
			return corners(5, 9, 0.75);
		case "hexagon":
			return corners(6, 8.5, 0.5);
		case "wedge":
			return corners(3, 9.5, 0.25);
		case "cross":
			return "M9,4h6v5h5v6h-5v5H9v-5H4V9h5Z";
	}
}
