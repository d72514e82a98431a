import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { FramescopeError } from "../errors.ts";

/** A file that a command reads, as often as it needs to. */
export interface InputFile {
  name: string;
  size: number | null;
  open(): AsyncIterable<Uint8Array>;
  close(): Promise<void>;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EACCES: "permission denied",
  ENOTDIR: "there is no such file",
};

async function sizeOf(file: string): Promise<number | null> {
  try {
    const { size, isDirectory, isFile } = await stat(file).then((found) => ({
      size: found.size,
      isDirectory: found.isDirectory(),
      isFile: found.isFile(),
    }));
    if (isDirectory)
      throw new FramescopeError("bad_input", `${file} is a folder; name the files in it.`);
    return isFile ? size : null;
  } catch (error) {
    if (error instanceof FramescopeError) throw error;
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw new FramescopeError(
      "bad_input",
      `${file} can't be read: ${REASONS[code] ?? code}.`,
      null,
      { cause: error },
    );
  }
}

/** Standard input in a temporary file: its columns are looked at before its rows are read. */
async function spoolInput(): Promise<InputFile> {
  const folder = await mkdtemp(path.join(tmpdir(), "framescope-"));
  const file = path.join(folder, "standard-input");
  await pipeline(process.stdin, createWriteStream(file, { mode: 0o600 }));
  const { size } = await stat(file);
  return {
    name: "standard input",
    size,
    open: () => createReadStream(file),
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

/**
 * Opens a file named on the command line; "-" is standard input. A pipe (/dev/stdin, <(...)) is spooled like that too.
 * @throws FramescopeError bad_input where it can't be read.
 */
export async function openInput(file: string): Promise<InputFile> {
  if (file === "-" || file === "/dev/stdin") return spoolInput();
  const size = await sizeOf(file);
  return {
    name: path.basename(file),
    size,
    open: () => createReadStream(file, { highWaterMark: 262_144 }),
    close: async () => undefined,
  };
}
