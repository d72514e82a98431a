"use client";

/** What a page shows when it fails: words and a way on, never a trace. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="mx-auto max-w-[66ch] px-6 py-10">
      <div className="figure-rule" />
      <h1 className="mt-4 font-serif text-title">This page could not be made</h1>
      <p role="alert" className="mt-3 text-ink2">
        The database did not answer, or Framescope failed. Your view is safe in the address.
      </p>
      <div className="mt-4 flex gap-3">
        <button type="button" className="control control-chosen" onClick={reset}>
          Try again
        </button>
        <a className="control" href="/">
          Start page
        </a>
      </div>
    </main>
  );
}
