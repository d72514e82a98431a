import { ChoiceWords } from "../../components/choice-words.tsx";
import { ListLink } from "../../components/list-view.tsx";

export interface Choice {
  key: string;
  words: string;
  note?: string;
  href: string;
  current: boolean;
  indent?: boolean;
}

/** What a filter offers: links, the current one ticked. */
export function Choices({ choices }: { choices: readonly Choice[] }) {
  return (
    <ul>
      {choices.map(({ key, words, note, href, current, indent }) => (
        <li key={key}>
          <ListLink
            href={href}
            current={current}
            className={`flex gap-2 py-1.5 pr-4 touch:min-h-11 hover:bg-inset ${indent ? "pl-8" : "pl-3"}`}
          >
            <ChoiceWords words={words} note={note} current={current} />
          </ListLink>
        </li>
      ))}
    </ul>
  );
}
