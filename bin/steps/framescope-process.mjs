import { spawn } from "node:child_process";
import { createServer } from "node:net";
import path from "node:path";
import { StopError } from "../../lib/launcher/step.mjs";
import { root } from "./paths.mjs";

/**
 * Starts Framescope as `npm start` does, for tests: on a data folder and a port of its own.
 * @param {string} data
 * @param {NodeJS.ProcessEnv} env
 */
export async function startFramescope(data, env = {}) {
  const port = env.PORT ?? String(await freePort());
  const child = spawn(process.execPath, [path.join(root, "bin/up.mjs")], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: "", FRAMESCOPE_DATA: data, PORT: port, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  const ended = new Promise((resolve) => child.once("exit", (code) => resolve(code)));
  // Whatever ends the tests, Framescope is told to stop.
  process.once("exit", () => child.kill("SIGTERM"));
  let output = "";
  const url = await new Promise((resolve, reject) => {
    const read = (chunk) => {
      output += chunk;
      const ready = /Framescope is (?:ready|running already): (\S+)/.exec(output);
      if (ready) resolve(ready[1]);
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", read);
    child.once("close", () => reject(new StopError(`Framescope did not start:\n${output}`)));
  });
  return {
    url,
    pid: child.pid,
    ended,
    output: () => output,
    /** Stops it as Ctrl-C does. */
    async stop() {
      child.kill("SIGINT");
      await ended;
    },
  };
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
