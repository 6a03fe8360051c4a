// The workspaces in the order of the header; the keys 1 to 4 follow it.
export interface WorkspaceLink {
	readonly path: string;
	/** Key of its name. */
	readonly words: string;
	/** The view of the city goes along. */
	readonly keepsView: boolean;
	readonly testId: string;
}

export const WORKSPACES: readonly WorkspaceLink[] = [
	{ path: "/", words: "header.overview", keepsView: true, testId: "go-overview" },
	{ path: "/plans", words: "header.planning", keepsView: false, testId: "go-plans" },
	{ path: "/data", words: "header.data", keepsView: false, testId: "go-data" },
	{ path: "/tables", words: "header.tables", keepsView: true, testId: "go-tables" },
	{ path: "/matrix", words: "header.matrix", keepsView: true, testId: "go-matrix" },
];

/** Where a presentation is shown. */
export const PRESENT_PATH = "/present";
const MAP_PATHS: readonly string[] = ["/", "/tables", PRESENT_PATH];

/** Does the city's map lie beneath this screen? */
export function isMapPath(pathname: string): boolean {
	return MAP_PATHS.includes(pathname);
}

/** Is the query of this address a view of the city? */
export function isViewPath(pathname: string): boolean {
	return !["/data", "/views", "/plans"].some((path) => pathname.startsWith(path));
}
