// A program for the graphics card from its two sources.

/** Throws with what the driver says, where it does not take a source. */
export function linkedProgram(
	gl: WebGL2RenderingContext,
	vertices: string,
	pixels: string,
): WebGLProgram {
	const program = gl.createProgram();
	for (const [kind, source] of [
		[gl.VERTEX_SHADER, vertices],
		[gl.FRAGMENT_SHADER, pixels],
	] as const) {
		const shader = gl.createShader(kind);
		// a context that was lost makes none; the map draws again when it is back
		if (shader === null) return program;
		gl.shaderSource(shader, source);
		gl.compileShader(shader);
		if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS) && !gl.isContextLost())
			throw new Error(`A shader is refused: ${gl.getShaderInfoLog(shader)}`);
		gl.attachShader(program, shader);
	}
	gl.linkProgram(program);
	if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost())
		throw new Error(`Shaders do not fit together: ${gl.getProgramInfoLog(program)}`);
	return program;
}
