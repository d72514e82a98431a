import { createServer } from "node:net";
import { FramescopeError } from "../errors.ts";

/** Whether a port of 127.0.0.1 can be listened on; 0 gives a free one. @returns the port, or null where it is taken */
function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : null));
    });
  });
}

/** A free port of 127.0.0.1: the preferred one where it is free. */
export async function freePort(preferred?: number): Promise<number> {
  return (preferred && (await tryPort(preferred))) || ((await tryPort(0)) as number);
}

/**
 * The port for the pages: PORT, else 3000 or the next free one.
 * @throws FramescopeError where PORT is no port or taken
 */
export async function pagePort(): Promise<number> {
  const wanted = process.env.PORT;
  if (wanted) return wantedPort(wanted);
  for (let port = 3000; port < 3100; port++) if (await tryPort(port)) return port;
  return freePort();
}

async function wantedPort(wanted: string): Promise<number> {
  const port = Number(wanted);
  if (!/^\d+$/.test(wanted) || port < 1 || port > 65535) {
    throw new FramescopeError("bad_parameter", `PORT must be a number from 1 to 65535: ${wanted}`);
  }
  if (await tryPort(port)) return port;
  const reason = port < 1024 && process.getuid?.() !== 0 ? "needs an administrator" : "is taken";
  throw new FramescopeError(
    "conflict",
    `Port ${port} ${reason}: choose another with PORT=${port < 1024 ? 3000 : port + 1} npm start, or leave PORT out.`,
  );
}
