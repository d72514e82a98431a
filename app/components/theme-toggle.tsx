"use client";

import { Check, Contrast } from "lucide-react";
import { useTheme } from "next-themes";
import { Disclosure } from "./disclosure.tsx";

const THEMES = { system: "As the system", light: "Light", dark: "Dark" } as const;

export function ThemeToggle() {
  const { theme = "system", setTheme } = useTheme();
  return (
    <Disclosure
      title="Colours"
      label="Colours: light or dark"
      triggerClass="control-icon"
      panelClass="right-0 mt-1 w-[180px]"
      trigger={<Contrast size={17} aria-hidden="true" />}
    >
      {(close) =>
        Object.entries(THEMES).map(([value, words]) => (
          <button
            key={value}
            type="button"
            aria-pressed={value === theme}
            className="flex min-h-8 w-full items-center gap-2 px-3 text-left touch:min-h-11 hover:bg-inset"
            onClick={() => {
              setTheme(value);
              close();
            }}
          >
            <Check size={15} aria-hidden="true" className={value === theme ? "" : "invisible"} />
            {words}
          </button>
        ))
      }
    </Disclosure>
  );
}
