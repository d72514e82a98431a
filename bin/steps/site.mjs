import path from "node:path";
import { StopError, step } from "../../lib/launcher/step.mjs";
import { root, siteFolder } from "./paths.mjs";
import { run, tail } from "./run.mjs";
import { makeIfChanged } from "./stamp.mjs";

/** Builds the pages for production when their sources changed. */
export async function buildSite() {
  await makeIfChanged({
    stamp: path.join(siteFolder, "framescope.stamp"),
    sources: [
      "app",
      "analysis",
      "lib",
      "public",
      "prisma/schema.prisma",
      "next.config.ts",
      "postcss.config.mjs",
      "tsconfig.json",
      "package-lock.json",
    ],
    outputs: [path.join(siteFolder, "BUILD_ID")],
    make: () => step("Building the pages (about a minute)", nextBuild),
  });
}

async function nextBuild() {
  const next = path.join(root, "node_modules/next/dist/bin/next");
  const env = { ...process.env, NODE_ENV: "production" };
  const { code, output } = await run(process.execPath, [next, "build"], { cwd: root, env });
  if (code !== 0) throw new StopError(`${tail(output, 60)}\nThe pages could not be built.`);
}
