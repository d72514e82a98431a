"use client";

import { X } from "lucide-react";
import { type MouseEvent, type ReactNode, useEffect, useId, useRef } from "react";

interface SheetProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** From the right edge instead of over the whole screen. */
  side?: boolean;
}

/** A native modal dialog: over the whole screen, or as a drawer. Focus, Esc and inertness are the browser's. */
export function Sheet({ open, onClose, title, children, side = false }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const closeOnBackdrop = (event: MouseEvent) => {
    if (event.target === dialog.current) onClose();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes a dialog by itself
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={closeOnBackdrop}
      className={`sheet float max-h-none max-w-none ${side ? "sheet-side" : "sheet-full"}`}
    >
      {open && (
        <div className="flex h-full flex-col">
          <header className="flex items-center border-b border-ink px-4 py-2">
            <h2 id={id} className="flex-1 font-serif text-section">
              {title}
            </h2>
            <button type="button" className="control-icon" aria-label="Close" onClick={onClose}>
              <X size={18} aria-hidden="true" />
            </button>
          </header>
          <div className="flex-1 overflow-y-auto">{children}</div>
        </div>
      )}
    </dialog>
  );
}
