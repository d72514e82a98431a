import path from "node:path";
import { StopError, step } from "../../lib/launcher/step.mjs";
import { buildFolder, root } from "./paths.mjs";
import { run, tail } from "./run.mjs";
import { makeIfChanged } from "./stamp.mjs";

/** Writes the Prisma client (lib/database/generated) when the schema changed. */
export async function generateClient(out = process.stdout) {
  await makeIfChanged({
    stamp: path.join(buildFolder, "generate.stamp"),
    sources: ["prisma/schema.prisma", "prisma.config.ts", "package-lock.json"],
    outputs: [path.join(root, "lib/database/generated/client.ts")],
    make: () => step("Generating the database client", prismaGenerate, out),
  });
}

async function prismaGenerate() {
  const prisma = path.join(root, "node_modules/prisma/build/index.js");
  const { code, output } = await run(process.execPath, [prisma, "generate"], { cwd: root });
  if (code !== 0)
    throw new StopError(`${tail(output)}\nThe database client could not be generated.`);
}
