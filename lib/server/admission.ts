import type { IncomingHttpHeaders } from "node:http";

/** Why a request is turned away: the header that is to blame, and a sentence. */
export interface Refusal {
  field: "Host" | "Origin";
  message: string;
}

const READS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * The Host values that are served: this machine's own names with the port, and those of FRAMESCOPE_HOSTS
 * (a comma list; "name" or "name:port"). A page elsewhere that points a name of its own at 127.0.0.1 is not among them.
 */
export function servedHosts(port: number, extra = process.env.FRAMESCOPE_HOSTS ?? ""): Set<string> {
  const own = ["127.0.0.1", "localhost", "[::1]"].flatMap((name) =>
    port === 80 ? [name, `${name}:80`] : [`${name}:${port}`],
  );
  const added = extra.split(",").flatMap((name) => name.trim().toLowerCase() || []);
  const withPort = added.map((name) => (/:\d+$/.test(name) ? name : `${name}:${port}`));
  return new Set([...own, ...added, ...withPort]);
}

/**
 * Whether a request may reach the pages. Host: see servedHosts. A write (anything but GET, HEAD, OPTIONS) that a
 * browser sends must come from a page of this very host; programs send neither Origin nor Sec-Fetch-Site.
 * @returns null where it may
 */
export function refusal(
  method: string,
  headers: IncomingHttpHeaders,
  hosts: ReadonlySet<string>,
): Refusal | null {
  const host = headers.host?.toLowerCase() ?? "";
  if (!hosts.has(host)) {
    return {
      field: "Host",
      message: `Framescope does not answer for the host "${host}". Open it under 127.0.0.1, or name the host in FRAMESCOPE_HOSTS.`,
    };
  }
  if (READS.has(method)) return null;
  const site = headers["sec-fetch-site"];
  const foreign =
    headers.origin === undefined
      ? site !== undefined && site !== "same-origin" && site !== "none"
      : hostOf(headers.origin) !== host;
  if (!foreign) return null;
  return {
    field: "Origin",
    message: "Another site may not change anything here: do it on Framescope's own pages.",
  };
}

function hostOf(origin: string): string | null {
  return URL.canParse(origin) ? new URL(origin).host : null;
}
