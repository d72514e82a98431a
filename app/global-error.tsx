"use client";

import "./globals.css";

/** The same where not even the frame of the page could be made. */
export default function GlobalError({ reset }: { error: Error; reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="mx-auto max-w-[66ch] px-6 py-10">
          <h1 className="font-serif text-title">This page could not be made</h1>
          <p role="alert" className="mt-3">
            The database did not answer, or Framescope failed. Your view is safe in the address.
          </p>
          <button type="button" className="control mt-4" onClick={reset}>
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
