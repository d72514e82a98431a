import { Search } from "lucide-react";
import type { ComponentProps } from "react";

interface SearchFieldProps extends Omit<ComponentProps<"input">, "type"> {
  /** What can be found with it, for those who don't see the magnifier. */
  label: string;
  /** Of the field's box. */
  boxClass?: string;
}

/** A field with a magnifier. */
export function SearchField({ label, boxClass = "", className = "", ...input }: SearchFieldProps) {
  return (
    <label className={`relative ${boxClass}`}>
      <span className="sr-only">{label}</span>
      <Search
        size={15}
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 left-2 -translate-y-1/2 text-ink3"
      />
      <input {...input} type="search" className={`field pl-7 ${className}`} />
    </label>
  );
}
