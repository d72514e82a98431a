"use client";

import { Menu } from "@base-ui/react/menu";
import { Check, Contrast } from "lucide-react";
import { useTheme } from "next-themes";

const THEMES = { system: "As the system", light: "Light", dark: "Dark" } as const;

export function ThemeToggle() {
  const { theme, setTheme } = useTheme();
  return (
    <Menu.Root>
      <Menu.Trigger className="control-icon" aria-label="Colours: light or dark">
        <Contrast size={17} aria-hidden="true" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner align="end" sideOffset={4} className="z-40">
          <Menu.Popup className="float float-in min-w-[180px] py-2">
            <Menu.RadioGroup value={theme ?? "system"} onValueChange={setTheme}>
              {Object.entries(THEMES).map(([value, words]) => (
                <Menu.RadioItem
                  key={value}
                  value={value}
                  closeOnClick
                  className="flex min-h-8 cursor-pointer items-center gap-2 px-3 outline-none touch:min-h-11 data-highlighted:bg-inset"
                >
                  <Check
                    size={15}
                    aria-hidden="true"
                    className={value === (theme ?? "system") ? "" : "invisible"}
                  />
                  {words}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
