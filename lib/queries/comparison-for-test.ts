import type { InventedArticle } from "../search/test-corpus.ts";

const SAYS = ["said", "claimed", "said", "warned"];

const article = (outlet: string, n: number, hedges: number): InventedArticle => ({
  outlet,
  date: `2031-03-${String(n + 1).padStart(2, "0")}`,
  title: n % 2 === 0 ? `Bridge ${n} may fall` : `Bridge ${n} stands`,
  text: `${"It may rain. ".repeat(hedges)}The bridge was opened in ${1900 + n} by the mayor. The harbour master ${SAYS[n % 4]} that the road was closed. ${"The road is long. ".repeat(n % 5)}He said that it was late.`,
});

/** Three outlets: Aldmere hedges three times as often as Brackwater, 24 articles each; Carn has 3. */
export const COMPARED: InventedArticle[] = [
  ...Array.from({ length: 24 }, (_, n) => article("Aldmere Post", n, 3 + (n % 4))),
  ...Array.from({ length: 24 }, (_, n) => article("Brackwater News", n, 1 + (n % 2))),
  ...Array.from({ length: 3 }, (_, n) => article("Carn <script>", n, 1)),
];
