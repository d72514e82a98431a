/** The bundle that each worker thread runs (build/analysis-thread.mjs). */

export { countWords } from "../terms/count-words.ts";
export { analyseTask as default } from "./analyse-task.ts";
