import type { Metadata } from "next";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="mx-auto max-w-[66ch] px-6 py-10">
      <div className="figure-rule" />
      <h1 className="mt-4 font-serif text-title">There is nothing at this address</h1>
      <p className="mt-3 text-ink2">
        The corpus or article may have been deleted, or the address was cut off on its way here.
      </p>
      <p className="mt-3">
        <a className="link" href="/">
          Open the corpus used last
        </a>
      </p>
    </main>
  );
}
