import path from "node:path";
import { fileURLToPath } from "node:url";

/** The checkout's folder, wherever the command was typed. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
process.env.FRAMESCOPE_ROOT = root;

/** Where bundles go. Inside the checkout, because they look for packages in the node_modules above them. */
export const buildFolder = path.resolve(root, process.env.FRAMESCOPE_BUILD ?? "build");

/** The same as dataFolder() in lib/config.ts, which can't be imported before it is bundled. */
export const dataFolder = path.resolve(root, process.env.FRAMESCOPE_DATA ?? "data");

/** Where `next build` writes: the same as distDir in next.config.ts. */
export const siteFolder = path.resolve(root, process.env.NEXT_DIST_DIR ?? ".next");

// Nothing here calls home.
process.env.NEXT_TELEMETRY_DISABLED = "1";
process.env.CHECKPOINT_DISABLE = "1";
process.env.PRISMA_HIDE_UPDATE_MESSAGE = "1";
