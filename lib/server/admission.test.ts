import { describe, expect, it } from "vitest";
import { refusal, servedHosts } from "./admission.ts";

const hosts = servedHosts(3000, "bench.example, lab.example:8443");
const get = (host?: string) => refusal("GET", { host }, hosts)?.field ?? null;
const post = (headers: Record<string, string>) =>
  refusal("POST", { host: "127.0.0.1:3000", ...headers }, hosts)?.field ?? null;

describe("refusal", () => {
  it.each(["127.0.0.1:3000", "localhost:3000", "LOCALHOST:3000", "[::1]:3000"])(
    "lets this machine's name %s in",
    (host) => expect(get(host)).toBeNull(),
  );

  it.each([
    undefined,
    "",
    "localhost",
    "localhost:3001",
    "evil.example",
    "evil.example:3000",
    "127.0.0.1.evil.example:3000",
  ])("turns the host %s away", (host) => expect(get(host)).toBe("Host"));

  it("lets the hosts of FRAMESCOPE_HOSTS in, with the port that they name", () => {
    expect(get("bench.example")).toBeNull();
    expect(get("bench.example:3000")).toBeNull();
    expect(get("lab.example:8443")).toBeNull();
    expect(get("lab.example")).toBe("Host");
  });

  it("lets a write in from our own pages and from programs", () => {
    expect(post({ origin: "http://127.0.0.1:3000" })).toBeNull();
    expect(post({ "sec-fetch-site": "same-origin" })).toBeNull();
    expect(post({})).toBeNull();
  });

  it("turns a write from another site away, whatever its port or scheme", () => {
    expect(post({ origin: "http://evil.example" })).toBe("Origin");
    expect(post({ origin: "http://127.0.0.1:8000" })).toBe("Origin");
    expect(post({ origin: "null" })).toBe("Origin");
    expect(post({ "sec-fetch-site": "cross-site" })).toBe("Origin");
    expect(post({ "sec-fetch-site": "same-site" })).toBe("Origin");
  });

  it("needs no port in the name where the port is 80", () => {
    expect(refusal("GET", { host: "localhost" }, servedHosts(80, ""))).toBeNull();
  });
});
