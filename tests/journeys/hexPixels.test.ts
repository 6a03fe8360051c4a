// The graphics card finds for every pixel the hexagon that `hexOf` finds: what is pointed at is what is seen.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { HEX_PIXELS, HEX_VERTICES, STRIPS } from "../../client/map/hexShaders.ts";
import { DOT_STEPS, hexTexels, inView } from "../../client/map/hexSurface.ts";
import { linkedProgram } from "../../client/map/webGl.ts";
import { type HexGrid, hexGridOf } from "../../planning/geo/hexGrid.ts";
import { type Browser, hasBrowser, openBrowser } from "./browser.ts";

const SIDE = 256;
/** Bytes go to the page and come back as base64: as numbers of JSON they take ten times as long. */
type Texels = readonly [columns: number, rows: number, texels: string];

describe.skipIf(!hasBrowser())("hexagons drawn by a graphics card", () => {
	let browser: Browser;
	let page: Page;

	beforeAll(async () => {
		browser = await openBrowser({ width: 300, height: 300 });
		page = browser.page;
		// the compiler of the tests names functions by it
		await page.addInitScript("globalThis.__name = (named) => named");
		await page.goto("about:blank");
	});
	afterAll(() => browser?.close());

	/** Pixels of a square map from the south-west, red, green, blue, alpha. */
	async function drawn(grid: HexGrid, texels: Uint8Array, view: View): Promise<Uint8Array> {
		const [west, east, ...north] = inView(grid, placeIn(view), STRIPS);
		const uniforms = { westEast: [west, east], north, widthsPerPixel: (east - west) / SIDE };
		const places: Texels = [grid.columns, grid.rows, Buffer.from(texels).toString("base64")];
		const sources = [HEX_VERTICES, HEX_PIXELS, linkedProgram.toString()] as const;
		const input = { sources, uniforms, places, sizes: [SIDE, STRIPS, DOT_STEPS] as const };
		return Buffer.from(await page.evaluate(drawHexes, input), "base64");
	}

	test.each([
		["a whole city of wide hexagons", [120.8, 30.6, 122, 31.9], 1000, [120.7, 30.5, 122.1, 32]],
		["narrow ones from near", [121.3, 31.1, 121.5, 31.3], 120, [121.4, 31.2, 121.43, 31.225]],
		["in the far north", [126, 45.2, 126.6, 45.8], 250, [126.2, 45.3, 126.5, 45.5]],
		["at the equator", [100, -0.1, 100.2, 0.1], 250, [100.02, -0.05, 100.1, 0.05]],
	] as const)(
		"%s: the pixel's hexagon is the one under the pointer",
		async (_, box, widthM, view) => {
			const grid = hexGridOf(box, widthM);
			const hex = Int32Array.from({ length: grid.count }, (__, i) => i);
			const colours = new Uint8ClampedArray(4 * grid.count);
			for (const i of hex) colours.set([i & 255, (i >> 8) & 255, i >> 16, 255], 4 * i);
			const pixels = await drawn(grid, hexTexels({ grid, hex, colours, dots: null }), view);
			let [wrong, seen] = [0, 0];
			for (let at = 0; at < SIDE * SIDE; at++) {
				const [red, green, blue, alpha] = pixels.slice(4 * at, 4 * at + 4);
				const found = alpha === 0 ? -1 : red + (green << 8) + (blue << 16);
				const { lng, lat } = placeIn(view)(
					((at % SIDE) + 0.5) / SIDE,
					1 - (Math.floor(at / SIDE) + 0.5) / SIDE,
				);
				if (found >= 0) seen++;
				if (found !== grid.hexOf(lng, lat)) wrong++;
			}
			expect(seen).toBeGreaterThan(SIDE * SIDE * 0.6);
			// on the line between two hexagons either is right
			expect(wrong / seen).toBeLessThan(0.002);
		},
	);

	test("a dot covers what its radius says, its hexagon the rest, and an empty place nothing", async () => {
		const grid = hexGridOf([121, 31, 121.1, 31.1], 500);
		const middle = Math.floor(grid.rows / 2) * grid.columns + 9;
		const [lon, lat] = grid.centre(middle);
		const surface = {
			...{ grid, hex: Int32Array.of(middle), dots: Float32Array.of(0.36) },
			colours: Uint8ClampedArray.of(0, 200, 0, 255),
		};
		const view: View = [lon - 0.004, lat - 0.0034, lon + 0.004, lat + 0.0034];
		const pixels = await drawn(grid, hexTexels(surface), view);
		const countOf = (isOne: (red: number, green: number, alpha: number) => boolean) => {
			let count = 0;
			for (let at = 0; at < pixels.length; at += 4)
				if (isOne(pixels[at], pixels[at + 1], pixels[at + 3])) count++;
			return count;
		};
		const [west, east] = inView(grid, placeIn(view), STRIPS);
		const north = inView(grid, placeIn(view), STRIPS).slice(2);
		const widthsPerPixel2 = ((east - west) * (north[0] - north[STRIPS])) / SIDE ** 2;
		const dot = countOf((red) => red > 127) * widthsPerPixel2;
		const hexagon = countOf((_red, _green, alpha) => alpha > 0) * widthsPerPixel2;
		expect(dot / (Math.PI * 0.36 ** 2)).toBeCloseTo(1, 1);
		expect(hexagon / (Math.sqrt(3) / 2)).toBeCloseTo(1, 1);
	});
});

type View = readonly [west: number, south: number, east: number, north: number];

/** A map of a small piece of land: degrees are straight lines on it, within a strip as on any. */
function placeIn([west, south, east, north]: View) {
	return (x: number, y: number) => ({
		lng: west + x * (east - west),
		lat: north - y * (north - south),
	});
}

interface Drawing {
	readonly sources: readonly [vertices: string, pixels: string, linkedProgram: string];
	readonly uniforms: {
		readonly westEast: readonly number[];
		readonly north: readonly number[];
		readonly widthsPerPixel: number;
	};
	readonly places: Texels;
	readonly sizes: readonly [side: number, strips: number, dotSteps: number];
}

/** In the page: what the layer of the map does, on a canvas of its own. */
function drawHexes({ sources, uniforms, places, sizes }: Drawing): string {
	const [side, strips, dotSteps] = sizes;
	const canvas = new OffscreenCanvas(side, side);
	const gl = canvas.getContext("webgl2");
	if (gl === null) throw new Error("No WebGL 2.");
	const link = new Function(`return ${sources[2]}`)() as typeof linkedProgram;
	const program = link(gl, sources[0], sources[1]);
	const [columns, rows, texels] = places;
	const { TEXTURE_2D, RGBA8, RGBA, UNSIGNED_BYTE, NEAREST } = gl;
	// biome-ignore lint/correctness/useHookAtTopLevel: WebGL calls it so, it is no hook
	gl.useProgram(program);
	gl.bindTexture(TEXTURE_2D, gl.createTexture());
	const bytes = Uint8Array.from(atob(texels), (letter) => letter.charCodeAt(0));
	gl.texImage2D(TEXTURE_2D, 0, RGBA8, columns, rows, 0, RGBA, UNSIGNED_BYTE, bytes);
	gl.texParameteri(TEXTURE_2D, gl.TEXTURE_MIN_FILTER, NEAREST);
	gl.texParameteri(TEXTURE_2D, gl.TEXTURE_MAG_FILTER, NEAREST);
	const at = (name: string) => gl.getUniformLocation(program, name);
	gl.uniform2f(at("u_west_east"), uniforms.westEast[0], uniforms.westEast[1]);
	gl.uniform1fv(at("u_north"), [...uniforms.north]);
	gl.uniform2i(at("u_lattice"), columns, rows);
	gl.uniform3f(at("u_dot"), 1, 0, 0);
	gl.uniform1f(at("u_dot_steps"), dotSteps);
	gl.uniform1f(at("u_opacity"), 1);
	gl.uniform1f(at("u_widths_per_pixel"), uniforms.widthsPerPixel);
	gl.drawArrays(gl.TRIANGLE_STRIP, 0, 2 * (strips + 1));
	const pixels = new Uint8Array(4 * side * side);
	gl.readPixels(0, 0, side, side, RGBA, UNSIGNED_BYTE, pixels);
	let binary = "";
	for (const byte of pixels) binary += String.fromCharCode(byte);
	return btoa(binary);
}
