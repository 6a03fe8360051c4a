// Can this browser draw the map at all?
export function hasWebGl2(): boolean {
	return document.createElement("canvas").getContext("webgl2") !== null;
}
