// What the graphics card does for a surface of hexagons: a plane over the whole map, of which every pixel finds the hexagon
// that it lies in. The plane is cut into strips, within which north is a straight line on the map and on the lattice.

export const STRIPS = 32;

/** Corners come in pairs, west and east, from the north downwards. */
export const HEX_VERTICES = `#version 300 es
precision highp float;
uniform vec2 u_west_east; // on the lattice, in widths
uniform float u_north[${STRIPS + 1}];
out vec2 v_at;

void main() {
	int strip = gl_VertexID >> 1;
	float side = float(gl_VertexID & 1);
	v_at = vec2(mix(u_west_east.x, u_west_east.y, side), u_north[strip]);
	gl_Position = vec4(2.0 * side - 1.0, 1.0 - 2.0 * float(strip) / ${STRIPS}.0, 0.0, 1.0);
}`;

/** The nearest centre is that of a hexagon, as in `hexGridOf`: in the row below or in the row above. */
export const HEX_PIXELS = `#version 300 es
precision highp float;
precision highp int;
uniform highp sampler2D u_places; // a texel for each hexagon, as hexTexels writes them
uniform ivec2 u_lattice; // columns, rows
uniform vec3 u_dot;
uniform float u_dot_steps; // in a width
uniform float u_opacity;
uniform float u_widths_per_pixel;
in vec2 v_at;
out vec4 colour;

const float ROW_STEP = 0.8660254037844386;

vec2 fromCentre(int row, out int column) {
	float shift = (row & 1) == 1 ? 0.5 : 0.0;
	column = int(floor(v_at.x - shift + 0.5));
	return v_at - vec2(float(column) + shift, float(row) * ROW_STEP);
}

void main() {
	int row = int(floor(v_at.y / ROW_STEP));
	int column;
	int columnAbove;
	vec2 offset = fromCentre(row, column);
	vec2 above = fromCentre(row + 1, columnAbove);
	if (dot(above, above) < dot(offset, offset)) {
		offset = above;
		row += 1;
		column = columnAbove;
	}
	if (row < 0 || column < 0 || row >= u_lattice.y || column >= u_lattice.x) discard;
	vec4 place = texelFetch(u_places, ivec2(column, row), 0);
	float kept = floor(place.a * 255.0 + 0.5);
	if (kept == 0.0) discard;
	float radius = (kept - 1.0) / u_dot_steps;
	float inDot = kept < 2.0 ? 0.0 : clamp((radius - length(offset)) / u_widths_per_pixel + 0.5, 0.0, 1.0);
	float opacity = mix(u_opacity, 1.0, inDot);
	colour = vec4(mix(place.rgb, u_dot, inDot) * opacity, opacity);
}`;
