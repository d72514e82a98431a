/** Raised whenever the same text and codebook would give another result. */
export const ENGINE_VERSION = "0.4.0";
