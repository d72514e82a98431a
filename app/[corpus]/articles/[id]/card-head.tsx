"use client";

import { ChevronLeft, ChevronRight, X } from "lucide-react";
import type { ReactNode } from "react";
import type { Flag } from "../../../../analysis/types.ts";
import { type SignalWords, VOICE_OF_FLAG } from "../../../view-words.ts";
import { flagName } from "./flag-name.ts";

interface CardHeadProps {
  flag: Flag;
  signal: SignalWords;
  /** The flag's place among those shown, and how many these are. */
  at: number;
  count: number;
  onStep: (by: number) => void;
  onClose: () => void;
}

/** What the flag is called and in whose voice it stands; the way to its neighbours, and out. */
export function CardHead({ flag, signal, at, count, onStep, onClose }: CardHeadProps) {
  return (
    <header className="flex items-center gap-1">
      <h2 id="card-title" tabIndex={-1} className="flex-1">
        <span className="font-semibold">{flagName(flag, signal)}</span>
        <span className="ml-3 text-small text-ink2 max-md:ml-0 max-md:block">
          {VOICE_OF_FLAG[flag.voice]}
        </span>
      </h2>
      <HeadButton label="Previous flag" disabled={at <= 0} onClick={() => onStep(-1)}>
        <ChevronLeft size={17} aria-hidden="true" />
      </HeadButton>
      <span className="text-small whitespace-nowrap text-ink2">
        {at + 1} of {count}
      </span>
      <HeadButton label="Next flag" disabled={at >= count - 1} onClick={() => onStep(1)}>
        <ChevronRight size={17} aria-hidden="true" />
      </HeadButton>
      <HeadButton label="Close" onClick={onClose}>
        <X size={17} aria-hidden="true" />
      </HeadButton>
    </header>
  );
}

interface HeadButtonProps {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

function HeadButton({ label, disabled, onClick, children }: HeadButtonProps) {
  return (
    <button
      type="button"
      className="control-icon control-small"
      aria-label={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
