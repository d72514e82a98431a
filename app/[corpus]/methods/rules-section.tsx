import { QUOTATION_FUNCTIONS } from "../../../analysis/types.ts";
import type { CodebookRules } from "../../../lib/documents/codebook-rules.ts";
import { formatCodebook, formatCount } from "../../format.ts";
import { ScrollBox } from "./scroll-box.tsx";

/** The live codebook: its lexicons, the weights of the quotation rules, and the rules for words in context. */
export function RulesSection({ rules }: { rules: CodebookRules }) {
  const { hash, quotationRules, lexicalRules, lexicons, userLexicons } = rules;
  return (
    <section aria-labelledby="rules">
      <h2 id="rules">B Rules of the codebook</h2>
      <p>
        Of the codebook that is live here, {formatCodebook(hash)}. The evidence of every flag names
        these rules.
      </p>
      <LexiconTable lexicons={[...lexicons, ...userLexicons.map(asLexicon)]} />
      <details>
        <summary>
          {formatCount(quotationRules.length)} observations about a quotation, with their weights
        </summary>
        <QuotationTable rules={rules} />
      </details>
      <details>
        <summary>
          {formatCount(lexicalRules.length)} rules for hedges, loaded terms and attributions
        </summary>
        <ScrollBox label="Rules for hedges, loaded terms and attributions">
          <table>
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">What it says</th>
              </tr>
            </thead>
            <tbody>
              {lexicalRules.map(({ rule, description }) => (
                <tr key={rule}>
                  <td>
                    <code>{rule}</code>
                  </td>
                  <td>{description}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </details>
    </section>
  );
}

const asLexicon = ({ slug, ...facts }: CodebookRules["userLexicons"][number]) => {
  const signal = `user_${slug}`;
  return { ...facts, id: signal, signal };
};

function LexiconTable({ lexicons }: Pick<CodebookRules, "lexicons">) {
  return (
    <ScrollBox label="Lexicons">
      <table>
        <thead>
          <tr>
            <th scope="col">Lexicon</th>
            <th scope="col" className="numeric">
              Entries
            </th>
            <th scope="col">Version</th>
            <th scope="col">Source</th>
            <th scope="col">Licence</th>
          </tr>
        </thead>
        <tbody>
          {lexicons.map(({ id, title, entries, version, source, licence }) => (
            <tr key={id}>
              <td>{title}</td>
              <td className="numeric">{formatCount(entries)}</td>
              <td>{version}</td>
              <td>{source}</td>
              <td>{licence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function QuotationTable({ rules: { bias, scareThreshold, quotationRules } }: RulesProps) {
  const rows = [
    { rule: "", description: "Starting value", weights: bias as Readonly<Record<string, number>> },
    ...quotationRules,
  ];
  return (
    <>
      <p>
        The function is scare from a probability of {scareThreshold} on. An empty cell weighs
        nothing.
      </p>
      <ScrollBox label="Weights of the quotation rules">
        <table className="weights">
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">What holds</th>
              {QUOTATION_FUNCTIONS.map((name) => (
                <th key={name} scope="col" className="numeric">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ rule, description, weights }) => (
              <tr key={rule}>
                <td>{rule}</td>
                <td>{description}</td>
                {QUOTATION_FUNCTIONS.map((name) => (
                  <td key={name} className="numeric">
                    {formatWeight(weights[name])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </>
  );
}

interface RulesProps {
  rules: CodebookRules;
}

const formatWeight = (weight: number | undefined) =>
  weight ? weight.toFixed(1).replace("-", "−") : "";
