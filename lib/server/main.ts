import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { projectRoot } from "../config.ts";
import { refusal, servedHosts } from "./admission.ts";
import { contentSecurityPolicy, SECURITY_HEADERS } from "./headers.ts";

/**
 * The front door: every request is checked here before Next sees it, files included. It is a plain server rather than
 * Next's proxy.ts, which cuts uploads at 10 MB without a word.
 */
async function main(): Promise<void> {
  const port = Number(process.env.PORT ?? 3000);
  const hosts = servedHosts(port);
  const app = next({ dev: false, dir: projectRoot(), hostname: "127.0.0.1", port });
  await app.prepare();
  const handle = app.getRequestHandler();
  const server = createServer((request, response) => {
    if (!admit(request, response, hosts)) return;
    handle(request, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) answer(response, 500, "internal", "The server failed.", null);
    });
  });
  // A large upload over a slow link may take longer than Node's five minutes.
  server.requestTimeout = 0;
  server.on("error", (error) => {
    console.error(error.message);
    process.exit(1);
  });
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.once(signal, () => void shutDown(server, () => app.close()));
  }
  server.listen(port, "127.0.0.1");
}

/** Checks a request and sets the headers of its answer. @returns false where it was refused and answered */
function admit(request: IncomingMessage, response: ServerResponse, hosts: Set<string>): boolean {
  const policy = contentSecurityPolicy(randomBytes(16).toString("base64"));
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
  response.setHeader("Content-Security-Policy", policy);
  const refused = refusal(request.method ?? "GET", request.headers, hosts);
  if (refused) {
    answer(response, 403, "forbidden", refused.message, refused.field);
    // The rest of a refused upload is not read.
    request.unpipe().resume();
    return false;
  }
  // Next reads the nonce from here and puts it on its scripts.
  request.headers["content-security-policy"] = policy;
  return true;
}

function answer(
  response: ServerResponse,
  status: number,
  code: string,
  message: string,
  field: string | null,
): void {
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    Connection: "close",
  });
  response.end(JSON.stringify({ error: { code, message, field } }));
}

/** Lets answers under way end for a few seconds, then closes. */
async function shutDown(
  server: ReturnType<typeof createServer>,
  closeApp: () => Promise<void>,
): Promise<void> {
  setTimeout(() => server.closeAllConnections(), 4_000).unref();
  setTimeout(() => process.exit(0), 8_000).unref();
  server.closeIdleConnections();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  await closeApp();
  process.exit(0);
}

await main();
