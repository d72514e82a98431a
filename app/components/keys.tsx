"use client";

import { CircleHelp } from "lucide-react";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { isTyping, singleKeysAreOn, switchSingleKeys } from "./single-keys.ts";

const LISTS: { title: string; keys: [string, string][] }[] = [
  {
    title: "Everywhere",
    keys: [
      ["?", "these keys"],
      ["g e", "go to Explore"],
      ["g c", "go to Compare"],
      ["g a", "go to Articles"],
      ["g t", "go to Terms"],
      ["g o", "go to Codebook"],
      ["g m", "go to Methods"],
      ["/", "to the search field"],
      ["z", "undo what was just done"],
      ["Esc", "close what is open"],
    ],
  },
  {
    title: "Chart",
    keys: [
      ["← →", "earlier, later period"],
      ["↑ ↓", "outlet above, below"],
      ["Home End", "first, last period"],
      ["Enter", "sentences behind the point"],
      ["Shift + ← →", "choose a range, Enter shows it"],
      ["t", "table"],
      ["z", "undo the range"],
    ],
  },
  {
    title: "Article",
    keys: [
      ["j k", "next, previous flag"],
      ["Enter", "evidence of the flag"],
      ["1 to 4", "signals on and off"],
    ],
  },
  {
    title: "Terms",
    keys: [
      ["j k", "next, previous line"],
      ["Enter", "article of the line"],
      ["s", "sort"],
    ],
  },
];

/** Lists the keys, lets single letters be switched off, and serves those that work on every page. */
export function KeysButton({ corpus }: { corpus: string }) {
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(true);
  useEffect(() => setOn(singleKeysAreOn()), []);
  usePageKeys(corpus, () => setOpen(true));
  return (
    <>
      <button
        type="button"
        className="control-icon max-sm:hidden"
        aria-label="Keys"
        onClick={() => setOpen(true)}
      >
        <CircleHelp size={17} aria-hidden="true" />
      </button>
      {open && (
        <KeysDialog
          on={on}
          onSwitch={(value) => {
            switchSingleKeys(value);
            setOn(value);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

interface KeysDialogProps {
  on: boolean;
  onSwitch: (on: boolean) => void;
  onClose: () => void;
}

function KeysDialog({ on, onSwitch, onClose }: KeysDialogProps) {
  return (
    <dialog
      ref={(dialog) => dialog?.showModal()}
      onClose={onClose}
      className="sheet sheet-box float"
      aria-labelledby="keys-title"
    >
      <div className="p-5">
        <h2 id="keys-title" className="font-serif text-section">
          Keys
        </h2>
        {LISTS.map(({ title, keys }) => (
          <section key={title} className="mt-4">
            <h3 className="border-b border-ink pb-1 font-semibold">{title}</h3>
            <dl>
              {keys.map(([key, words]) => (
                <div key={key} className="flex min-h-8 items-center gap-4 border-b border-rule">
                  <dt className="w-32">
                    <kbd className="kbd">{key}</kbd>
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <div className="mt-4 flex items-center justify-between">
          <label className="flex items-center gap-2">
            <input
              type="checkbox"
              checked={on}
              onChange={(event) => onSwitch(event.target.checked)}
            />{" "}
            Single letters work
          </label>
          <button type="button" className="control" onClick={onClose}>
            Close
          </button>
        </div>
      </div>
    </dialog>
  );
}

/** After g: the page that a letter leads to. */
const PAGE_KEYS: Readonly<Record<string, string>> = {
  e: "explore",
  c: "compare",
  a: "articles",
  t: "terms",
  o: "codebook",
  m: "methods",
};

/** Keys of every page; a single letter typed into a field is text. */
function usePageKeys(corpus: string, showKeys: () => void) {
  const router = useRouter();
  useEffect(() => {
    let afterG = 0;
    const onKey = (event: KeyboardEvent) => {
      if (event.metaKey || event.ctrlKey || event.altKey || event.defaultPrevented) return;
      if (isTyping(event.target) || !singleKeysAreOn()) return;
      if (event.key === "?") showKeys();
      else if (event.key === "/") {
        const find = document.querySelector<HTMLInputElement>("input[type=search]");
        if (!find) return;
        event.preventDefault();
        find.focus();
      } else if (event.key === "g") afterG = Date.now();
      else if (Date.now() - afterG < 1500 && PAGE_KEYS[event.key])
        router.push(`/${corpus}/${PAGE_KEYS[event.key]}`);
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  });
}
