"use client";

import { X } from "lucide-react";

/** Where the evidence would stand: the link named a flag that another codebook or engine found, and this one doesn't. */
export function LostFlag({ onClose }: { onClose: () => void }) {
  return (
    <section
      aria-label="Flag of the link"
      className="float flex items-start gap-1 border-t-3 border-t-question p-5"
      data-testid="lost-flag"
    >
      <p className="flex-1 text-small">
        This link names a flag that is not, or no longer, in this article: another codebook or
        another version of the engine flags other words.
      </p>
      <button
        type="button"
        className="control-icon control-small"
        aria-label="Close"
        onClick={onClose}
      >
        <X size={17} aria-hidden="true" />
      </button>
    </section>
  );
}
