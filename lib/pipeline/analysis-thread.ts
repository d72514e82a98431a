/** The bundle that each worker thread runs (build/analysis-thread.mjs). */
export { analyseTask as default } from "./analyse-task.ts";
