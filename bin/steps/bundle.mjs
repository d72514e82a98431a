import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { StopError, step } from "../../lib/launcher/step.mjs";
import { buildFolder, root } from "./paths.mjs";
import { makeIfChanged } from "./stamp.mjs";

/** Everything that runs outside Next, because Node 20 doesn't read TypeScript: bundle name -> source. */
const ENTRIES = {
  launcher: "lib/launcher/main.ts",
  server: "lib/server/main.ts",
  worker: "lib/pipeline/worker-process.ts",
  "analysis-thread": "lib/pipeline/analysis-thread.ts",
  framescope: "lib/cli/main.ts",
};

/** Bundles lib and analysis for Node when a source changed. */
export async function bundleSources(out = process.stdout) {
  const entries = Object.entries(ENTRIES).filter(([, source]) =>
    existsSync(path.join(root, source)),
  );
  await makeIfChanged({
    stamp: path.join(buildFolder, "bundle.stamp"),
    sources: ["analysis", "lib", "bin/steps/bundle.mjs", "tsconfig.json", "package-lock.json"],
    outputs: entries.map(([name]) => path.join(buildFolder, `${name}.mjs`)),
    make: () => step("Bundling", () => bundle(Object.fromEntries(entries)), out),
  });
}

/** Writes beside the old bundles and moves the new ones over them: a command that runs meanwhile never reads half a file. */
async function bundle(entries) {
  const { build, stop } = await import("esbuild");
  const fresh = path.join(buildFolder, `new-${process.pid}`);
  try {
    await build({
      absWorkingDir: root,
      entryPoints: Object.fromEntries(Object.entries(entries)),
      outdir: fresh,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      packages: "external",
      platform: "node",
      format: "esm",
      target: "node20.19",
      sourcemap: "linked",
      logLevel: "silent",
    });
    mkdirSync(buildFolder, { recursive: true });
    for (const name of readdirSync(fresh))
      renameSync(path.join(fresh, name), path.join(buildFolder, name));
  } catch (error) {
    throw new StopError(`The sources could not be bundled: ${error.message}`);
  } finally {
    // Otherwise its process stays for as long as ours.
    await stop();
    rmSync(fresh, { recursive: true, force: true });
  }
}
