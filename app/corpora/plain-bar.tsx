import Link from "next/link";
import { ThemeToggle } from "../components/theme-toggle.tsx";

/** The bar over a page where there is no corpus to lead to. */
export function PlainBar() {
  return (
    <header className="sticky top-0 z-30 border-b border-rule bg-paper">
      <div className="mx-auto flex h-12 max-w-[1980px] items-center justify-between px-4 max-md:h-14 md:px-6">
        <Link
          href="/"
          prefetch={false}
          className="flex h-full items-center font-serif text-section"
        >
          Framescope
        </Link>
        <ThemeToggle />
      </div>
    </header>
  );
}
