import { createServer, type Server } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { freePort, pagePort } from "./ports.ts";

let taken: Server;
let port: number;
beforeEach(async () => {
  taken = createServer();
  port = await new Promise<number>((resolve) => {
    taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port));
  });
});
afterEach(() => {
  vi.unstubAllEnvs();
  taken.close();
});

describe("freePort", () => {
  it("gives the preferred port where it is free, else another", async () => {
    expect(await freePort(port)).not.toBe(port);
    await new Promise((resolve) => taken.close(resolve));
    expect(await freePort(port)).toBe(port);
  });
});

describe("pagePort", () => {
  it("is PORT where that is free", async () => {
    await new Promise((resolve) => taken.close(resolve));
    vi.stubEnv("PORT", String(port));
    expect(await pagePort()).toBe(port);
  });

  it("refuses a PORT that is taken or none, in a sentence", async () => {
    vi.stubEnv("PORT", String(port));
    await expect(pagePort()).rejects.toThrow(`Port ${port} is taken: choose another`);
    for (const bad of ["banana", "0", "70000", "-1", "80.5"]) {
      vi.stubEnv("PORT", bad);
      await expect(pagePort()).rejects.toThrow(`PORT must be a number from 1 to 65535: ${bad}`);
    }
  });

  it("goes on to the next port where 3000 is taken", async () => {
    vi.stubEnv("PORT", "");
    const other = createServer();
    // Whoever has 3000: this listener, or another program already.
    await new Promise<void>((resolve) => {
      other.once("error", () => resolve()).listen(3000, "127.0.0.1", () => resolve());
    });
    expect(await pagePort()).toBeGreaterThan(3000);
    other.close();
  });
});
