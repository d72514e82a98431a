/** Set once the strip over the sample corpus was dismissed. */
export const FIRST_RUN_COOKIE = "framescope_first_run";
