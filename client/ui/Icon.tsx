// The icons, 16 × 16, drawn in the colour of the text around them.
import type { ReactNode } from "react";

const PATHS = {
	search: "M7 2.5a4.5 4.5 0 1 0 .01 0M10.5 10.5 14 14",
	down: "m4 6 4 4 4-4",
	calendar:
		"M4 3h8a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM2 6.5h12M5.5 1.5v3M10.5 1.5v3",
	info: "M8 2a6 6 0 1 0 .01 0M8 7.3v3.6M8 5.1v.1",
	facility: "M2.5 14V6.5L8 2.5l5.5 4V14M2 14h12M6.5 14v-4h3v4",
	boundary: "M3 3.5h3.5v4h3v5H13M2.5 2.3a1.2 1.2 0 1 0 .01 0M13.5 11.3a1.2 1.2 0 1 0 .01 0",
	link: "M3 14V2M13 14V2M3 8h10M10.5 5.5 13 8l-2.5 2.5",
	data: "M3 4c0-2.6 10-2.6 10 0s-10 2.6-10 0v8c0 2.6 10 2.6 10 0V4M3 8c0 2.6 10 2.6 10 0",
	close: "m4 4 8 8M12 4l-8 8",
	back: "M10 3.5 5.5 8l4.5 4.5",
	warning: "M8 2.2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1",
	download: "M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11",
	upload: "M8 10.5v-8M4.8 5.6 8 2.4l3.2 3.2M2.5 10.5v3h11v-3",
	file: "M4 1.8h5l3.2 3.2v9.2H4zM9 1.8V5h3.2",
	check: "m3 8.5 3.2 3.2L13 4.8",
	layers: "m8 2 6 3-6 3-6-3zM2 8l6 3 6-3M2 11l6 3 6-3",
	plus: "M8 3v10M3 8h10",
	minus: "M3 8h10",
	fit: "M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10",
	ruler: "M2 10.5 10.5 2l3.5 3.5L5.5 14zM5 7.5l1.5 1.5M7 5.5 9 7.5M9 3.5l1.5 1.5",
	area: "M3 5.5 9.5 3l4 6-5.5 4L3 11zM3 5.5v.01M9.5 3v.01M13.5 9v.01",
	sun: "M8 5.2a2.8 2.8 0 1 0 .01 0M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M3.4 12.6l1.1-1.1M11.5 4.5l1.1-1.1",
	moon: "M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z",
	help: "M8 2a6 6 0 1 0 .01 0M6.2 6.3c.3-2.3 3.8-2 3.6.1-.1 1.2-1.8 1.3-1.8 2.7M8 11.3v.1",
	screen: "M2 3h12v8H2zM5.5 13.8h5M7 5.3v3.4L9.8 7z",
	share:
		"M6.2 9.8 9.8 6.2M7 4.3l1.5-1.5a2.9 2.9 0 0 1 4.1 4.1L11.1 8.4M9 11.7l-1.5 1.5a2.9 2.9 0 0 1-4.1-4.1L4.9 7.6",
	up: "m4 10 4-4 4 4",
	bin: "M3 4.5h10M6.5 4V2.5h3V4M4.5 4.5l.6 9h5.8l.6-9M6.7 7v4M9.3 7v4",
	pointer: "M3.5 2.2v10.2l2.8-2.6 1.8 4 2-.9-1.8-3.9 3.9-.3z",
	brush:
		"M13.6 2.4 7.2 8.8l1.6 1.6 4.9-6.3zM6.6 9.2c-2.6-.2-2 2.6-4.2 3.2 1.4 1.6 5.6 1.3 5.7-1.6z",
	lasso:
		"M4.6 11C.3 8.4 2.8 3 8 3s7.6 4.6 3.6 7c-1.9 1.1-4.4 1.3-6 .7-1.2-.4-2.6.3-2.3 1.4.3 1 2 .8 2.2 2.1",
	blade: "M2.4 13.6 9 7M8.2 5.4l2.4 2.4 3-4.2-1.2-1.2z",
	redraw:
		"M2.5 11.5 6 5.5l4 4.5 3.5-6M1.6 10.6h1.8v1.8H1.6zM5.1 4.6h1.8v1.8H5.1zM9.1 9.1h1.8v1.8H9.1z",
	create: "M2.5 2.5h11v11h-11zM8 5.5v5M5.5 8h5",
	merge: "M3.5 2.5c0 4.5 4.5 3.6 4.5 8M12.5 2.5c0 4.5-4.5 3.6-4.5 8M8 10.5v3.2M6 11.8l2 2 2-2",
	seat: "M4 14V2M4 2.6h8l-2 2.7 2 2.7H4",
	lock: "M3.5 7.2h9v6.3h-9zM5.3 7V5.2a2.7 2.7 0 0 1 5.4 0V7M8 9.4v2",
	undo: "M5.5 3 2.5 6l3 3M2.7 6h6.6a4 4 0 0 1 0 7.5H6",
	redo: "M10.5 3l3 3-3 3M13.3 6H6.7a4 4 0 0 0 0 7.5H10",
	locate: "M8 3.5a4.5 4.5 0 1 0 .01 0M8 1v3M8 12v3M1 8h3M12 8h3",
} as const;
export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }): ReactNode {
	return (
		<svg className="icon" viewBox="0 0 16 16" width={size} height={size} aria-hidden="true">
			<path d={PATHS[name]} />
		</svg>
	);
}
