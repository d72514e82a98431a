import path from "node:path";
import { pathToFileURL } from "node:url";
import { outliveReaders, printError } from "../../lib/launcher/step.mjs";
import { bundleSources } from "./bundle.mjs";
import { generateClient } from "./generate.mjs";
import { installPackages } from "./install.mjs";
import { buildFolder } from "./paths.mjs";

/** Runs the command line of lib/cli. What is made first is said on stderr: stdout belongs to the command's output. */
export async function runCommand() {
  outliveReaders();
  try {
    await installPackages(process.stderr);
    await generateClient(process.stderr);
    await bundleSources(process.stderr);
    const { main } = await import(pathToFileURL(path.join(buildFolder, "framescope.mjs")).href);
    await main(process.argv);
  } catch (error) {
    printError(error);
    process.exitCode = 1;
  }
}
