// The surface of hexagons as a layer of the map's own: one plane and a texture with a texel for each hexagon. However many
// there are, nothing is drawn but the pixels that are seen; another limit is another texture. Drawn one by one, 28,000
// hexagons and their dots take forty times as long as everything else on the map, where no graphics card helps.
import type { CustomLayerInterface, Map as MapLibreMap } from "maplibre-gl";
import { HEX_PIXELS, HEX_VERTICES, STRIPS } from "./hexShaders.ts";
import { DOT_STEPS, HEX_OPACITY, hexTexels, inView } from "./hexSurface.ts";
import { UNDER_GROUND } from "./layersFor.ts";
import type { HexSurface, MapScene } from "./MapScene.ts";
import { PALETTES, rgbOf } from "./palette.ts";
import { linkedProgram } from "./webGl.ts";

interface Made {
	readonly program: WebGLProgram;
	readonly texture: WebGLTexture;
	/** What the texture holds. */
	sent: HexSurface | null;
}

export class HexLayer implements CustomLayerInterface {
	readonly id = "hexes";
	readonly type = "custom";
	readonly renderingMode = "2d";
	private readonly map: MapLibreMap;
	private surface: HexSurface | null = null;
	private dot: readonly number[] = [0, 0, 0];
	private made: Made | null = null;

	constructor(map: MapLibreMap) {
		this.map = map;
	}

	update({ hexes, theme }: Pick<MapScene, "hexes" | "theme">): void {
		this.surface = hexes;
		this.dot = rgbOf(PALETTES[theme].beyondDot).map((part) => part / 255);
		const isThere = this.map.getLayer(this.id) !== undefined;
		if (hexes === null && isThere) this.map.removeLayer(this.id);
		if (hexes !== null && !isThere) this.map.addLayer(this, UNDER_GROUND);
		this.map.triggerRepaint();
	}

	onRemove(_map: MapLibreMap, gl: WebGL2RenderingContext): void {
		if (this.made === null) return;
		gl.deleteProgram(this.made.program);
		gl.deleteTexture(this.made.texture);
		this.made = null;
	}

	render(gl: WebGL2RenderingContext): void {
		if (this.surface === null) return;
		this.made ??= {
			program: linkedProgram(gl, HEX_VERTICES, HEX_PIXELS),
			texture: gl.createTexture(),
			sent: null,
		};
		const { made, surface } = this;
		// biome-ignore lint/correctness/useHookAtTopLevel: WebGL calls it so, it is no hook
		gl.useProgram(made.program);
		gl.activeTexture(gl.TEXTURE0);
		gl.bindTexture(gl.TEXTURE_2D, made.texture);
		if (made.sent !== surface) sendTexels(gl, surface);
		made.sent = surface;
		this.setUniforms(gl, made.program, surface);
		gl.bindVertexArray(null);
		gl.drawArrays(gl.TRIANGLE_STRIP, 0, 2 * (STRIPS + 1));
	}

	private setUniforms(
		gl: WebGL2RenderingContext,
		program: WebGLProgram,
		{ grid }: HexSurface,
	): void {
		const at = (name: string) => gl.getUniformLocation(program, name);
		const { clientWidth, clientHeight } = this.map.getCanvas();
		const [west, east, ...north] = inView(
			grid,
			(x, y) => this.map.unproject([x * clientWidth, y * clientHeight]),
			STRIPS,
		);
		gl.uniform2f(at("u_west_east"), west, east);
		gl.uniform1fv(at("u_north"), north);
		gl.uniform1i(at("u_places"), 0);
		gl.uniform2i(at("u_lattice"), grid.columns, grid.rows);
		gl.uniform3f(at("u_dot"), this.dot[0] ?? 0, this.dot[1] ?? 0, this.dot[2] ?? 0);
		gl.uniform1f(at("u_dot_steps"), DOT_STEPS);
		gl.uniform1f(at("u_opacity"), HEX_OPACITY);
		gl.uniform1f(at("u_widths_per_pixel"), (east - west) / gl.drawingBufferWidth);
	}
}

function sendTexels(gl: WebGL2RenderingContext, surface: HexSurface): void {
	const { columns, rows } = surface.grid;
	for (const flag of [gl.UNPACK_FLIP_Y_WEBGL, gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL])
		gl.pixelStorei(flag, false);
	const { RGBA8, RGBA, UNSIGNED_BYTE, TEXTURE_2D } = gl;
	const texels = hexTexels(surface);
	gl.texImage2D(TEXTURE_2D, 0, RGBA8, columns, rows, 0, RGBA, UNSIGNED_BYTE, texels);
	for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER])
		gl.texParameteri(TEXTURE_2D, filter, gl.NEAREST);
	for (const wrap of [gl.TEXTURE_WRAP_S, gl.TEXTURE_WRAP_T])
		gl.texParameteri(TEXTURE_2D, wrap, gl.CLAMP_TO_EDGE);
}
