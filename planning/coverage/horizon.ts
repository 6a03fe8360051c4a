// How far walks are kept.

/** Every category's times reach at least this far, whatever its limit; findings look exactly this far, so that they do not depend on how far times were kept. */
export const MIN_HORIZON_S = 900;
/** Screens keep walks of half an hour, so that limits beyond the standard's can be asked without a search. */
export const SCREEN_HORIZON_S = 1_800;
