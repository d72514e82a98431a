import type { NextConfig } from "next";

const config: NextConfig = {
  /** Tests build into a folder of their own, so that a running Framescope keeps its pages. */
  distDir: process.env.NEXT_DIST_DIR ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  /**
   * `npm test` checks the types; a user's first start needn't wait for it. This tsconfig extends the other one, which
   * makes Next leave both as they are; otherwise it writes the distDir's folders into it.
   */
  typescript: { ignoreBuildErrors: true, tsconfigPath: "tsconfig.tests.json" },
  turbopack: { root: import.meta.dirname },
  /** Left to Node: they load files or workers beside themselves, or are large. */
  serverExternalPackages: [
    "@prisma/adapter-pg",
    "@prisma/client",
    "chardet",
    "csv-parse",
    "eld",
    "graphile-worker",
    "iconv-lite",
    "natural",
    "pg",
    "pg-copy-streams",
    "pg-cursor",
    "piscina",
    "tldts",
  ],
};

export default config;
