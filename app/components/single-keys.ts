const STORED = "framescope_single_keys";

/** Whether single letters act as keys; people who dictate switch them off (under "?"). */
export function singleKeysAreOn(): boolean {
  return typeof localStorage === "undefined" || localStorage.getItem(STORED) !== "off";
}

export function switchSingleKeys(on: boolean): void {
  localStorage.setItem(STORED, on ? "on" : "off");
}

/** Whether a key goes into a field: there a single letter is text. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName))
  );
}
