// Service radii in metres along the street (服务半径): the same search with a limit in metres, at any speed.

export interface MetrePreset {
	readonly name: string;
	readonly metres: number;
	/** Costs are decimetres of level walking, so the limit needs no speed. */
	readonly limitDm: number;
}

/** The distance classes of GB 50180-2018 for 5, 10 and 15 minutes. */
export const METRE_PRESETS: readonly MetrePreset[] = [300, 500, 1_000].map((metres) => ({
	name: `${metres}m`,
	metres,
	limitDm: metres * 10,
}));

/** The preset of a name such as `500m`, or undefined. */
export function metrePresetNamed(name: string): MetrePreset | undefined {
	return METRE_PRESETS.find((preset) => preset.name === name);
}
