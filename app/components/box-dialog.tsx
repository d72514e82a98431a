"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";

interface BoxDialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
}

/** A small native modal dialog in the middle, open while it is mounted. */
export function BoxDialog({ title, onClose, children }: BoxDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Closing gives the focus back to where it was.
    return () => element?.close();
  }, []);
  // The event comes late: an effect that ran twice has opened the dialog again by then.
  const closed = () => {
    if (!dialog.current?.open) onClose();
  };
  return (
    <dialog ref={dialog} className="sheet sheet-box float" aria-labelledby={id} onClose={closed}>
      <div className="p-5">
        <h2 id={id} className="font-serif text-section break-words">
          {title}
        </h2>
        {children}
      </div>
    </dialog>
  );
}
