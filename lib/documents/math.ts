import temml from "temml";

/**
 * A formula in LaTeX as MathML, which browsers set by themselves: no font and no script of ours.
 * A formula that LaTeX can't read throws: docs/ has none (a test reads them all).
 */
export function latexToMathMl(latex: string): string {
  const mathMl = temml.renderToString(latex, {
    displayMode: true,
    throwOnError: true,
    trust: false,
  });
  // Browsers that know MathML lay out display="block" without Temml's class and style.
  return mathMl.replace(/^<math[^>]*>/, '<math display="block">');
}
