"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";

interface StepperProps {
  now: number;
  count: number;
  words: string;
  onStep: (index: number) => void;
}

export function Stepper({ now, count, words, onStep }: StepperProps) {
  return (
    <span className="flex items-center gap-1 text-small text-ink2">
      <button
        type="button"
        className="control-icon control-small"
        aria-label={`Previous ${words.toLowerCase()}`}
        disabled={now === 0}
        onClick={() => onStep(now - 1)}
      >
        <ChevronLeft size={16} aria-hidden="true" />
      </button>
      {words} {now + 1} of {count}
      <button
        type="button"
        className="control-icon control-small"
        aria-label={`Next ${words.toLowerCase()}`}
        disabled={now >= count - 1}
        onClick={() => onStep(now + 1)}
      >
        <ChevronRight size={16} aria-hidden="true" />
      </button>
    </span>
  );
}
