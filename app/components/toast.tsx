"use client";

import { X } from "lucide-react";
import { useCallback, useEffect, useState } from "react";
import { useUndoKey } from "./use-undo-key.ts";

export interface ToastMessage {
  text: string;
  /** Takes back what was done. */
  undo?: () => void;
}

/** How long a message stays, in milliseconds; the time stands still under pointer and focus. */
const SHOWN_FOR = 10_000;

/** What was just done, for ten seconds, said politely. The next message takes its place. */
export function useToast() {
  const [message, setMessage] = useState<ToastMessage | null>(null);
  const close = useCallback(() => setMessage(null), []);
  return { say: setMessage, toast: <Toast message={message} onClose={close} /> };
}

function Toast({ message, onClose }: { message: ToastMessage | null; onClose: () => void }) {
  const [held, setHeld] = useState(false);
  useUndoKey(message?.undo);
  useEffect(() => {
    if (message === null || held) return;
    const timer = setTimeout(onClose, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [message, held, onClose]);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-0 z-50 flex justify-center p-4 md:p-6"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {message && (
        <p
          data-testid="toast"
          className="float float-in pointer-events-auto flex max-w-[560px] min-w-0 items-center gap-3 py-1 pr-1 pl-4"
        >
          <span className="min-w-0 flex-1 py-1.5 break-words">{message.text}</span>
          {message.undo && (
            <button
              type="button"
              className="link px-1 font-semibold touch:min-h-11"
              onClick={message.undo}
            >
              Undo
            </button>
          )}
          <button type="button" className="control-icon" aria-label="Dismiss" onClick={onClose}>
            <X size={16} aria-hidden="true" />
          </button>
        </p>
      )}
    </div>
  );
}
