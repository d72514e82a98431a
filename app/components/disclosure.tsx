"use client";

import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useRef,
  useState,
} from "react";

interface DisclosureProps {
  /** What the trigger shows. */
  trigger: ReactNode;
  triggerClass: string;
  /** Where the trigger's own words don't say it all. */
  label?: string;
  /** The panel's name. */
  title: string;
  panelClass: string;
  /** Given a function that closes the panel. */
  children: (close: () => void) => ReactNode;
}

/**
 * A button and the panel it opens below itself; the panel follows it in the tab order. Esc, a click elsewhere and the
 * focus leaving it close it. (A popover of a library costs 60 KB here, and does the same for a panel that can't collide.)
 */
export function Disclosure({
  trigger,
  triggerClass,
  label,
  title,
  panelClass,
  children,
}: DisclosureProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", closeOutside);
    return () => document.removeEventListener("pointerdown", closeOutside);
  }, [open]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !open) return;
    event.stopPropagation();
    setOpen(false);
    button.current?.focus();
  };
  const onBlur = (event: FocusEvent) => {
    if (event.relatedTarget && !root.current?.contains(event.relatedTarget)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the button and panel inside
    <div ref={root} className="relative flex min-w-0" onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        ref={button}
        type="button"
        className={triggerClass}
        aria-expanded={open}
        aria-controls={id}
        aria-label={label}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </button>
      {open && (
        <section
          id={id}
          aria-label={title}
          className={`float float-in absolute top-full z-40 py-2 ${panelClass}`}
        >
          {children(() => setOpen(false))}
        </section>
      )}
    </div>
  );
}
