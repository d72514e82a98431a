import { type AddressChange, linkTo } from "../../address.ts";
import type { CompareBase, CompareView } from "./compare-data.ts";

/** The address of a changed view of this page. */
export const compareLink = ({ path, address }: CompareBase, change: AddressChange = {}) =>
  linkTo(path, address, change);

/** The words, range and filters of the page, for a page that shows them one by one. */
function sameArticles({ view, resolved }: CompareView): Record<string, string> {
  return {
    from: resolved.from ?? "",
    to: resolved.to ?? "",
    voice: view.voice,
    part: view.part,
    duplicates: view.duplicates,
  };
}

/** The lines that a number was counted from: flags of a signal, or typed words, of one outlet. */
export function linesLink(
  page: CompareView,
  outlet: { slug: string },
  asked: { signal: string; label?: string | null } | { find: string },
): string {
  const label = "label" in asked ? asked.label : page.view.label;
  return linkTo(
    `/${page.corpus.slug}/terms`,
    {},
    {
      ...("find" in asked ? { find: asked.find } : { signal: asked.signal, label: label ?? null }),
      outlets: outlet.slug,
      ...sameArticles(page),
    },
  );
}

/** comparison.csv of this page: outlets and reference are written out, what else is default is not. */
export function comparisonFile({ corpus, address, reference }: CompareView): string {
  const { show: _, terms: __, ...view } = address;
  return linkTo(`/api/${corpus.slug}/export/comparison.csv`, view, { reference: reference.slug });
}

/** terms.csv of two outlets in this page's range. */
export function termsFile({ corpus, address, resolved }: CompareView, slugs: string[]): string {
  const { show: _, terms: __, reference: ___, signal: ____, label: _____, ...view } = address;
  return linkTo(`/api/${corpus.slug}/export/terms.csv`, view, {
    outlets: slugs.join(","),
    from: resolved.from,
    to: resolved.to,
    granularity: resolved.granularity,
  });
}
