import type { SharedDomain } from "../../../lib/import/outlets.ts";

/** Domains that several outlets have: two pages of one paper, or one outlet under two names. */
export function SharedDomains({ shared }: { shared: readonly SharedDomain[] }) {
  if (shared.length === 0) return null;
  return (
    <section className="mt-8 max-w-[80ch]" aria-labelledby="shared-title" data-testid="shared">
      <h2 id="shared-title" className="font-semibold">
        Domains of several outlets
      </h2>
      <p className="mt-1 text-small text-ink2">
        The news and the opinion pages of one paper, say: they are kept as their files name them.
        Where two names mean the same outlet, edit one and merge it.
      </p>
      <dl className="mt-2 border-t border-ink text-small">
        {shared.map(({ domain, outlets }) => (
          <div key={domain} className="flex flex-wrap gap-x-4 border-b border-rule py-1.5">
            <dt className="w-[220px] break-all">{domain}</dt>
            <dd className="min-w-0 flex-1 basis-60 break-words">{outlets.join(", ")}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
