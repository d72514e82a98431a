import { datedText } from "./dated-text.ts";
import { delimited } from "./delimited.ts";
import { json } from "./json.ts";
import { jsonl } from "./jsonl.ts";
import type { ImportFormat } from "./row.ts";

/** Every format that import and analyze take, in the order in which they are tried on a file's first bytes. */
export const IMPORT_FORMATS: readonly ImportFormat[] = [datedText, jsonl, json, delimited];
