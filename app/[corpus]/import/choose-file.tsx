"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useDropzone } from "react-dropzone";
import { errorMessage } from "./error-message.ts";

interface ChooseFileProps {
  corpus: string;
  /** Most bytes of a file. */
  limit: number;
}

/** The limit is set in whole megabytes of 1,048,576 bytes. */
const limitWords = (bytes: number) => `${Math.floor(bytes / 1_048_576)} MB`;

type State =
  | { kind: "still" }
  | { kind: "sending"; name: string; share: number }
  | { kind: "failed"; message: string };

/** A file chosen or dropped; it is stored as it is, and nothing is imported before the columns are matched. */
export function ChooseFile({ corpus, limit }: ChooseFileProps) {
  const router = useRouter();
  const [state, setState] = useState<State>({ kind: "still" });
  const send = async (file: File) => {
    if (file.size > limit) {
      const message = `${file.name} is larger than ${limitWords(limit)}, the most that is uploaded. Pack it with gzip, or import it with: framescope import FILE`;
      setState({ kind: "failed", message });
      return;
    }
    setState({ kind: "sending", name: file.name, share: 0 });
    try {
      const id = await upload(corpus, file, (share) =>
        setState({ kind: "sending", name: file.name, share }),
      );
      router.push(`/${corpus}/import?id=${id}`);
    } catch (error) {
      setState({ kind: "failed", message: errorMessage(error) });
    }
  };
  const { getRootProps, getInputProps, isDragActive, open } = useDropzone({
    multiple: false,
    noClick: true,
    noKeyboard: true,
    disabled: state.kind === "sending",
    onDrop: ([file]) => file && void send(file),
  });
  return (
    <section className="mt-6" aria-label="Choose a file">
      <div
        {...getRootProps({
          className: `border border-dashed p-8 text-center ${isDragActive ? "border-ink bg-inset" : "border-edge bg-desk"}`,
        })}
        data-testid="dropzone"
      >
        <input {...getInputProps({ "aria-label": "File to import" })} />
        <p className="text-section font-serif">
          {isDragActive ? "Let go to upload" : "Drop a file here"}
        </p>
        <p className="mt-1 text-small text-ink2">
          CSV, TSV, JSONL, JSON or dated text, each also gzipped, up to {limitWords(limit)}. Each
          row or record is an article.
        </p>
        <button
          type="button"
          className="control control-chosen mt-4"
          onClick={open}
          disabled={state.kind === "sending"}
        >
          Choose a file
        </button>
      </div>
      {state.kind === "sending" && (
        <div className="mt-4" role="status">
          <p className="text-small">
            Uploading {state.name}, {Math.round(state.share * 100)}%
          </p>
          <progress className="bar mt-2" value={state.share} max={1} aria-label="Uploaded" />
        </div>
      )}
      {state.kind === "failed" && (
        <p
          role="alert"
          className="mt-4 border-l-3 border-question bg-question-ground p-3 text-small"
        >
          {state.message}
        </p>
      )}
    </section>
  );
}

/** XMLHttpRequest, because fetch tells nothing of an upload's progress. */
function upload(corpus: string, file: File, onProgress: (share: number) => void): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/${corpus}/imports?name=${encodeURIComponent(file.name)}`);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 201) resolve((request.response as { id: number }).id);
      else
        reject(
          new Error(
            (request.response as { error?: { message?: string } } | null)?.error?.message ??
              "The upload was refused.",
          ),
        );
    };
    request.onerror = () =>
      reject(new Error("The connection was lost during the upload. Choose the file again."));
    request.send(file);
  });
}
